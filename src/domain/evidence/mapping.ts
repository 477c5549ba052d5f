import type { Encoding } from "./encoding.ts";
import type { FormatName } from "./format-name.ts";

/**
 * How a person reads a table whose headings no reader knows: which heading stands for which column of the layout, which
 * cells mean yes, and which rows are meant. It is recorded with the piece, so that anyone can read the file again the
 * same way. Headings and conditions only, never a person's data. Type aliases, so that it is assignable to JsonObject.
 */
export type Mapping = {
  readonly format: FormatName;
  /** Column of the layout → heading in the file, exactly as it stands there but for spaces around it. */
  readonly columns: { readonly [column: string]: string };
  /** Column of the layout → which cells count as true; see `condition`. */
  readonly conditions: { readonly [column: string]: CellCondition };
  /** Only rows in which the cell under each heading is this text, trimmed. */
  readonly rows: { readonly [heading: string]: string };
  /**
   * What the file does not hold and the person states: column of the layout → text. "service" names the only service of
   * a file, whatever the file calls it; "from" and "to" (RFC 3339) give the period of one that has none.
   */
  readonly stated?: { readonly [column: string]: string };
  /** How the bytes are read; where absent, as the bytes tell or a reader guesses. */
  readonly encoding?: Encoding;
} & MappingAnswers;

/**
 * What a reader asked and a person answered, each absent where nobody was asked. A word here is a word of a column's
 * vocabulary ("是", "已解决"), never a name.
 */
export type MappingAnswers = {
  /** Column of the layout (or the field of a tool's file) → word as the file writes it → what it means there; "" means nothing was answered. */
  readonly values?: { readonly [column: string]: { readonly [word: string]: string } };
  /** Heading → texts whose rows are no data, such as "Median"; an empty list says that all rows are. */
  readonly leftOut?: { readonly [heading: string]: readonly string[] };
  /** The ends of the scale on which a questionnaire was answered. */
  readonly scale?: { readonly min: number; readonly max: number };
  /** How 3/5/2026 is meant. */
  readonly dayOrder?: "day-first" | "month-first";
  /** How 1,234 is meant. */
  readonly decimalSign?: "point" | "comma";
  /** Which of the two is meant where the number and the words of one answer contradict each other. */
  readonly numberOrWord?: "number" | "word";
  /** IANA name of the zone of times without one, where it is not the house's. */
  readonly zone?: string;
  /** Of a workbook. */
  readonly sheet?: string;
  /** Path of the file that is meant inside an archive. */
  readonly member?: string;
  /** Whether an id that an earlier piece has too is the same person. */
  readonly people?: "same" | "other";
};

/** One of these texts (trimmed, case kept), or a number on this side of a limit. */
export type CellCondition =
  | { readonly is: "one-of"; readonly values: readonly string[] }
  | { readonly is: "at-least"; readonly limit: number }
  | { readonly is: "at-most"; readonly limit: number };
