import type { Json } from "../words/json.ts";
import { gwetAgreement } from "../statistics/gwet.ts";
import { intraclassCorrelation } from "../statistics/icc.ts";
import { krippendorffAlpha, raterSpread } from "../statistics/krippendorff.ts";
import { field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";

const krippendorff2011: Source = {
  key: "krippendorff-2011",
  reference:
    "Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania, Annenberg School for Communication, Departmental Papers 43.",
};

const krippendorff2019: Source = {
  key: "krippendorff-2019",
  reference:
    "Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology, 4th ed. Sage, chapter 12 (limits 0.667 and 0.800).",
};

const gwet2008: Source = {
  key: "gwet-2008",
  reference:
    "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology 61(1): 29–48.",
};

const gwet2014: Source = {
  key: "gwet-2014",
  reference:
    "Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced Analytics, chapters 3 (ordinal weights) and 5 (missing ratings).",
};

const shroutFleiss1979: Source = {
  key: "shrout-fleiss-1979",
  reference:
    "Shrout, P. E., Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86(2): 420–428.",
};

const houseModeration: Source = {
  key: "house-moderation",
  reference: "A rule of this product; spread and floor stand in the policy.",
};

const ratings = field("raters_by_units", "ratings", { atLeast: 1 });

const fourRaters: Json = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];

export const raterMethods: Methods = {
  krippendorff_alpha: {
    about: "Agreement of raters, missing ratings allowed; null where the ratings do not vary",
    sources: [krippendorff2011, krippendorff2019],
    formula: "α = 1 − observed disagreement / expected disagreement",
    fields: [ratings],
    example: {
      raters_by_units: fourRaters,
    },
    run: (input): Json => {
      const ratings = input.rowsOrNull("raters_by_units");
      const levels = ["nominal", "ordinal", "interval", "ratio"] as const;
      return {
        ...Object.fromEntries(levels.map((level) => [level, krippendorffAlpha(ratings, level).alpha])),
        raw_agreement: krippendorffAlpha(ratings, "nominal").raw,
      };
    },
  },
  gwet_ac2: {
    about: "Agreement of raters on few items, ordinal anchors 1 to the highest, missing ratings allowed; AC1 beside it",
    sources: [gwet2008, gwet2014],
    formula: "AC2 = (pₐ − pₑ)/(1 − pₑ), pₑ = (Σ w)/(q(q − 1)) · Σ πₖ(1 − πₖ), w = 1 − |k − l|(|k − l| + 1)/(q(q − 1))",
    fields: [ratings, field("anchors", "count", { least: 2, most: 100 })],
    example: {
      raters_by_units: fourRaters,
      anchors: 5,
    },
    run: (input): Json => {
      const anchors = input.count("anchors");
      if (anchors < 2 || anchors > 100) throw new MethodInputError("anchors: lies between 2 and 100");
      const ratings = input.rowsOrNull("raters_by_units");
      const { ac2, ac1 } = gwetAgreement(ratings, anchors);
      return { ac2, ac1, raw_agreement: krippendorffAlpha(ratings, "nominal").raw };
    },
  },
  intraclass_correlation: {
    about: "Agreement of judges who rated the same targets in numbers",
    sources: [shroutFleiss1979],
    formula: "ICC(2,1) = (MSB − MSE) / (MSB + (k − 1)·MSE + k·(MSJ − MSE)/n)",
    fields: [field("targets_by_judges", "table", { atLeast: 2 })],
    example: {
      targets_by_judges: [
        [9, 2, 5, 8],
        [6, 1, 3, 2],
        [8, 4, 6, 8],
        [7, 1, 2, 6],
        [10, 5, 6, 9],
        [6, 2, 4, 7],
      ],
    },
    run: (input) => ({ ...intraclassCorrelation(input.rows("targets_by_judges")) }),
  },
  moderation_needed: {
    about: "Which rated items go to moderation: raters far apart, or on both sides of the floor",
    sources: [houseModeration],
    formula: "largest − smallest rating ≥ spread, or ratings on both sides of the floor",
    fields: [ratings, field("floor", "number"), field("spread", "number", { least: 0 })],
    example: {
      raters_by_units: [
        [3, 4, 1, 2],
        [3, 2, 2, null],
        [4, 3, 2, 5],
      ],
      floor: 3,
      spread: 2,
    },
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
