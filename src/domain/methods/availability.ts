import type { Json } from "../words/json.ts";
import {
  availabilityLower,
  availabilityPlannedWindows,
  availabilityRenewalInterval,
  availabilityUpper,
} from "../statistics/availability.ts";
import { mtbfInterval, mtbfLowerZeroFailures, mttrInterval } from "../statistics/reliability.ts";
import { confidenceField, field, oneSidedField } from "./method-field.ts";
import { finite } from "./method.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { epsteinSobel1953, hanley1983, thompson1966 } from "./sources.ts";

const iec60050192: Source = {
  key: "iec-60050-192",
  reference:
    "IEC 60050-192:2015. International Electrotechnical Vocabulary, part 192: Dependability, section 192-08 (measures of availability).",
};

const houseMaintenance: Source = {
  key: "house-maintenance",
  reference: "A rule of this product: maintenance counts as planned only where it was announced beforehand.",
};

const nistHandbook: Source = {
  key: "nist-handbook",
  reference:
    "NIST/SEMATECH (2012). e-Handbook of Statistical Methods, section 8.4.5.1 (constant repair rate). https://doi.org/10.18434/M32189",
};

const above = { least: 1e-9, most: 1e12 };
const from0 = { least: 0, most: 1e12 };

export const availabilityMethods: Methods = {
  availability_lower_bound: {
    about: "The availability bound that a gate reads, from merged outages and how long one more would last",
    sources: [thompson1966, hanley1983],
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
    simulated: [{ profile: "repairs-2h-uneven", falsePass: 0.0445, replications: 2000, seed: 20_261_129 }],
    run: (input): Json => {
      const repairs = input.numbers("repair_minutes");
      if (repairs.some((x) => x <= 0)) throw new MethodInputError("repair_minutes: each is above 0");
      const confidence = input.probability("conf_one_sided");
      const down = repairs.reduce((sum, x) => sum + x, 0);
      const period = input.number("period_minutes");
      if (!(period > down)) throw new MethodInputError("period_minutes: is longer than all outages together");
      const longest = repairs.length === 0 ? {} : { longest: Math.max(...repairs) };
      const observed = { outages: repairs.length, down, up: period - down, ...longest };
      return {
        availability: observed.up / period,
        lower: availabilityLower(observed, input.number("restore_minutes"), confidence),
        upper: availabilityUpper(observed, confidence),
        outages: observed.outages,
      };
    },
  },
  availability_renewal_interval: {
    about: "Availability from merged outages: ratio of repair to failure time",
    sources: [thompson1966],
    formula: "1 / (1 + (D/U) · F(1 − α/2; 2r, 2r)) to 1 / (1 + (D/U) / F(1 − α/2; 2r, 2r))",
    fields: [
      field("outages", "count", { least: 1 }),
      field("uptime_h", "number", above),
      field("downtime_h", "number", from0),
      confidenceField,
    ],
    example: { outages: 5, uptime_h: 2000, downtime_h: 10, conf: 0.95 },
    run: (input) => {
      const observed = {
        outages: input.count("outages"),
        up: input.number("uptime_h"),
        down: input.number("downtime_h"),
      };
      const x = availabilityRenewalInterval(observed, input.probability("conf"));
      return {
        availability: x.availability,
        lower: x.lower,
        upper: x.upper,
        lower_one_sided_95: x.lowerOneSided95,
        lower_one_sided_95_time_terminated: x.lowerOneSided95TimeTerminated,
      };
    },
  },
  availability_planned_windows: {
    about: "Availability in agreed service time and by the wall clock",
    sources: [iec60050192, houseMaintenance],
    formula: "agreed: 1 − U / (T − P); wall clock: 1 − (P + U)/T",
    fields: [
      field("period_min", "number", above),
      field("planned_maintenance_min", "number", from0),
      field("unplanned_down_min", "number", from0),
    ],
    example: { period_min: 43_200, planned_maintenance_min: 120, unplanned_down_min: 43 },
    run: (input) => {
      const x = availabilityPlannedWindows(
        input.number("period_min"),
        input.number("planned_maintenance_min"),
        input.number("unplanned_down_min"),
      );
      return { agreed_service_time: x.agreedServiceTime, wall_clock: x.wallClock };
    },
  },
  mtbf_interval_time_terminated: {
    about: "Mean time between failures of a test of fixed length, two-sided",
    sources: [nistHandbook, epsteinSobel1953],
    formula: "2T / χ²(1 − α/2; 2r + 2) to 2T / χ²(α/2; 2r)",
    fields: [field("total_time", "number", above), field("failures", "count"), confidenceField],
    example: { total_time: 800, failures: 2, conf: 0.9 },
    run: (input) => {
      const { mtbf, lower, upper } = mtbfInterval(
        input.number("total_time"),
        input.count("failures"),
        input.probability("conf"),
      );
      return { mtbf: finite(mtbf), lower, upper: finite(upper) };
    },
  },
  mtbf_lower_zero_failures: {
    about: "Lower bound of the mean time between failures without a failure",
    sources: [nistHandbook],
    formula: "T / −ln(1 − c)",
    fields: [field("total_time", "number", above), field("failures", "count", { least: 0, most: 0 }), oneSidedField],
    example: { total_time: 720, failures: 0, conf_one_sided: 0.95 },
    run: (input) => {
      if (input.count("failures") > 0)
        throw new MethodInputError("failures: is 0 here, else mtbf_interval_time_terminated");
      return {
        lower: mtbfLowerZeroFailures(input.number("total_time"), input.probability("conf_one_sided")),
        upper: "Infinity",
      };
    },
  },
  mttr_interval_exponential: {
    about: "Mean time to restore, exponential repairs, two-sided",
    sources: [epsteinSobel1953],
    formula: "2S / χ²(1 − α/2; 2n) to 2S / χ²(α/2; 2n)",
    fields: [field("repairs", "count", { least: 1 }), field("total_repair_time", "number", above), confidenceField],
    example: { repairs: 5, total_repair_time: 10, conf: 0.95 },
    run: (input) => ({
      ...mttrInterval(input.count("repairs"), input.number("total_repair_time"), input.probability("conf")),
    }),
  },
};
