import { shownToExperts } from "../../domain/technology/state/opinion-ground.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Story } from "../story-of.ts";
import type { CommitteeDeed } from "./committee-deed.ts";

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
