export interface SummaryPlan {
  /** Names of the services the pilot plan means; the others of a file are counted only. */
  readonly services?: readonly string[];
  /** Groups with fewer people carry only n. */
  readonly minGroup: number;
  /** Identified respondents or participants counted in an earlier piece: left out here. */
  readonly excluded?: ReadonlySet<string>;
  /**
   * Groups that the record may call by name (NFC): the others get numbers (group-labels.ts). Undefined for a piece that was
   * recorded before there were numbers: it names them all.
   */
  readonly named?: ReadonlySet<string>;
}
