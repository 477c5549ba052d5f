import { failRisk, lookConfidence } from "./looks.ts";
import { eValueSequence, shownEValue } from "./e-value.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";

/** What looking more than once costs, and the rule that may be looked at any time. */
export const lookMethods: Methods = {
  look_confidence: {
    about: "Confidence each planned look keeps, and the risk shared by several floors",
    sources: ["dunn-1961"],
    run: (input) => {
      const look = { confidence: input.probability("conf"), looks: input.count("looks") };
      const floors = input.count("floors");
      if (look.looks < 1 || floors < 1) throw new MethodInputError("looks: looks and floors are at least 1");
      return { look_confidence: lookConfidence(look), fail_risk: failRisk(look, floors) };
    },
  },
  e_value_sequence: {
    about: "The e-value after every check, and the first one that may be acted on",
    sources: ["ville-1939", "ramdas-2023"],
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
