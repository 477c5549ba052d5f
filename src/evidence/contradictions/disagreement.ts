import type { Warning } from "../../domain/evidence/measurement.ts";

/** Totals against their parts: one warning, however many of them disagree. */
export function disagreement(found: readonly string[]): Warning[] {
  if (found.length === 0) return [];
  const more = found.length > 3 ? ` and ${found.length - 3} more` : "";
  return [{ code: "totals-disagree", message: `Totals and parts disagree: ${found.slice(0, 3).join("; ")}${more}` }];
}
