import type { Fields } from "./fields.ts";
import type { Labels } from "./labels.ts";

const quote = 0x22;

/** Counts a request under the text of a CSV cell, whose doubled quotes are single ones. */
export function addCell(labels: Labels, fields: Fields, column: number, units: number, failed: boolean): void {
  const { buffer, starts, ends } = fields;
  const from = starts[column] ?? 0;
  const to = ends[column] ?? 0;
  if (buffer[from - 1] !== quote || !doubled(buffer, from, to)) {
    labels.add(buffer, from, to, units, failed);
    return;
  }
  const label = Buffer.from(Buffer.from(buffer.subarray(from, to)).toString("latin1").replaceAll('""', '"'), "latin1");
  labels.add(label, 0, label.length, units, failed);
}

function doubled(buffer: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (buffer[i] === quote) return true;
  return false;
}
