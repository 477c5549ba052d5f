import { riskSteps } from "../policy/safeguards/risk.ts";
import type { RiskMethod, RiskRules, RiskStep } from "../policy/safeguards/risk.ts";

/** How a risk was rated: by which method, and what it came to. */
export interface RiskRating {
  readonly method: RiskMethod;
  readonly level: RiskStep;
  /** Product of the two steps, 1–25; only where the method takes products. */
  readonly product?: number;
}

/**
 * The level of a risk by the method that the policy names. A look-up never rates above the impact; a product treats
 * likelihood and impact alike. Source: NIST SP 800-30 rev. 1, table I-2.
 */
export function rateRisk(rules: RiskRules, likelihood: RiskStep, impact: RiskStep): RiskRating {
  if (rules.method === "nist")
    return { method: "nist", level: rules.level[likelihood][riskSteps.indexOf(impact)] ?? impact };
  const product = numberOf(likelihood) * numberOf(impact);
  const level = risen.findLast((step) => product >= rules.product[step]) ?? "VL";
  return { method: "product", level, product };
}

/** Overall likelihood: that the event comes, and that it then does harm. Source: NIST SP 800-30 rev. 1, table G-5. */
export const overallLikelihood = (rules: RiskRules, event: RiskStep, harm: RiskStep): RiskStep =>
  rules.likelihood[event][riskSteps.indexOf(harm)] ?? event;

/** Of several risks the worst counts, never their mean; null of none. */
export const worstRisk = (levels: readonly RiskStep[]): RiskStep | null =>
  riskSteps.findLast((step) => levels.includes(step)) ?? null;

const numberOf = (step: RiskStep): number => riskSteps.indexOf(step) + 1;
const risen = ["L", "M", "H", "VH"] as const;
