export interface Difference {
  /** Where, as a path: "conditions.3.status". */
  readonly where: string;
  /** Undefined where that side has nothing there. */
  readonly recorded: unknown;
  readonly recomputed: unknown;
}

/** Every place in which two plain values differ, at the deepest level, in the order of their keys. */
export function differencesIn(recorded: unknown, recomputed: unknown, where = ""): readonly Difference[] {
  if (isPlain(recorded) && isPlain(recomputed) && Array.isArray(recorded) === Array.isArray(recomputed)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(recomputed)])];
    return keys.flatMap((key) => differencesIn(recorded[key], recomputed[key], where === "" ? key : `${where}.${key}`));
  }
  return recorded === recomputed ? [] : [{ where, recorded, recomputed }];
}

const isPlain = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null;
