import type { Warning } from "../../domain/evidence/measurement.ts";

/** Totals against their parts: one warning, however many of them disagree. */
export function disagreement(messages: readonly string[]): Warning[] {
  if (messages.length === 0) return [];
  const more = messages.length > 3 ? ` and ${messages.length - 3} more` : "";
  return [{ code: "totals-disagree", message: `Totals and parts disagree: ${messages.slice(0, 3).join("; ")}${more}` }];
}
