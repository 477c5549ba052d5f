/** What a command may touch beside its arguments: text for people and machines, and the configured zone. */
export interface CommandIo {
  /** One call, one line on stdout. */
  out(line: string): void;
  /** The same for answers of any length, which waits for a slow reader; absent where nobody reads as it is written. */
  outSlowly?(line: string): Promise<void>;
  /** One call, one line on stderr. */
  err(line: string): void;
  /** A question with yes or no to whoever sits at a terminal; absent where nobody does. */
  ask?(question: string): Promise<boolean>;
  /** TOUCHSTONE_TIME_ZONE */
  readonly timeZone: string;
}

/** Good, a negative finding, wrong use or unreadable input. */
export type ExitStatus = 0 | 1 | 2;
