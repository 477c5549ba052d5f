import { summarise } from "../statistics/means.ts";
import type { Rates } from "./statistics.ts";

/** Mean and sd (n−1); sd is absent for one value, the mean 0 for none. The order of the values changes nothing. */
export function rates(values: readonly number[]): Rates {
  if (values.length === 0) return { n: 0, mean: 0 };
  return { ...summarise(values.toSorted((a, b) => a - b)) };
}
