import { gates } from "../../domain/policy/policy.ts";
import { consultationStandings } from "../../domain/technology/state/consultations.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import type { Language } from "../view/languages.ts";

/** Everything that a page shows as a state, by what it is a state of: the keys of its words. */
export const helpStates: readonly { readonly of: string; readonly values: readonly string[] }[] = [
  { of: "stage", values: stages },
  { of: "gate", values: gates },
  { of: "condition", values: ["met", "unmet", "unknown", "waived"] },
  { of: "outcome", values: ["pass", "fail", "not-enough-evidence"] },
  { of: "indicatorState", values: ["cleared", "straddles", "beyond", "measured", "unknown", "not-applicable"] },
  { of: "consultationStanding", values: consultationStandings },
  { of: "option", values: ["approve", "approve-with-conditions", "return", "reject", "abstain"] },
];

/** Where the help says what a state means. */
export const stateHelp = (of: string, value: string): string => `/help/states#${of}-${value}`;

export const stateTitle = ({ t }: Language, of: string, value: string): string => t(`words:${of}.${value}`);
