import { expect, it } from "vitest";
import { asRecorded } from "../../../src/domain/evidence/as-recorded.ts";
import type { LoadStatistics } from "../../../src/domain/evidence/statistics.ts";

const failed = { clusters: 6, trials: 60, events: 1, sumEE: 1, sumET: 10, sumTT: 600 };
const failedBlocks = [{ seconds: 60, clusters: 1, trials: 60, events: 1, sumEE: 1, sumET: 60, sumTT: 3600 }];
const step = {
  concurrency: 4,
  seconds: 60,
  requests: 60,
  failures: 1,
  throughputPerSecond: 1,
  rate: { n: 6, mean: 1, sd: 0 },
  failed,
  within: null,
};
const then: LoadStatistics = {
  kind: "load",
  rows: 60,
  rejected: 0,
  requests: 60,
  durationSeconds: 60,
  throughputPerSecond: 1,
  failed,
  within: null,
  steps: [step],
};
const now: LoadStatistics = { ...then, failedBlocks, steps: [{ ...step, failedBlocks }] };

it("leaves out what an entry of then could not have, of the run and of its steps", () => {
  expect(asRecorded(then, now)).toEqual(then);
  expect(asRecorded(now, now)).toEqual(now);
});

it("leaves out nothing else: a figure that a reader lost or found is a difference", () => {
  expect(asRecorded(now, then)).toEqual(then);
  expect(asRecorded(then, { ...now, failures: 1 })).toEqual({ ...then, failures: 1 });
  expect(asRecorded(then, { ...now, steps: [...(now.steps ?? []), step] })).toEqual({ ...then, steps: [step, step] });
  expect(asRecorded(now, { ...now, failedBlocks: [] })).toEqual({ ...now, failedBlocks: [] });
});
