import { earnedValue } from "../statistics/earned-value.ts";
import { riskLevel, riskLevels } from "../statistics/risk.ts";
import type { RiskLevel } from "../statistics/risk.ts";
import { field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";

const nist80030: Source = {
  key: "nist-800-30",
  reference:
    "National Institute of Standards and Technology (2012). Guide for Conducting Risk Assessments. NIST Special Publication 800-30, revision 1, table I-2.",
};

const pmi2019: Source = {
  key: "pmi-2019",
  reference: "Project Management Institute (2019). The Standard for Earned Value Management. PMI.",
};

const iso21508: Source = {
  key: "iso-21508",
  reference: "ISO 21508:2018. Earned value management in project and programme management.",
};

const money = { least: 0, most: 1e15 };

export const governanceMethods: Methods = {
  nist_800_30_table_I2: {
    about: "Level of risk by likelihood (rows) and impact (columns): a look-up",
    sources: [nist80030],
    formula: "a look-up: rows likelihood VL–VH, columns impact VL–VH",
    fields: [field("impact_columns", "words", { atLeast: 1 })],
    example: { impact_columns: ["VL", "L", "M", "H", "VH"] },
    run: (input) => {
      const impacts = input.strings("impact_columns").map((name): RiskLevel => {
        const level = riskLevels.find((known) => known === name);
        if (level === undefined)
          throw new MethodInputError(`impact_columns: ${name} is none of ${riskLevels.join(", ")}`);
        return level;
      });
      return Object.fromEntries(
        riskLevels.map((likelihood) => [likelihood, impacts.map((impact) => riskLevel(likelihood, impact))]),
      );
    },
  },
  earned_value: {
    about: "Earned value: variances, indices and forecasts",
    sources: [pmi2019, iso21508],
    formula: "SV = EV − PV, CV = EV − AC, SPI = EV/PV, CPI = EV/AC, EAC = BAC/CPI, TCPI = (BAC − EV)/(BAC − AC)",
    fields: ["BAC", "PV", "EV", "AC"].map((name) => field(name, "number", money)),
    example: { BAC: 100_000, PV: 40_000, EV: 32_000, AC: 36_000 },
    run: (input) => ({
      ...earnedValue({
        budget: input.number("BAC"),
        planned: input.number("PV"),
        earned: input.number("EV"),
        actual: input.number("AC"),
      }),
    }),
  },
};
