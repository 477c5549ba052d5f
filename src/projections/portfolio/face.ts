import { hash } from "node:crypto";
import type { UnfacedRow } from "./table.ts";

/**
 * Of all that a list shows of a row: two rows of one face are drawn alike on the same day, in the same language and
 * with the same names of departments. Whatever a `ShownRow` is made of has to stand here.
 */
export function faceOf(row: UnfacedRow): string {
  const { slug, name, department, stage, held, gate, gateWaits, conditions, dateSort, detail } = row;
  const columns = [slug, name, department, stage, held, gate, gateWaits, conditions, dateSort, detail];
  return hash("sha256", JSON.stringify(columns), "base64url").slice(0, 22);
}
