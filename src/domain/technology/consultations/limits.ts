/** How far a consultation may go; what lies beyond is a slip of the keyboard, or more than pages and people are made for. */
export const consultationLimits = {
  /** Unanswered at a time in one technology. */
  open: 10,
  /** Days from the first to the last. */
  days: 366,
  papers: 20,
  options: 20,
  points: 200,
  groups: 60,
  /** People of one group at a hearing. */
  people: 10_000,
  /** Answers of one poll, and so codes given out. */
  answers: 20_000,
  /** Codes given out at a time: a stack of cards. */
  codes: 2_000,
  batches: 100,
} as const;
