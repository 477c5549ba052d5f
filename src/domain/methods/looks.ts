import { failRisk, lookConfidence } from "../statistics/looks.ts";
import { eValueSequence, gateEValue, shownEValue } from "../statistics/e-value.ts";
import { alphaField, field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { ramdas2023, robbins1970, ville1939 } from "./sources.ts";

const dunn1961: Source = {
  key: "dunn-1961",
  reference:
    "Dunn, O. J. (1961). Multiple comparisons among means. Journal of the American Statistical Association 56(293): 52–64.",
};

/** What looking more than once costs, and the rule that may be looked at any time. */
export const lookMethods: Methods = {
  look_confidence: {
    about: "Confidence each planned look keeps, and the risk shared by several floors",
    sources: [dunn1961],
    formula: "c′ = 1 − (1 − c)/L; a floor fails at (1 − c′)/m",
    fields: [
      field("conf", "probability"),
      field("looks", "count", { least: 1, most: 1000 }),
      field("floors", "count", { least: 1, most: 1000 }),
    ],
    example: { conf: 0.95, looks: 2, floors: 9 },
    simulated: [{ profile: "daily-looks", falsePass: 0.02, replications: 1000, seed: 20_261_129 }],
    run: (input) => {
      const look = { confidence: input.probability("conf"), looks: input.count("looks") };
      const floors = input.count("floors");
      if (look.looks < 1 || floors < 1) throw new MethodInputError("looks: looks and floors are at least 1");
      return { look_confidence: lookConfidence(look), fail_risk: failRisk(look, floors) };
    },
  },
  one_sided_gate_e_value: {
    about: "Anytime evidence that a share is at least p0; 20 passes",
    sources: [ville1939, robbins1970, ramdas2023],
    formula: "E = B(1 + s, 1 + f) · (1 − I_p0(1 + s, 1 + f)) / ((1 − p0) · p0ˢ · (1 − p0)ᶠ)",
    fields: [
      field("s_f_p0", "table", {
        length: 3,
        atLeast: 1,
        least: 0,
        columns: [{ name: "s" }, { name: "f" }, { name: "p0" }],
      }),
    ],
    example: {
      s_f_p0: [
        [58, 2, 0.9],
        [97, 3, 0.95],
        [198, 2, 0.95],
        [190, 10, 0.95],
        [500, 0, 0.99],
      ],
      prior: "uniform on (p0,1)",
    },
    run: (input) => {
      const values = input.tuples("s_f_p0", 3).map(([s = 0, f = 0, p0 = 0]) => gateEValue(s, f, p0));
      return { E: values.map((e) => shownEValue(e, 20)), pass_at_20: values.map((e) => e >= 20) };
    },
  },
  e_value_sequence: {
    about: "The e-value after every check, and the first one that may be acted on",
    sources: [ville1939, ramdas2023],
    formula: "E after each check; act once E ≥ 1/α",
    fields: [
      field("outcomes", "numbers", { least: 0, most: 1, whole: true, atLeast: 1 }),
      field("p0", "probability"),
      alphaField,
    ],
    example: {
      outcomes: [...Array.from({ length: 12 }, () => 1), 0, ...Array.from({ length: 30 }, () => 1)],
      p0: 0.8,
      alpha: 0.05,
    },
    simulated: null,
    run: (input) => {
      const outcomes = input.numbers("outcomes");
      if (outcomes.some((x) => x !== 0 && x !== 1)) throw new MethodInputError("outcomes: holds 0 and 1 only");
      const limit = 1 / input.probability("alpha");
      const values = eValueSequence(outcomes, input.probability("p0"));
      const first = values.findIndex((value) => value >= limit);
      const e = values.map((value) => shownEValue(value, limit));
      return { e, limit, first_pass_after: first === -1 ? null : first + 1 };
    },
  },
};
