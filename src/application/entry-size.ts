import type { Reason } from "../domain/words/decision.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { JsonObject } from "../domain/words/json.ts";

/**
 * Bytes of the largest entry that is written. An entry stays for good and is read again whenever its technology is looked at, so
 * that a large one slows every page for ever; what people and tools honestly record stays below (a load test of a thousand levels has
 * three quarters of it). Entries from before this limit are read whatever their size.
 */
export const largestEntry = 3 << 19;

/** Why events cannot be written, before anything is stored; empty where each of them is small enough. */
export function entryTooLarge(events: readonly { readonly payload: object }[], field?: string): readonly Reason[] {
  const largest = Math.max(0, ...events.map(({ payload }) => bytesOf(payload)));
  if (largest <= largestEntry) return [];
  const params = { bytes: largest, most: largestEntry };
  return [{ code: "EntryTooLarge", params, ...(field !== undefined && { field }) }];
}

const bytesOf = (payload: object): number => Buffer.byteLength(canonicalJson(payload as JsonObject), "utf8");
