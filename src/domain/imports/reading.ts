import type { Encoding } from "../evidence/encoding.ts";

/** How a file is to be read, as far as somebody said so. */
export interface ImportReading {
  readonly encoding?: Encoding;
  readonly sheet?: string;
  /** Which row holds the headings, counted from 1 among those that are not blank; null: the likeliest. */
  readonly headingRow: number | null;
}
