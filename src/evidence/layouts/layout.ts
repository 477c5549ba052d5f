import type { FormatName } from "../../domain/evidence/format-name.ts";
import type { MeasurementKind } from "../../domain/evidence/measurement.ts";

export interface Column {
  readonly name: string;
  /** Other headings that mean the same; case, spaces, hyphens and underscores do not matter. */
  readonly aliases: readonly string[];
  /** Headings that go before its name, where both are there: "sus_1" before "q1". */
  readonly rather?: readonly string[];
  /** Matches the wording of a question that form tools put into the heading, in lower case. */
  readonly asks?: RegExp;
  readonly required: boolean;
  /** True where the column is needed and its cells may be empty: nobody answered. */
  readonly mayBeEmpty?: true;
  readonly meaning: string;
}

/** The headings of a file with the questions that stand below them, "" where none does. */
export interface HeadingsOfFile {
  /** Where each stands, by its plain spelling (heading-rows.ts). */
  readonly at: ReadonlyMap<string, readonly number[]>;
  readonly wordings: readonly string[];
}

/** A table that people may write themselves: shown on help pages, offered as a template, read by its reader. */
export interface Layout {
  readonly name: FormatName;
  readonly title: string;
  readonly kind: MeasurementKind;
  readonly meaning: string;
  readonly columns: readonly Column[];
  /** Columns that a file has by name only, though its questions say that they are others'. */
  denied?(headings: HeadingsOfFile): readonly string[];
  /** Data rows below the header, in the order of the columns. */
  readonly example: readonly (readonly string[])[];
}

export const need = (name: string, aliases: readonly string[], meaning: string): Column => ({
  name,
  aliases,
  required: true,
  meaning,
});
export const may = (name: string, aliases: readonly string[], meaning: string): Column => ({
  name,
  aliases,
  required: false,
  meaning,
});

/** How a layout says which times it takes. */
export const times = "RFC 3339 (2026-03-01T08:00:00Z), or local time in the configured zone (2026-03-01 08:00:00)";
