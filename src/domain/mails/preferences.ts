/** How one person wants to be written to. */
export interface MailPreferences {
  /** One mail a day at most with what is due or has changed. */
  readonly digest: boolean;
  /** Of the person's own clock, from which the day's mail may come: 0–23. */
  readonly hour: number;
  /** On which the day's mail comes. */
  readonly days: readonly Weekday[];
  /** What cannot wait for it, at once. */
  readonly urgent: boolean;
  /** Null: the language of the account. */
  readonly locale: "en" | "zh-CN" | null;
  /** IANA name; null: the house's. */
  readonly timeZone: string | null;
}

/** As ISO 8601 counts: 1 is Monday. */
export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type Weekday = (typeof weekdays)[number];

/** Of whoever said nothing: nobody misses a date because a page was never opened. */
export const usualPreferences: MailPreferences = {
  digest: true,
  hour: 7,
  days: ["1", "2", "3", "4", "5"],
  urgent: true,
  locale: null,
  timeZone: null,
};
