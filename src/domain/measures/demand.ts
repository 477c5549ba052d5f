/** What a full rollout must carry; null is "not stated", never zero. */
export interface Demand {
  readonly users: number | null;
  readonly requestsPerSecond: number | null;
  /** Records to process per hour. */
  readonly recordsPerHour: number | null;
}
