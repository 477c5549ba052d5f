import type { Reason } from "../../words/decision.ts";
import { wholeIn } from "../../words/check-number.ts";
import { number, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";

/** From when on pages warn. Nothing is barred by a warning, so that earlier policies are read as having these too. */
export interface WarningRules {
  readonly source: string;
  /** Days ahead of which evidence and safeguards that will lapse are named. */
  readonly lapseDays: number;
  /** Part of a clock's term, in percent, from which on it is named. */
  readonly clockPercent: number;
  /**
   * Part of the room of a guard, in percent: a bound that is no further from the limit than this is named. The room lies between
   * the limit and the best value there can be; it is never wider than the limit, as where there is no best one.
   */
  readonly guardPercent: number;
}

/**
 * Sixty days are two monthly meetings of a committee. Three quarters of a term leave the last quarter to act in, which of
 * an hour's term are fifteen minutes. A fifth of the room
 * between limit and best value is what services with a quiet week and a busy one differ by in the demonstration's guards.
 */
export const warningsDefault: WarningRules = {
  source: "House rule: sixty days for what lapses, the last quarter of a term, a fifth of the room of a guard",
  lapseDays: 60,
  clockPercent: 75,
  guardPercent: 20,
};

export const warningsShape: Shape<WarningRules> = object({
  source: text,
  lapseDays: number,
  clockPercent: number,
  guardPercent: number,
});

export const checkWarnings = ({ lapseDays, clockPercent, guardPercent }: WarningRules): readonly Reason[] => [
  ...wholeIn("safeguards.warnings.lapseDays", lapseDays, 1, 366),
  ...wholeIn("safeguards.warnings.clockPercent", clockPercent, 0, 100),
  ...wholeIn("safeguards.warnings.guardPercent", guardPercent, 0, 100),
];
