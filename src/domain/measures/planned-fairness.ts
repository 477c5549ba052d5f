/** With unequal base rates no algorithm satisfies every measure, so one of them binds. */
export interface PlannedFairness {
  readonly measure: FairnessMeasure;
  /** Whether the algorithm's positive answer is the one people hope for (a grant) or fear (a high risk). */
  readonly favourable: "positive" | "negative";
  /** Groups as the file names them. */
  readonly reference: string;
  /** Each is compared with the reference; the largest difference allowed is the indicator's floor. */
  readonly groups: readonly string[];
}

/** Share selected, true positive rate, false positive rate, precision. */
export const fairnessMeasures = ["selection", "tpr", "fpr", "ppv"] as const;
export type FairnessMeasure = (typeof fairnessMeasures)[number];
