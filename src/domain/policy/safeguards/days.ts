import { nullable, number, record } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";

/** Days an acceptance of each kind of safeguard stands, by its key; null: until something reopens it. */
export interface SafeguardDays {
  readonly [kind: string]: number | null;
}

/** The house's; a policy from before a kind is read as having these. */
export const safeguardDaysDefault: SafeguardDays = {
  "impact-assessment": 730,
  aia: 730,
  conformance: null,
  interfaces: null,
  "data-record": 365,
  "personal-impact": null,
  "algorithm-dossier": 730,
  "supplier-ties": 365,
  "independent-audit": 730,
  bias: 365,
  risk: 365,
  "security-baseline": 365,
  "response-plan": 730,
  training: 365,
  "channels-kept": 365,
};

export const safeguardDaysShape: Shape<SafeguardDays> = record(nullable(number));
