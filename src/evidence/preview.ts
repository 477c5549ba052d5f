import type { FormatName } from "../domain/evidence/format-name.ts";
import { beginningOf } from "./beginning.ts";
import type { EvidenceFile, ReadOptions } from "./format.ts";
import { readEvidence } from "./read.ts";
import { placeOf, type RowSeen } from "./row-seen.ts";

export interface Preview {
  /** The layout of the rows; null where the files are no tables. */
  readonly layout: FormatName | null;
  /** The first rows of the piece, in the order of its files. */
  readonly rows: readonly RowSeen[];
}

/** As many rows as one looks over. */
const most = 12;

/**
 * The first rows of a piece as they will be read: from the beginnings of its files only, so that it takes no longer for a
 * long file. Nothing is recorded of it.
 *
 * @returns no rows where the files are no tables
 */
export async function previewEvidence(files: readonly EvidenceFile[], options: ReadOptions): Promise<Preview> {
  const rows = new Map<string, RowSeen>();
  const onRow = (row: RowSeen): void => {
    const place = placeOf(row);
    if (rows.size < most || rows.has(place)) rows.set(place, row);
  };
  await readEvidence(files.map(beginningOf), { ...options, onRow });
  const [first] = rows.values();
  return { layout: first?.layout ?? null, rows: [...rows.values()] };
}
