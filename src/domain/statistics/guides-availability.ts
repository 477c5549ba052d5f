import { confidenceField, field, oneSidedField } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

const above = { least: 1e-9, most: 1e12 };
const from0 = { least: 0, most: 1e12 };

export const availabilityGuides: MethodGuides = {
  availability_lower_bound: {
    group: "availability",
    formula:
      "A_L = 1 / (1 + (χ²(c; 2r + 2)/2) · ((D + R)/(r + 1)) / U), for r ≥ 1 at most 1 / (1 + (D/r) · ((r + 1)/U) · F(c; 2r, 2r + 2))",
    fields: [
      field("repair_minutes", "numbers", above),
      field("period_minutes", "number", above),
      field("restore_minutes", "number", from0),
      oneSidedField,
    ],
    example: {
      repair_minutes: [12, 40, 9, 25, 33],
      period_minutes: 43_200,
      restore_minutes: 60,
      conf_one_sided: 0.975,
    },
  },
  availability_renewal_interval: {
    group: "availability",
    formula: "1 / (1 + (D/U) · F(1 − α/2; 2r, 2r)) to 1 / (1 + (D/U) / F(1 − α/2; 2r, 2r))",
    fields: [
      field("outages", "count", { least: 1 }),
      field("uptime_h", "number", above),
      field("downtime_h", "number", from0),
      confidenceField,
    ],
    example: { outages: 5, uptime_h: 2000, downtime_h: 10, conf: 0.95 },
  },
  availability_planned_windows: {
    group: "availability",
    formula: "agreed: 1 − U / (T − P); wall clock: 1 − (P + U)/T",
    fields: [
      field("period_min", "number", above),
      field("planned_maintenance_min", "number", from0),
      field("unplanned_down_min", "number", from0),
    ],
    example: { period_min: 43_200, planned_maintenance_min: 120, unplanned_down_min: 43 },
  },
  mtbf_interval_time_terminated: {
    group: "availability",
    formula: "2T / χ²(1 − α/2; 2r + 2) to 2T / χ²(α/2; 2r)",
    fields: [field("total_time", "number", above), field("failures", "count"), confidenceField],
    example: { total_time: 800, failures: 2, conf: 0.9 },
  },
  mtbf_lower_zero_failures: {
    group: "availability",
    formula: "T / −ln(1 − c)",
    fields: [field("total_time", "number", above), field("failures", "count", { least: 0, most: 0 }), oneSidedField],
    example: { total_time: 720, failures: 0, conf_one_sided: 0.95 },
  },
  mttr_interval_exponential: {
    group: "availability",
    formula: "2S / χ²(1 − α/2; 2n) to 2S / χ²(α/2; 2n)",
    fields: [field("repairs", "count", { least: 1 }), field("total_repair_time", "number", above), confidenceField],
    example: { repairs: 5, total_repair_time: 10, conf: 0.95 },
  },
};
