import type { Chapter } from "../manifest/chapter.ts";
import type { Offered } from "../manifest/act.ts";
import type { Consultation, ConsultationsCommand, ConsultationsEvent } from "../state/consultations.ts";
import { mayConsult } from "../state/may-consult.ts";
import { alive, stages } from "../state/stage.ts";
import { amendConsultation, withdrawConsultation } from "./amend-consultation.ts";
import { answerConsultation, countContributions } from "./answer.ts";
import { consultationApplies as apply } from "./apply.ts";
import { minuteHearing } from "./hearing.ts";
import { openConsultation } from "./open-consultation.ts";
import { consultationDates, consultationDays, consultationWarnings, consultationWork } from "./owed.ts";
import { consultationPayloads as payloads } from "./payloads.ts";
import { answerPoint, joinPoints, makePoint, rewordPoint } from "./points.ts";
import { countPoll, issuePollCodes } from "./poll.ts";
import { forEverybody } from "./texts.ts";

/** Where a page offers what is done with one of them: to those who run it, while one of them is such. */
const where =
  (is: (asking: Consultation) => boolean): Offered =>
  (t, f) =>
    t.consultations.some(is) && mayConsult(t, f.actor.id, f).length === 0;

const unanswered = where(({ withdrawn, answered }) => withdrawn === null && answered === null);
const roles = ["planner"] as const;

/**
 * The public is asked before anything is decided: with what question, on which papers, for how long; what was said comes
 * to points, and each point is answered. What people write has streams of its own.
 */
export const consultations = {
  acts: {
    OpenConsultation: {
      roles,
      stages: alive,
      offered: (t, f) => mayConsult(t, f.actor.id, f).length === 0,
      decide: openConsultation,
    },
    AmendConsultation: { roles, stages: alive, offered: unanswered, decide: amendConsultation },
    WithdrawConsultation: { roles, stages, offered: unanswered, decide: withdrawConsultation },
    IssuePollCodes: {
      roles,
      stages: alive,
      offered: where(({ poll }) => poll?.way === "codes"),
      decide: issuePollCodes,
    },
    CountPoll: { roles: ["system"], stages, decide: countPoll },
    MinuteHearing: { roles, stages, offered: where(({ kind }) => kind === "hearing"), decide: minuteHearing },
    MakePoint: { roles, stages, offered: unanswered, decide: makePoint },
    RewordPoint: { roles, stages, offered: where(({ points }) => points.length > 0), decide: rewordPoint },
    JoinPoints: { roles, stages, offered: where(({ points }) => points.length > 1), decide: joinPoints },
    AnswerPoint: { roles, stages, offered: where(({ points }) => points.length > 0), decide: answerPoint },
    AnswerConsultation: { roles, stages, offered: unanswered, decide: answerConsultation },
    CountContributions: { roles: ["system"], stages, decide: countContributions },
  },
  facts: {
    ConsultationOpened: {
      schema: 1,
      payload: payloads.ConsultationOpened,
      enteredBy: ["OpenConsultation"],
      apply: apply.ConsultationOpened,
      // The digests of papers are those of pieces, which other entries name.
      naming: withoutPieces,
    },
    ConsultationAmended: {
      schema: 1,
      payload: payloads.ConsultationAmended,
      enteredBy: ["AmendConsultation"],
      apply: apply.ConsultationAmended,
      naming: withoutPieces,
    },
    ConsultationWithdrawn: {
      schema: 1,
      payload: payloads.ConsultationWithdrawn,
      enteredBy: ["WithdrawConsultation"],
      apply: apply.ConsultationWithdrawn,
    },
    PollCodesIssued: {
      schema: 1,
      payload: payloads.PollCodesIssued,
      enteredBy: ["IssuePollCodes"],
      apply: apply.PollCodesIssued,
    },
    PollCounted: {
      schema: 1,
      payload: payloads.PollCounted,
      enteredBy: ["CountPoll"],
      apply: apply.PollCounted,
      naming: () => null,
    },
    HearingMinuted: {
      schema: 1,
      payload: payloads.HearingMinuted,
      enteredBy: ["MinuteHearing"],
      apply: apply.HearingMinuted,
      naming: ({ groups, minutes }) => ({ groups, minutes }),
    },
    PointMade: { schema: 1, payload: payloads.PointMade, enteredBy: ["MakePoint"], apply: apply.PointMade },
    PointReworded: {
      schema: 1,
      payload: payloads.PointReworded,
      enteredBy: ["RewordPoint"],
      apply: apply.PointReworded,
    },
    PointsJoined: { schema: 1, payload: payloads.PointsJoined, enteredBy: ["JoinPoints"], apply: apply.PointsJoined },
    PointAnswered: {
      schema: 1,
      payload: payloads.PointAnswered,
      enteredBy: ["AnswerPoint"],
      apply: apply.PointAnswered,
    },
    ConsultationAnswered: {
      schema: 1,
      payload: payloads.ConsultationAnswered,
      enteredBy: ["AnswerConsultation"],
      apply: apply.ConsultationAnswered,
    },
    ContributionsCounted: {
      schema: 1,
      payload: payloads.ContributionsCounted,
      enteredBy: ["CountContributions"],
      naming: () => null,
      apply: apply.ContributionsCounted,
    },
  },
  texts: { forEverybody },
  searched: {
    kind: "consultation",
    items: (t) =>
      t.consultations.map(({ consultation, opened: { position }, title, question }) => ({
        ...{ item: consultation, position },
        words: { name: title, text: question },
      })),
  },
  work: [{ at: 37, afterEnd: true, items: consultationWork }],
  warnings: [{ at: 34, items: consultationWarnings }],
  dates: { ahead: [{ at: 48, days: consultationDates }], shown: consultationDays },
  conditions: ["consultation"],
} satisfies Chapter<ConsultationsCommand, ConsultationsEvent>;

function withoutPieces({ papers, ...rest }: { readonly papers: readonly { readonly name: string }[] }): unknown {
  return { ...rest, papers: papers.map(({ name }) => name) };
}
