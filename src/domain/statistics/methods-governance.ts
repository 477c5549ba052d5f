import { earnedValue } from "./earned-value.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { riskLevel, riskLevels } from "./risk.ts";
import type { RiskLevel } from "./risk.ts";

export const governanceMethods: Methods = {
  nist_800_30_table_I2: {
    about: "Level of risk by likelihood (rows) and impact (columns): a look-up",
    sources: ["nist-800-30"],
    run: (input) => {
      const impacts = input.strings("impact_columns").map((name): RiskLevel => {
        const level = riskLevels.find((one) => one === name);
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
    sources: ["pmi-2019", "iso-21508"],
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
