import { earnedValue } from "../costs/earned-value.ts";
import type { Sums } from "../costs/earned-value.ts";
import { isKnown } from "../costs/figure.ts";
import type { Figure } from "../costs/figure.ts";
import { scoreAia } from "../aia/score.ts";
import { riskLevel, riskLevels } from "../statistics/risk.ts";
import type { RiskLevel } from "../statistics/risk.ts";
import { field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import type { MethodInput } from "./method-input.ts";
import { MethodInputError } from "./method-input.ts";

const nist80030: Source = {
  key: "nist-800-30",
  reference:
    "National Institute of Standards and Technology (2012). Guide for Conducting Risk Assessments. NIST Special Publication 800-30, revision 1, table I-2.",
};

const aia2025: Source = {
  key: "aia-2025",
  reference:
    "Treasury Board of Canada Secretariat (2025). Algorithmic Impact Assessment, tool version 1.0.1, https://github.com/canada-ca/aia-eia-js (after the fourth review of the Directive on Automated Decision-Making).",
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
  aia_score: {
    about: "Canada's Algorithmic Impact Assessment: raw and mitigation points, score and level of answers",
    sources: [aia2025],
    formula:
      "M ≥ 0.8 · 77 → S = ⌊0.85 · R + ½⌋, else S = R; level I: S ≤ 41.75, II: S ≤ 83.5, III: S ≤ 125.25, IV above",
    fields: [field("answers", "chosen")],
    example: {
      answers: {
        impact30: "item1-4",
        impact6: "item3-3",
        aboutDataSource1: "item1-2",
        aboutDataSource14: ["item2-1", "item5-3"],
        decisionSector1: ["item2-1", "item3-1"],
        fairnessDesign13: "item1-2",
      },
    },
    run: (input) => ({ ...scoreAia(input.chosen("answers")) }),
  },
  earned_value: {
    about: "Earned value: variances, indices and forecasts",
    sources: [pmi2019, iso21508],
    formula:
      "SV = EV − PV, CV = EV − AC, SPI = EV/PV, CPI = EV/AC, EAC = BAC/CPI, AC + BAC − EV or AC + (BAC − EV)/(CPI · SPI), ETC = EAC − AC, VAC = BAC − EAC, TCPI = (BAC − EV)/(BAC − AC) or (BAC − EV)/(EAC − AC)",
    fields: ["BAC", "PV", "EV", "AC"].map((name) => field(name, "number", money)),
    example: { BAC: 100_000, PV: 40_000, EV: 32_000, AC: 36_000 },
    run: (input) => {
      const value = earnedValue(sumsIn(input), "typical");
      return {
        SV: value.scheduleVariance,
        CV: value.costVariance,
        SPI: orNull(value.scheduleIndex),
        CPI: orNull(value.costIndex),
        EAC: orNull(value.estimate),
        EAC_one_off: orNull(value.estimates["one-off"]),
        EAC_both: orNull(value.estimates.both),
        ETC: orNull(value.toComplete),
        VAC: orNull(value.varianceAtEnd),
        TCPI: orNull(value.indexToBudget),
        TCPI_EAC: orNull(value.indexToEstimate),
      };
    },
  },
};

const sumsIn = (input: MethodInput): Sums => ({
  budget: input.number("BAC"),
  planned: input.number("PV"),
  earned: input.number("EV"),
  spent: input.number("AC"),
});

const orNull = (figure: Figure): number | null => (isKnown(figure) ? figure.value : null);
