import { isAccepted, safeguardsOf } from "../technology/state/safeguards.ts";
import type { SafeguardAnswers, SafeguardsSlice } from "../technology/state/safeguards.ts";

/** What is stated of a kind that stands once, reviewed or not; null: nothing. */
export const statedAnswers = (t: SafeguardsSlice, kind: string): SafeguardAnswers | null =>
  safeguardsOf(t, kind)[0]?.answers ?? null;

/** The same where somebody independent has accepted just these words. */
export function acceptedAnswers(t: SafeguardsSlice, kind: string): SafeguardAnswers | null {
  const [only] = safeguardsOf(t, kind);
  return only !== undefined && isAccepted(only) ? only.answers : null;
}

/** Handed in at least: no longer a draft. */
export function isHandedIn(t: SafeguardsSlice, kind: string): boolean {
  const [only] = safeguardsOf(t, kind);
  return only !== undefined && (only.submitted !== null || isAccepted(only));
}
