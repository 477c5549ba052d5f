import type { FairnessMeasure } from "../domain/measures/planned-fairness.ts";
import type { Words } from "./words.ts";

/** A pilot plan; days count from the proposal. */
export interface Plan {
  readonly sites: Words;
  readonly siteCount: number;
  readonly starts: number;
  readonly days: number;
  readonly looks: readonly number[];
  /** As the monitoring calls them. */
  readonly services: readonly [string, ...string[]];
  readonly latencyMs: number;
  readonly restoreMinutes: number;
  readonly exit: Words;
  readonly rollback: Words;
  /** What the plan chooses beside what the policy asks of all. */
  readonly choices?: { readonly [indicator: string]: Choice };
  readonly fairness?: Fairness;
  /** Groups that have to be in the usability sample, as files name them. */
  readonly assisted?: readonly string[];
}

export interface Choice {
  readonly floor?: number;
  /** Compared with the time before: how much worse it may be. */
  readonly margin?: number;
  /** Task success may be settled at any look by its e-value. */
  readonly anytime?: true;
}

interface Fairness {
  readonly measure: FairnessMeasure;
  readonly favourable: "positive" | "negative";
  readonly reference: string;
  readonly groups: readonly string[];
}
