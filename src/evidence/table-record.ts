import type { Encoding } from "../domain/evidence/encoding.ts";
import type { CellCondition } from "../domain/evidence/mapping.ts";
import { plainText } from "../domain/words/plain-text.ts";
import { encodingTitles } from "./encoding.ts";
import type { TableHeader } from "./header.ts";
import { judged } from "./mapping.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";

/** What stands between two line ends, before it is a row of the table. */
export interface TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
  /** False for a last one without a line end: it may be cut off. */
  readonly ended: boolean;
}

/**
 * Why a record is no row of the table, null where it is one. Empty cells beyond the header are a spreadsheet's habit, and so is
 * leaving out the delimiters of the empty cells at a row's end: what is missing there is empty, where no column needs it.
 */
export function unfit(
  { count, fewest }: TableHeader,
  { cells, ended }: TableRecord,
  encoding: Encoding,
): Unreadable | null {
  const filled = cells.length > count && cells.slice(count).some((cell) => cell.trim() !== "");
  if (cells.length < (ended ? fewest : count) || filled)
    return new Unreadable("fields", { fields: cells.length, columns: count });
  if (cells.some((cell) => cell.includes("\0"))) return new Unreadable("the-row-holds-a-nul-byte");
  const strange = cells.some((cell) => cell.includes("\uFFFD"));
  return strange ? new Unreadable("the-row-holds-bytes-that-are-not", { encoding: encodingTitles[encoding] }) : null;
}

/** Why a cell under a condition is neither true nor false; null where each is one of them. */
export function undecided(
  header: TableHeader,
  cells: readonly string[],
  conditions: Readonly<Record<string, CellCondition>>,
): Unreadable | null {
  for (const [column, condition] of Object.entries(conditions)) {
    const at = header.index.get(column);
    const judgement = at === undefined ? "" : judged(condition, plainText(cells[at] ?? ""));
    if (isUnreadable(judgement)) return judgement.at(column);
  }
  return null;
}
