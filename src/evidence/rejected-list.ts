import type { RejectedRow } from "../domain/evidence/measurement.ts";
import type { EvidenceFile, ReadOptions } from "./format.ts";
import { readEvidence } from "./read.ts";
import { placeOf, type RowSeen } from "./row-seen.ts";

export interface RejectedList {
  /** Those of tables, with their cells; at most as many as a spreadsheet is opened for. */
  readonly rows: readonly RowSeen[];
  /** The first hundred of any other format. */
  readonly others: readonly RejectedRow[];
  /** All of them. */
  readonly count: number;
}

const most = 20_000;

/** Every row of a piece that cannot be used, with what stands there and why, for whoever corrects the file. */
export async function rejectedRows(files: readonly EvidenceFile[], options: ReadOptions): Promise<RejectedList> {
  const rows = new Map<string, RowSeen>();
  let count = 0;
  const onRow = (row: RowSeen): void => {
    const place = placeOf(row);
    if (row.taken !== "rejected") rows.delete(place);
    else if (rows.size < most || rows.has(place)) rows.set(place, row);
    else count += 1;
  };
  const outcome = await readEvidence(files, { ...options, onRow });
  if (outcome.kind !== "measured") return { rows: [...rows.values()], others: [], count: rows.size + count };
  const { rejectedRows: others, rejectedCount } = outcome.measurement;
  return { rows: [...rows.values()], others: rows.size > 0 ? [] : others, count: rejectedCount };
}
