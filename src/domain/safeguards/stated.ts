import { isAccepted, safeguardsOf } from "../technology/state/safeguards.ts";
import type { SafeguardAnswers, SafeguardsSlice } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Day } from "../words/text.ts";
import { mayNotReview } from "./may-not-review.ts";

/** What is stated of a kind that stands once, reviewed or not; null: nothing. */
export const statedAnswers = (t: SafeguardsSlice, kind: string): SafeguardAnswers | null =>
  safeguardsOf(t, kind)[0]?.answers ?? null;

/** The same where somebody who may has accepted just these words, until the last day that the review gave them. */
export function acceptedAnswers(t: Technology, kind: string, today: Day): SafeguardAnswers | null {
  const [only] = safeguardsOf(t, kind);
  if (only === undefined || only.review === null || only.submitted !== null || !isAccepted(only)) return null;
  const { by, until } = only.review;
  return mayNotReview(t, only, by) || (until !== null && until < today) ? null : only.answers;
}

/** Handed in at least: no longer a draft. */
export function isHandedIn(t: SafeguardsSlice, kind: string): boolean {
  const [only] = safeguardsOf(t, kind);
  return only !== undefined && (only.submitted !== null || isAccepted(only));
}
