import type { Random } from "../../src/demo/random.ts";

export interface OutageSample {
  readonly services: readonly string[];
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly outages: number;
  readonly minutesEach: number;
}

const stamp = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");

/** The monitoring tool's record: what was observed, what was planned and announced, and each outage. */
export function outagesCsv(random: Random, sample: OutageSample): string {
  const rows = ["service,from,to,type,announced"];
  for (const service of sample.services) {
    rows.push(`${service},${stamp(sample.from)},${stamp(sample.to)},observed,`);
    const window = sample.from + 9 * 86_400_000;
    if (window + 7_200_000 < sample.to) {
      rows.push(`${service},${stamp(window)},${stamp(window + 7_200_000)},planned,${stamp(window - 5 * 86_400_000)}`);
    }
    for (let number = 0; number < sample.outages; number++) {
      const share = (number + random.between(0.25, 0.75)) / sample.outages;
      const at = Math.round((sample.from + share * (sample.to - sample.from)) / 60_000) * 60_000;
      const length = Math.max(1, Math.round(sample.minutesEach * random.between(0.7, 1.3))) * 60_000;
      rows.push(`${service},${stamp(at)},${stamp(at + length)},outage,`);
    }
  }
  return rows.join("\n") + "\n";
}
