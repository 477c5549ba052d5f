/** How far a collection may go; what lies beyond is a slip of the keyboard, or more than pages and machines are made for. */
export const collectionLimits = {
  /** Open at a time in one technology. */
  open: 10,
  groups: 12,
  places: 20,
  tasks: 20,
  /** Days from the first to the last. */
  days: 366,
  /** Answers of one collection, and so codes given out. */
  answers: 20_000,
  /** Codes given out at a time: a stack of cards. */
  codes: 2_000,
  batches: 100,
} as const;
