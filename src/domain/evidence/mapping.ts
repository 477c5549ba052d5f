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
};

/** One of these texts (trimmed, case kept), or a number on this side of a limit. */
export type CellCondition =
  | { readonly is: "one-of"; readonly values: readonly string[] }
  | { readonly is: "at-least"; readonly limit: number }
  | { readonly is: "at-most"; readonly limit: number };
