import type { Reason } from "../words/decision.ts";
import { textKey } from "../words/plain-text.ts";
import { when } from "../words/reasons.ts";
import { importFields, leftOut } from "./fields.ts";
import type { ImportField, ImportKind } from "./fields.ts";
import type { ImportReading } from "./reading.ts";
import type { ForeignRow, ForeignTable } from "./table.ts";

/** How a table is read: nothing in it depends on the order of the columns. */
export interface ImportMapping {
  readonly kind: ImportKind;
  readonly reading: ImportReading;
  /** Heading by field. */
  readonly columns: Readonly<Record<string, string>>;
  /** What holds for the rows that say nothing, by field. */
  readonly same: Readonly<Record<string, string>>;
  /** What a column's word stands for, by field and by the word's key; `leftOut`: its row is left out. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What becomes of a name that is longer than a title: its row is left out, or it is cut and stands whole in the need. */
  readonly longNames: "leave" | "cut";
}

/** A row as it is meant: a text by field, and every reason why it cannot be used. */
export interface MappedRow {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  /** The fields of which the file itself says something. */
  readonly stated: readonly string[];
  /** The file's own word, where the value stands for one. */
  readonly labels: Readonly<Record<string, string>>;
  readonly reasons: readonly Reason[];
}

export function mappedRows(table: ForeignTable, mapping: ImportMapping): readonly MappedRow[] {
  const columns = columnsOf(table, mapping);
  return table.rows.map((row) => mappedRow(row, table, mapping, columns));
}

/** Headings of the mapping that the file has not. */
export const missingColumns = ({ headings }: ForeignTable, { columns }: ImportMapping): readonly string[] =>
  Object.values(columns).filter((heading) => heading !== "" && !headings.includes(heading));

/** The words of the columns whose words stand for something, most frequent first. */
export function wordsOf({ headings, rows }: ForeignTable, heading: string, most: number): readonly Word[] {
  const at = headings.indexOf(heading);
  const counted = new Map<string, Word>();
  for (const { cells } of at < 0 ? [] : rows) {
    const label = plain(cells[at]);
    const known = counted.get(textKey(label));
    if (label !== "") counted.set(textKey(label), { label: known?.label ?? label, rows: (known?.rows ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1)).slice(0, most);
}

export interface Word {
  readonly label: string;
  /** How many rows have it. */
  readonly rows: number;
}

type Columns = readonly (readonly [ImportField, number])[];

const columnsOf = ({ headings }: ForeignTable, { kind, columns }: ImportMapping): Columns =>
  importFields[kind].map((field) => [field, headings.indexOf(columns[field.key] ?? "")]);

function mappedRow(
  { row, cells }: ForeignRow,
  { headings, strict }: ForeignTable,
  mapping: ImportMapping,
  columns: Columns,
): MappedRow {
  const ragged = cells.length > headings.length || (strict && cells.length < headings.length);
  if (ragged) {
    const reason = { code: "ImportRagged", params: { cells: cells.length, expected: headings.length } };
    return { row, values: {}, stated: [], labels: {}, reasons: [reason] };
  }
  const meant = columns.map(([field, at]) => valueOf(field, plain(cells[at]), mapping));
  return {
    row,
    values: Object.fromEntries(meant.map(({ key, value }) => [key, value])),
    stated: meant.filter(({ label }) => label !== "").map(({ key }) => key),
    labels: Object.fromEntries(
      meant.filter(({ valued, label }) => valued && label !== "").map(({ key, label }) => [key, label]),
    ),
    reasons: meant.flatMap(({ reasons }) => reasons),
  };
}

interface Meant {
  readonly key: string;
  readonly valued: boolean;
  readonly label: string;
  readonly value: string;
  readonly reasons: readonly Reason[];
}

/** A word that nobody said the meaning of is never guessed at: its row is left out, and says so. */
function valueOf(field: ImportField, label: string, { same, values }: ImportMapping): Meant {
  const { key, required } = field;
  const valued = field.valued === true;
  const meaning = values[key]?.[textKey(label)];
  const value = label === "" ? (same[key] ?? "") : valued ? (meaning ?? "") : label;
  const word = label.slice(0, 120);
  const isLeft = valued && value === leftOut;
  return {
    key,
    valued,
    label,
    value: isLeft ? "" : value,
    reasons: [
      ...when(isLeft, "ImportLeftOut", undefined, { importField: key, word }),
      ...when(valued && label !== "" && (meaning ?? "") === "", "ImportWordUnmapped", undefined, {
        importField: key,
        word,
      }),
      ...when(required === true && label === "" && value === "", "ImportCellMissing", undefined, { importField: key }),
    ],
  };
}

/** A cell's text, its line ends as ours. */
const plain = (cell: string | undefined): string => (cell ?? "").replaceAll(/\r\n?/g, "\n").trim().normalize("NFC");
