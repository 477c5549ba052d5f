import type { ItemScore } from "../../measures/rubric-score.ts";
import {
  day,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  textRef,
  truth,
} from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { Agreement, EvaluationEvent, ScoreSheet } from "../state/evaluation.ts";

const sheet: Shape<ScoreSheet> = object({
  evaluator: text,
  items: list(object({ item: text, score: nullable(integer), evidence: list(text), comment: textRef })),
});

const agreement: Shape<Agreement> = object({
  alpha: nullable(number),
  raw: nullable(number),
  ac2: optional(nullable(number)),
  level: oneOf("reliable", "tentative", "unreliable", "undefined"),
});

const scores: Shape<readonly ItemScore[]> = list(object({ evaluator: text, score: nullable(integer) }));

export const evaluationPayloads: Payloads<EvaluationEvent> = {
  EvaluatorsAssigned: object({ round: integer, evaluators: list(text), dueOn: day }),
  InterestDeclared: object({ person: text, conflict: truth, text: nullable(textRef) }),
  PersonRecused: object({ person: text, as: oneOf("evaluator", "approver") }),
  ScoresSubmitted: object({ evaluator: text, sheet: textRef }),
  EvaluatorReleased: object({ evaluator: text, reason: textRef }),
  ScoresRevealed: object({ round: integer, sheets: list(sheet), agreement, moderate: list(text) }),
  ScoreModerated: object({ item: text, scores, text: textRef }),
  DissentRecorded: object({ by: text, text: textRef }),
};
