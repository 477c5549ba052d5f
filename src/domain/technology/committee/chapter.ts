import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors, toDeciders } from "../manifest/offered.ts";
import { conditionsOf, isRecused, panelNow } from "../state/committee.ts";
import type { CommitteeCommand, CommitteeEvent, Panel, PanelMember } from "../state/committee.ts";
import { isOver } from "../state/panel-tally.ts";
import { wordsOfPanel } from "../state/panel-words.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Technology } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";
import { answerCondition } from "./answer.ts";
import { applies } from "./apply.ts";
import { asksForCommittee } from "./asks-for-committee.ts";
import { dayAfter, deadlines } from "./dates.ts";
import { inviteCommittee } from "./invite.ts";
import { declareCommitteeInterest, giveOpinion } from "./opinion.ts";
import { committeePayloads } from "./payloads.ts";
import { opinionsLate } from "./warnings.ts";
import { toDo } from "./work.ts";

/** What independent experts advise before a rollout, and what became of the conditions they set. */
export const committee = {
  acts: {
    InviteCommittee: {
      roles: ["approver"],
      stages: ["evaluating"],
      deciding: true,
      // Where no gate asks for it, nobody is bothered with it.
      offered: (t, f) => (panelNow(t) !== null || asksForCommittee(t, pinnedPolicy(t, f))) && toDeciders(t, f),
      decide: inviteCommittee,
    },
    DeclareCommitteeInterest: {
      roles: ["member"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => placeIn(panelNow(t), f.actor.id) !== null,
      decide: declareCommitteeInterest,
    },
    GiveOpinion: {
      roles: ["member"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => mayStillAdvise(t, f.actor.id, f.today),
      decide: giveOpinion,
    },
    AnswerCommitteeCondition: {
      roles: ["planner"],
      stages: ["evaluating"],
      offered: (t, f) => conditionsNow(t) > 0 && toAuthors(t, f),
      decide: answerCondition,
    },
  },
  facts: {
    CommitteeInvited: {
      schema: 1,
      payload: committeePayloads.CommitteeInvited,
      enteredBy: ["InviteCommittee"],
      apply: applies.CommitteeInvited,
    },
    CommitteeInterestDeclared: {
      schema: 1,
      payload: committeePayloads.CommitteeInterestDeclared,
      enteredBy: ["DeclareCommitteeInterest"],
      apply: applies.CommitteeInterestDeclared,
    },
    OpinionGiven: {
      schema: 1,
      payload: committeePayloads.OpinionGiven,
      enteredBy: ["GiveOpinion"],
      apply: applies.OpinionGiven,
      // The digest of what was shown is no text that could be erased.
      naming: ({ reasons, conditions }) => [reasons, conditions],
    },
    CommitteeConditionAnswered: {
      schema: 1,
      payload: committeePayloads.CommitteeConditionAnswered,
      enteredBy: ["AnswerCommitteeCondition"],
      apply: applies.CommitteeConditionAnswered,
    },
  },
  texts: {
    // What experts advise and what becomes of it is the house's to read, dissent too; why somebody is in conflict is not.
    forEverybody: (t) => t.panels.flatMap(wordsOfPanel),
  },
  work: [{ at: 27, items: toDo }],
  warnings: [{ at: 25, items: opinionsLate }],
  dates: { ahead: [{ at: 25, days: deadlines }], shown: dayAfter },
  conditions: ["committee-opinion"],
} satisfies Chapter<CommitteeCommand, CommitteeEvent>;

const placeIn = (panel: Panel | null, person: PersonId): PanelMember | null =>
  panel?.members.find((member) => member.person === person && !isRecused(member)) ?? null;

function mayStillAdvise(t: Technology, person: PersonId, today: string): boolean {
  const panel = panelNow(t);
  return panel !== null && placeIn(panel, person) !== null && !isOver(panel, today);
}

function conditionsNow(t: Technology): number {
  const panel = panelNow(t);
  return panel === null ? 0 : conditionsOf(panel).length;
}
