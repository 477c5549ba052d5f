export interface Attempt {
  /** As typed, normalised; unknown ones are counted in the same way. */
  readonly account: string;
  readonly address: string;
  /** A browser on which this account signed in before. */
  readonly device: string | null;
}

/** Guessing gets slower, its victim does not get locked out: how, stands in throttle-rules.ts. */
export interface Throttle {
  /**
   * Seconds to wait before this attempt is looked at. 0 = go on, and it counts as failed until `succeeded` says
   * otherwise: looked at and counted in one, so that many guesses at once cannot slip past the counter.
   */
  begin(attempt: Attempt): Promise<number>;
  /** The owner is in: what counted against them here is forgotten, and an office full of others is none the worse for it. */
  succeeded(attempt: Attempt): Promise<void>;
}
