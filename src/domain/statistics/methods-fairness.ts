import type { Json } from "../words/json.ts";
import { compareGroups } from "./group-comparison.ts";
import type { GroupComparison } from "./group-comparison.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { suppress } from "./suppression.ts";

/** Groups compared with their sample sizes, and small cells kept back. */
export const fairnessMethods: Methods = {
  group_comparison: {
    about: "Each group's rate against a reference group: difference, ratio, and nothing said about the few",
    sources: ["newcombe-1998-two", "katz-1978"],
    run: (input): Json => {
      const groups = input.objects("groups").map((row) => {
        const group = row.raw("group");
        if (typeof group !== "string") throw new MethodInputError("groups: each has a group, which is text");
        return { group, events: row.count("events"), n: row.count("n") };
      });
      const reference = input.raw("reference");
      if (typeof reference !== "string") throw new MethodInputError("reference: is text");
      const rules = { minimum: input.count("minimum"), confidence: input.probability("conf") };
      return { by_group: Object.fromEntries(compareGroups(groups, reference, rules).map((x) => [x.group, shown(x)])) };
    },
  },
  suppress_small_cells: {
    about: "A table of counts with small cells, and a second one per line, kept back",
    sources: ["fcsm-2005", "house-suppressed"],
    run: (input) => ({ shown: suppress(input.rows("counts"), input.count("least")) }),
  },
};

function shown({ n, verdict, rate, difference, ratio, underFourFifths }: GroupComparison): Json {
  const decision = verdict.replaceAll("-", "_");
  if (rate === undefined) return { n, decision };
  if (difference === undefined) return { n, rate, decision };
  return {
    n,
    rate,
    decision,
    diff: difference.diff,
    diff_lower: difference.lower,
    diff_upper: difference.upper,
    ratio: ratio?.ratio ?? null,
    ratio_lower: ratio?.lower ?? null,
    ratio_upper: ratio?.upper ?? null,
    under_four_fifths: underFourFifths ?? false,
  };
}
