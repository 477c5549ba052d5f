/**
 * What a simulated technology is really like. Shares 0–1, SUS 0–100, headroom and volume as a ratio to demand, rubrics 1–5.
 */
export interface Truth {
  readonly availability: number;
  readonly failedShare: number;
  readonly withinShare: number;
  readonly headroom: number;
  readonly volume: number;
  readonly sus: number;
  readonly taskSuccess: number;
  readonly rubric: number;
}

/** The noise that real pilots have; `calm` has next to none of it. */
export interface Nuisance {
  /** Seconds that a stall of the load run lasts, in which every request fails; 0: each request fails by itself. */
  readonly stallSeconds: number;
  /** Correlation of neighbouring slices of 10 s in the share answered in time, 0–1. */
  readonly sliceCorrelation: number;
  /** Standard deviation of a slice's share answered in time, as far as the share allows it. */
  readonly sliceSpread: number;
  /** Hours until it is up again, mean, and the coefficient of variation (1: exponential; above: lognormal). */
  readonly repairHours: number;
  readonly repairVariation: number;
  /** What the plan promises, hours: it may be anything. */
  readonly promisedHours: number;
  /** Of a person's attempts among themselves, 0–1. */
  readonly intraclass: number;
  readonly susSpread: number;
  /** Share of very unhappy people (SUS about 20) among the others. */
  readonly unhappy: number;
  /** Standard deviation of what sites truly are, in standard deviations of one answer; of load runs, as a share of the truth. */
  readonly siteSpread: number;
  /** Coefficient of variation of the volume of a run. */
  readonly volumeSpread: number;
  /** Standard deviation of an evaluator's score, anchors. */
  readonly raterSpread: number;
}

/** How much is collected. */
export interface Samples {
  readonly days: number;
  /** Restore drills. */
  readonly drills: number;
  readonly loadHours: number;
  /** Load of the long run, as a ratio to demand. */
  readonly loadLevel: number;
  /** Pieces into which the load is split, each of the same length. */
  readonly loadRuns: number;
  readonly volumeRuns: number;
  readonly respondents: number;
  readonly participants: number;
  readonly attemptsEach: number;
  readonly evaluators: number;
  /** Sites from which answers and attempts come, as pieces of their own. */
  readonly sites: number;
}
