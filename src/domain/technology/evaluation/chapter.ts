import { evaluationPayloads } from "./payloads.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { dueAtOnce } from "../manifest/dates.ts";
import { toDeciders, toEvaluators } from "../manifest/offered.ts";
import type { EvaluationCommand, EvaluationEvent } from "../state/evaluation.ts";
import { evaluatorOf, isActive, isComplete } from "../state/evaluators.ts";
import { underway } from "../state/stage.ts";
import { applies } from "./apply.ts";
import { moderateScore, recordDissent, revealScores, submitScores } from "./evaluation.ts";
import { assignEvaluators, declareInterest, releaseEvaluator } from "./evaluators.ts";
import { hasToRestate, isRevealed } from "./offered.ts";
import { scoresLate } from "./warnings.ts";
import { scoring } from "./work.ts";

export const evaluation = {
  acts: {
    AssignEvaluators: {
      roles: ["approver"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => toDeciders(t, f) && !isRevealed(t),
      decide: assignEvaluators,
    },
    DeclareInterest: {
      roles: ["evaluator"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => toEvaluators(t, f) && evaluatorOf(t, f.actor.id)?.interest !== "conflict",
      decide: declareInterest,
    },
    SubmitScores: {
      roles: ["evaluator"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => {
        const evaluator = evaluatorOf(t, f.actor.id);
        return evaluator?.state === "assigned" && evaluator.interest === "none";
      },
      decide: submitScores,
    },
    ReleaseEvaluator: {
      roles: ["approver"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => toDeciders(t, f) && (t.evaluation?.evaluators ?? []).some(isActive),
      decide: releaseEvaluator,
    },
    RevealScores: { roles: ["system"], stages: ["evaluating"], decide: revealScores },
    ModerateScore: {
      roles: ["evaluator"],
      stages: ["evaluating"],
      deciding: true,
      offered: (t, f) => toEvaluators(t, f) && hasToRestate(t, f),
      decide: moderateScore,
    },
    RecordDissent: {
      roles: ["evaluator", "approver"],
      stages: underway,
      deciding: true,
      offered: (t, f) => (toEvaluators(t, f) && isRevealed(t)) || toDeciders(t, f),
      decide: recordDissent,
    },
  },
  facts: {
    EvaluatorsAssigned: {
      schema: 1,
      payload: evaluationPayloads.EvaluatorsAssigned,
      enteredBy: ["AssignEvaluators"],
      apply: applies.EvaluatorsAssigned,
    },
    InterestDeclared: {
      schema: 1,
      payload: evaluationPayloads.InterestDeclared,
      enteredBy: ["DeclareInterest", "RecuseApprover"],
      apply: applies.InterestDeclared,
    },
    PersonRecused: {
      schema: 1,
      payload: evaluationPayloads.PersonRecused,
      enteredBy: ["DeclareInterest", "RecuseApprover"],
      apply: applies.PersonRecused,
    },
    ScoresSubmitted: {
      schema: 1,
      payload: evaluationPayloads.ScoresSubmitted,
      enteredBy: ["SubmitScores"],
      apply: applies.ScoresSubmitted,
    },
    EvaluatorReleased: {
      schema: 1,
      payload: evaluationPayloads.EvaluatorReleased,
      enteredBy: ["ReleaseEvaluator"],
      apply: applies.EvaluatorReleased,
    },
    ScoresRevealed: {
      schema: 1,
      payload: evaluationPayloads.ScoresRevealed,
      enteredBy: ["RevealScores"],
      apply: applies.ScoresRevealed,
    },
    ScoreModerated: {
      schema: 1,
      payload: evaluationPayloads.ScoreModerated,
      enteredBy: ["ModerateScore"],
      apply: applies.ScoreModerated,
    },
    DissentRecorded: {
      schema: 1,
      payload: evaluationPayloads.DissentRecorded,
      enteredBy: ["RecordDissent"],
      apply: applies.DissentRecorded,
    },
  },
  texts: { ofPerson: (t, person) => t.dissents.filter(({ by }) => by === person).map(({ text }) => text) },
  work: [{ at: 20, items: scoring }],
  warnings: [{ at: 24, items: scoresLate }],
  dates: {
    ahead: [
      {
        at: 10,
        days: ({ stage, evaluation: round }) =>
          stage === "evaluating" && round?.revealed === null && !isComplete(round)
            ? [{ what: "scoring" as const, on: round.dueOn }]
            : [],
      },
    ],
    swept: (t) => (isComplete(t.evaluation) ? [dueAtOnce] : []),
  },
  conditions: ["scores-revealed", "moderation-finished", "evaluators-enough", "rater-agreement"],
} satisfies Chapter<EvaluationCommand, EvaluationEvent>;
