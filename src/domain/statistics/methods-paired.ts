import type { Json } from "../words/json.ts";
import { raterSpread } from "./krippendorff.ts";
import { welchDifference } from "./means.ts";
import { tooFew } from "./method.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { pairedDifference } from "./paired-shares.ts";
import { signedRank } from "./signed-rank.ts";

/** Before and after, pilot and baseline, and raters on the same items. */
export const pairedMethods: Methods = {
  newcombe_paired_difference: {
    about: "Difference of two shares of the same people, before and after",
    sources: ["newcombe-1998-paired"],
    run: (input) => {
      const counts = {
        both: input.count("both"),
        first: input.count("first_only"),
        second: input.count("second_only"),
        neither: input.count("neither"),
      };
      return { ...pairedDifference(counts, input.probability("conf")) };
    },
  },
  wilcoxon_signed_rank: {
    about: "Shift of the same people's values by signed ranks, exact for small samples",
    sources: ["wilcoxon-1945", "hodges-lehmann-1963", "hollander-2014-one"],
    run: (input) => {
      const [before, after] = [input.numbers("before"), input.numbers("after")];
      if (before.length !== after.length) throw new MethodInputError("after: as many numbers as before");
      const x = signedRank(
        after.map((value, i) => value - (before[i] ?? 0)),
        input.probability("conf"),
      );
      return { V: x.v, p: x.p, estimate: x.estimate, lower: x.lower, upper: x.upper, ...tooFew(x.lower) };
    },
  },
  non_inferiority_means: {
    about: "Is the pilot's mean not worse than the baseline's by more than a margin?",
    sources: ["piaggio-2012", "welch-1947", "ich-e9"],
    run: (input) => {
      const margin = input.number("margin");
      if (!(margin > 0)) throw new MethodInputError("margin: is above 0");
      const x = welchDifference(input.numbers("pilot"), input.numbers("baseline"), input.probability("conf"));
      const decision = x.lower > -margin ? "pass" : x.upper < -margin ? "fail" : "not_enough_evidence";
      return { diff: x.diff, lower: x.lower, upper: x.upper, decision };
    },
  },
  moderation_needed: {
    about: "Which rated items go to moderation: raters far apart, or on both sides of the floor",
    sources: ["house-moderation"],
    run: (input): Json => {
      const ratings = input.rowsOrNull("raters_by_units");
      const [floor, spread] = [input.number("floor"), input.number("spread")];
      const items = Array.from({ length: Math.max(0, ...ratings.map((row) => row.length)) }, (_, unit) =>
        ratings.map((row) => row[unit] ?? null),
      );
      const splits = items.map((item) => {
        const given = item.filter((x) => x !== null);
        return given.some((x) => x < floor) && given.some((x) => x >= floor);
      });
      const spreads = items.map(raterSpread);
      return {
        spread: spreads,
        split: splits,
        moderate: spreads.flatMap((x, i) => (x >= spread || splits[i] === true ? [i + 1] : [])),
      };
    },
  },
};
