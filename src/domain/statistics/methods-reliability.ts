import type { Json } from "../words/json.ts";
import {
  availabilityLower,
  availabilityPlannedWindows,
  availabilityRenewalInterval,
  availabilityUpper,
} from "./availability.ts";
import { finite } from "./method.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { mtbfInterval, mtbfLowerZeroFailures, mttrInterval } from "./reliability.ts";
import { throughputAtSlo } from "./throughput.ts";

export const reliabilityMethods: Methods = {
  mtbf_interval_time_terminated: {
    about: "Mean time between failures of a test of fixed length, two-sided",
    sources: ["nist-handbook", "epstein-sobel-1953"],
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
    sources: ["nist-handbook"],
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
    sources: ["epstein-sobel-1953"],
    run: (input) => ({
      ...mttrInterval(input.count("repairs"), input.number("total_repair_time"), input.probability("conf")),
    }),
  },
  availability_renewal_interval: {
    about: "Availability from merged outages: ratio of repair to failure time",
    sources: ["thompson-1966"],
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
  availability_lower_bound: {
    about: "The availability bound that a gate reads, from merged outages and how long one more would last",
    sources: ["thompson-1966", "hanley-1983"],
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
  availability_planned_windows: {
    about: "Availability in agreed service time and by the wall clock",
    sources: ["iec-60050-192", "house-maintenance"],
    run: (input) => {
      const x = availabilityPlannedWindows(
        input.number("period_min"),
        input.number("planned_maintenance_min"),
        input.number("unplanned_down_min"),
      );
      return { agreed_service_time: x.agreedServiceTime, wall_clock: x.wallClock };
    },
  },
  throughput_at_slo: {
    about: "Highest measured step at which it and every lower step meet the service level, errors counted",
    sources: ["house-level"],
    run: (input) => {
      const steps = input.objects("steps").map((step) => ({
        n: step.number("n"),
        tput: step.number("tput"),
        p95: step.number("p95"),
        ...(step.has("error_rate") ? { errorRate: step.number("error_rate") } : {}),
      }));
      if (steps.length === 0) throw new MethodInputError("steps: at least one");
      const x = throughputAtSlo(
        steps,
        input.number("slo_p95_ms"),
        input.number("error_rate_max"),
        input.number("required_peak_tput"),
      );
      return { tput_at_slo: x.tputAtSlo, headroom_ratio: finite(x.headroomRatio), n_tested_max: x.testedMax };
    },
  },
};
