import type { Json } from "../words/json.ts";
import type { Methods } from "./method.ts";
import type { SampleSize } from "./sample-size.ts";
import { sampleSizeAvailability } from "./sample-size-availability.ts";
import { sampleSizeEquivalence, sampleSizeMean, sampleSizeNonInferiority, sampleSizeShare } from "./sample-size.ts";

/** How much evidence to plan for, before anybody collects it. */
export const sampleSizeMethods: Methods = {
  sample_size_share: {
    about: "Independent trials for the exact lower bound of a share to reach a floor",
    sources: ["clopper-pearson-1934"],
    run: (input) =>
      sizes(sampleSizeShare(input.number("expected"), input.probability("floor"), input.probability("conf_one_sided"))),
  },
  sample_size_mean: {
    about: "Observations for the t-bound of a mean to reach a floor",
    sources: ["guenther-1981"],
    run: (input) =>
      sizes(
        sampleSizeMean(
          input.number("expected") - input.number("floor"),
          input.number("sd"),
          input.probability("conf_one_sided"),
        ),
      ),
  },
  sample_size_availability: {
    about: "Days of observation for the availability's bound to reach a floor, with an even chance and with 80 %",
    sources: ["thompson-1966", "epstein-sobel-1953"],
    run: (input): Json => {
      const expected = {
        per30Days: input.number("outages_per_30_days"),
        minutesEach: input.number("minutes_each"),
        restoreMinutes: input.number("restore_minutes"),
      };
      const days = sampleSizeAvailability(expected, input.probability("floor"), input.probability("conf_one_sided"));
      return { days_with_80_percent_chance: days?.withPower ?? null, days_with_even_chance: days?.atEstimate ?? null };
    },
  },
  sample_size_equivalence: {
    about: "People per group to show that two shares lie apart by less than a limit, whichever is ahead",
    sources: ["schuirmann-1987", "julious-2004"],
    run: (input) => {
      const [share, reference] = [input.number("share"), input.number("reference")];
      const size = sampleSizeEquivalence(
        share,
        reference,
        input.probability("limit"),
        input.probability("conf_one_sided"),
      );
      return sizes(size);
    },
  },
  sample_size_non_inferiority: {
    about: "People per group to show that a share is not worse by more than a margin",
    sources: ["blackwelder-1982"],
    run: (input) => ({
      n_per_group: sampleSizeNonInferiority(input.probability("share"), input.probability("margin")),
    }),
  },
};

/** null: the expected value does not lie beyond the floor, or ten million would not be enough. */
function sizes(size: SampleSize | undefined): Json {
  return { n_at_estimate: size?.atEstimate ?? null, n_with_80_percent_chance: size?.withPower ?? null };
}
