import type { Measurement } from "./measurement.ts";
import type { Statistics } from "./statistics.ts";

export interface SummaryPlan {
  /** Names of the services the pilot plan means; others are counted only. */
  readonly services?: readonly string[];
  /** Groups with fewer people carry only n. */
  readonly minGroup: number;
  /** Identified respondents or participants counted in an earlier piece: left out here. */
  readonly excluded?: ReadonlySet<string>;
}
