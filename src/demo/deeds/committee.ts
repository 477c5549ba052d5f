import { shownToExperts } from "../../domain/technology/state/opinion-ground.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Opinion } from "../../domain/technology/state/committee.ts";
import type { Step } from "../steps.ts";
import type { Story } from "../story-of.ts";
import type { Words } from "../words.ts";

export type CommitteeDeed =
  | {
      readonly do: "invite-committee";
      readonly members: readonly string[];
      /** Days from the invitation. */
      readonly days: number;
      readonly question: Words;
    }
  | { readonly do: "advise-interest"; readonly conflict: Words | null }
  | {
      readonly do: "advise";
      readonly opinion: Opinion;
      readonly why: Words;
      readonly conditions: readonly Words[];
    }
  | {
      readonly do: "answer-committee";
      /** Number of the condition within the panel, from 1. */
      readonly condition: number;
      readonly done: boolean;
      readonly how: Words;
    };

export const inviteCommittee = (
  day: number,
  by: string,
  days: number,
  question: Words,
  ...members: readonly string[]
): Step => ({ day, by, does: { do: "invite-committee", members, days, question } });
/** No conflict: then the opinion, on what the member is shown. */
export const noConflict = (day: number, by: string): Step => ({
  day,
  by,
  does: { do: "advise-interest", conflict: null },
});
export const recuse = (day: number, by: string, why: Words): Step => ({
  day,
  by,
  does: { do: "advise-interest", conflict: why },
});
export const advise = (
  day: number,
  by: string,
  opinion: Opinion,
  why: Words,
  ...conditions: readonly Words[]
): Step => ({ day, by, does: { do: "advise", opinion, why, conditions } });
export const answerCommittee = (day: number, condition: number, done: boolean, how: Words): Step => ({
  day,
  by: null,
  does: { do: "answer-committee", condition, done, how },
});

export async function takeCommittee(story: Story, by: string, does: CommitteeDeed): Promise<void> {
  const { desk, technology } = story;
  switch (does.do) {
    case "invite-committee":
      return desk.ask(by, "approver", technology, {
        type: "InviteCommittee",
        members: does.members.map((login) => desk.id(login)),
        deadline: addDays(desk.services.today(), does.days),
        question: desk.say(does.question),
      });
    case "advise-interest":
      return desk.ask(by, "member", technology, {
        type: "DeclareCommitteeInterest",
        conflict: does.conflict !== null,
        text: does.conflict === null ? null : desk.say(does.conflict),
      });
    case "advise":
      return desk.ask(by, "member", technology, {
        type: "GiveOpinion",
        opinion: does.opinion,
        reasons: desk.say(does.why),
        conditions: does.conditions.map((text) => ({ text: desk.say(text) })),
        shown: shownToExperts(await desk.state(technology)),
      });
    case "answer-committee":
      return desk.ask(by, "planner", technology, {
        type: "AnswerCommitteeCondition",
        condition: `k${does.condition}`,
        answer: desk.say(does.how),
        evidence: [],
        done: does.done,
      });
    default:
      return does satisfies never;
  }
}
