import { field } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

const ratings = field("raters_by_units", "ratings", { atLeast: 1 });

export const raterGuides: MethodGuides = {
  krippendorff_alpha: {
    group: "raters",
    formula: "α = 1 − observed disagreement / expected disagreement",
    fields: [ratings],
    example: {
      raters_by_units: [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
      ],
    },
  },
  gwet_ac2: {
    group: "raters",
    formula: "AC2 = (pₐ − pₑ)/(1 − pₑ), pₑ = (Σ w)/(q(q − 1)) · Σ πₖ(1 − πₖ), w = 1 − |k − l|(|k − l| + 1)/(q(q − 1))",
    fields: [ratings, field("anchors", "count", { least: 2, most: 100 })],
    example: {
      raters_by_units: [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
      ],
      anchors: 5,
    },
  },
  intraclass_correlation: {
    group: "raters",
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
  },
  moderation_needed: {
    group: "raters",
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
  },
};
