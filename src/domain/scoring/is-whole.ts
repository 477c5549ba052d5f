import type { IndicatorResult } from "./verdict-types.ts";

/** True of an indicator itself; its groups and its comparison with a baseline bear floors of their own and no weight. */
export function isWhole({ group, comparison }: Pick<IndicatorResult, "group" | "comparison">): boolean {
  return group === undefined && comparison === undefined;
}
