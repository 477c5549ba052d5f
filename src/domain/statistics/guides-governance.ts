import { field } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

const money = { least: 0, most: 1e15 };

export const governanceGuides: MethodGuides = {
  nist_800_30_table_I2: {
    group: "governance",
    formula: "a look-up: rows likelihood VL–VH, columns impact VL–VH",
    fields: [field("impact_columns", "words", { atLeast: 1 })],
    example: { impact_columns: ["VL", "L", "M", "H", "VH"] },
  },
  earned_value: {
    group: "governance",
    formula: "SV = EV − PV, CV = EV − AC, SPI = EV/PV, CPI = EV/AC, EAC = BAC/CPI, TCPI = (BAC − EV)/(BAC − AC)",
    fields: ["BAC", "PV", "EV", "AC"].map((name) => field(name, "number", money)),
    example: { BAC: 100_000, PV: 40_000, EV: 32_000, AC: 36_000 },
  },
};
