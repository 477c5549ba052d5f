import { underFourFifths } from "../statistics/fairness.ts";
import { suppress } from "../statistics/suppression.ts";
import { field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";

const eeoc1978: Source = {
  key: "eeoc-1978",
  reference:
    "Equal Employment Opportunity Commission and others (1978). Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D. Federal Register 43: 38290–38315.",
};

const eeoc1979: Source = {
  key: "eeoc-1979",
  reference:
    "Equal Employment Opportunity Commission and others (1979). Questions and answers on the Uniform Guidelines, question 11. Federal Register 44: 11996–12009.",
};

const fcsm2005: Source = {
  key: "fcsm-2005",
  reference:
    "Federal Committee on Statistical Methodology (2005). Report on Statistical Disclosure Limitation Methodology. Statistical Policy Working Paper 22, second version (complementary suppression).",
};

const houseSuppressed: Source = {
  key: "house-suppressed",
  reference: "A rule of this product: counts under ten are not shown.",
};

/** The four-fifths rule, and small cells kept back. */
export const fourFifthsMethods: Methods = {
  four_fifths_rule: {
    about: "Ratios of selection rates to the highest, flagged under four fifths in whole numbers",
    sources: [eeoc1978, eeoc1979],
    formula: "5 · x₁ · n₂ < 4 · x₂ · n₁, against the highest rate",
    fields: [field("rates_per_100", "named", { least: 0, most: 100, whole: true, atLeast: 2 })],
    example: { rates_per_100: { white: 60, american_indian: 45, hispanic: 48, black: 51 } },
    run: (input) => {
      const rates = input.record("rates_per_100");
      const highest = Object.entries(rates).reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
      const others = Object.entries(rates).filter(([name]) => name !== highest[0]);
      return {
        ratios: Object.fromEntries(others.map(([name, rate]) => [name, rate / highest[1]])),
        flagged: others.filter(([, rate]) => underFourFifths(rate, 100, highest[1], 100)).map(([name]) => name),
      };
    },
  },
  four_fifths_rule_exact: {
    about: "Four-fifths rule on counts [x1, n1, x2, n2]: exactly 80 % is no finding",
    sources: [eeoc1978, eeoc1979],
    formula: "5 · x₁ · n₂ < 4 · x₂ · n₁",
    fields: [
      field("cases", "table", {
        length: 4,
        atLeast: 1,
        least: 0,
        most: 1e12,
        whole: true,
        columns: ["x1", "n1", "x2", "n2"].map((name) => ({ name })),
      }),
    ],
    example: {
      cases: [
        [4, 6, 5, 6],
        [8, 12, 10, 12],
        [48, 80, 60, 80],
      ],
    },
    run: (input) => ({
      flagged: input.tuples("cases", 4).map(([x1 = 0, n1 = 0, x2 = 0, n2 = 0]) => underFourFifths(x1, n1, x2, n2)),
    }),
  },
  suppress_small_cells: {
    about: "A table of counts with small cells, and a second one per line, kept back",
    sources: [fcsm2005, houseSuppressed],
    formula: "every count under the limit, and in each line with just one of these the smallest other count",
    fields: [
      field("counts", "table", { least: 0, most: 1e12, whole: true, atLeast: 1 }),
      field("least", "count", { most: 1000 }),
    ],
    example: {
      counts: [
        [120, 45, 7],
        [80, 33, 21],
        [64, 28, 15],
      ],
      least: 10,
    },
    run: (input) => ({ shown: suppress(input.rows("counts"), input.count("least")) }),
  },
};
