import type { Statistics } from "./statistics.ts";

/**
 * Optional figures that came after the first entries: one made before them lacks them and is no other for it. A figure that
 * readers learn to give later is added here, so that what was recorded without it is measured again without it.
 */
const later: ReadonlySet<string> = new Set(["failedBlocks", "withinBlocks", "scale", "leftOut", "withVersion"]);

/** Statistics measured again, without the later figures that the record, wherever they would stand, does not have. */
export function asRecorded(recorded: Statistics, again: Statistics): Statistics {
  return without(recorded, again) as Statistics;
}

function without(recorded: unknown, again: unknown): unknown {
  if (Array.isArray(recorded) && Array.isArray(again)) return again.map((member, i) => without(recorded[i], member));
  if (!isPlain(recorded) || !isPlain(again)) return again;
  const recordedEntries = Object.entries(again).filter(([key]) => !later.has(key) || key in recorded);
  return Object.fromEntries(recordedEntries.map(([key, value]) => [key, without(recorded[key], value)]));
}

const isPlain = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
