import type { Slice } from "../../domain/evidence/measurement.ts";

/** The slices of stretches in their order, each further stretch marked as not following on the one before. */
export function inStretches(stretches: readonly (readonly Slice[])[]): Slice[] {
  return stretches
    .filter((slices) => slices.length > 0)
    .flatMap(([first, ...rest], i) =>
      first === undefined ? [] : [i === 0 ? first : { ...first, apart: true }, ...rest],
    );
}
