import type { Applies } from "../manifest/fact.ts";
import type { EvaluationEvent, AssignedEvaluator, Evaluation } from "../state/evaluation.ts";
import type { Technology } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";

export const applies: Applies<EvaluationEvent["type"]> = {
  EvaluatorsAssigned: (t, { round, evaluators, dueOn }) => {
    const before = t.evaluation?.evaluators ?? [];
    const added = evaluators.map((person, i) => assigned(person, before.length + i));
    const revealed = t.evaluation?.revealed ?? null;
    return { ...t, evaluation: { round, dueOn, evaluators: [...before, ...added], revealed } };
  },
  InterestDeclared: (t, { person, conflict }) =>
    onEvaluator(t, person, (evaluator) => ({ ...evaluator, interest: conflict ? "conflict" : "none" })),
  PersonRecused: (t, { person, as }) =>
    as === "approver" ? recusedApprover(t, person) : withoutScores(recusedEvaluator(t, person), person),
  ScoresSubmitted: (t, { evaluator, sheet }) =>
    onEvaluator(t, evaluator, (assigned) => ({ ...assigned, state: "submitted", sheet })),
  EvaluatorReleased: (t, { evaluator }) =>
    onEvaluator(t, evaluator, (assigned) => ({ ...assigned, state: "released" })),
  ScoresRevealed: (t, { sheets, agreement, moderate }, at) =>
    onEvaluation(t, (evaluation) => ({
      ...evaluation,
      revealed: { at: at.time, sheets, agreement, moderate, moderated: [] },
    })),
  ScoreModerated: (t, moderated) =>
    onRevealed(t, (revealed) => ({ ...revealed, moderated: [...revealed.moderated, moderated] })),
  DissentRecorded: (t, { by, text }, at) => ({ ...t, dissents: [...t.dissents, { by, text, at: at.time }] }),
};

const assigned = (person: PersonId, index: number): AssignedEvaluator => ({
  person,
  letter: letters(index),
  interest: "undeclared",
  state: "assigned",
  sheet: null,
});

/** 0 → A, 25 → Z, 26 → AA. */
const letters = (index: number): string =>
  (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const recusedEvaluator = (t: Technology, person: PersonId): Technology =>
  onEvaluator(t, person, (evaluator) => ({ ...evaluator, state: "recused" }));

/** A conflict that comes to light after the reveal takes the person's scores out of what stands. */
const withoutScores = (t: Technology, person: PersonId): Technology =>
  onRevealed(t, (revealed) => ({
    ...revealed,
    sheets: revealed.sheets.filter((sheet) => sheet.evaluator !== person),
    moderated: revealed.moderated.map((moderated) => ({
      ...moderated,
      scores: moderated.scores.filter((score) => score.evaluator !== person),
    })),
  }));

const recusedApprover = (t: Technology, person: PersonId): Technology => ({
  ...t,
  recused: [...new Set([...t.recused, person])],
  ballots: Object.fromEntries(
    Object.entries(t.ballots).map(([gate, ballot]) => [
      gate,
      { ...ballot, votes: ballot.votes.filter((vote) => vote.person !== person && vote.onBehalfOf !== person) },
    ]),
  ),
});

const onEvaluation = (t: Technology, change: (evaluation: Evaluation) => Evaluation): Technology =>
  t.evaluation === null ? t : { ...t, evaluation: change(t.evaluation) };

const onRevealed = (t: Technology, change: (r: NonNullable<Evaluation["revealed"]>) => Evaluation["revealed"]) =>
  onEvaluation(t, (evaluation) => ({ ...evaluation, revealed: evaluation.revealed && change(evaluation.revealed) }));

const onEvaluator = (t: Technology, person: PersonId, change: (evaluator: AssignedEvaluator) => AssignedEvaluator) =>
  onEvaluation(t, (evaluation) => ({
    ...evaluation,
    evaluators: evaluation.evaluators.map((evaluator) => (evaluator.person === person ? change(evaluator) : evaluator)),
  }));
