import { object, number, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Reason } from "../../words/decision.ts";
import { wholeIn } from "../../words/check-number.ts";

/** How standards are changed. */
export interface StandardRules {
  readonly source: string;
  /**
   * Days for which the version before still counts once its successor can be used; less needs a reason, which everybody
   * reads.
   */
  readonly transitionDays: number;
}

/**
 * Half a year: SovereignCloudStack keeps two versions side by side for a time (standards#605), the Australian consumer data
 * standards give each version a day of deprecation and one of retirement (standards-maintenance#452). Neither fixes a number.
 */
export const standardsDefault: StandardRules = {
  source: "House rule, after SovereignCloudStack/standards#605 and standards-maintenance#452",
  transitionDays: 180,
};

export const standardsShape: Shape<StandardRules> = object({ source: text, transitionDays: number });

export const checkStandards = ({ transitionDays }: StandardRules): readonly Reason[] =>
  wholeIn("safeguards.standards.transitionDays", transitionDays, 1, 1096);
