import type { Reason } from "./decision.ts";
import type { TextRef } from "./text.ts";

/** A blank text is never sealed, so a required one that is missing arrives as null or as no digest at all. */
export const required = (text: TextRef | null, field: string): readonly Reason[] =>
  text !== null && isDigest(text) ? [] : [{ code: "TextMissing", field }];

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
