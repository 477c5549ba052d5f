import { severities } from "../words/severity.ts";
import type { Severity } from "../words/severity.ts";
import type { Reason } from "../words/decision.ts";
import { number, object } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import { wholeIn } from "../words/check-number.ts";

export interface Deadlines {
  /** Days from a gate's opening to its decision. */
  readonly gateDays: number;
  /** Days an evaluator has to submit. */
  readonly scoringDays: number;
  /** Days to close an incident. */
  readonly incidentDays: { readonly [S in Severity]: number };
}

export const deadlinesShape: Shape<Deadlines> = object({
  gateDays: number,
  scoringDays: number,
  incidentDays: object({ 1: number, 2: number, 3: number, 4: number }),
});

export const defaultDeadlines: Deadlines = {
  gateDays: 21,
  scoringDays: 14,
  incidentDays: { 1: 3, 2: 7, 3: 21, 4: 60 },
};

export const checkDeadlines = ({ gateDays, scoringDays, incidentDays }: Deadlines): readonly Reason[] => [
  ...wholeIn("deadlines.gateDays", gateDays, 1, 366),
  ...wholeIn("deadlines.scoringDays", scoringDays, 1, 366),
  ...severities.flatMap((severity) => wholeIn(`deadlines.incidentDays.${severity}`, incidentDays[severity], 1, 366)),
];
