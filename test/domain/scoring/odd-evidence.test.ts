import fc from "fast-check";
import { expect, it } from "vitest";
import { blockSeconds, poolClusters } from "../../../src/domain/statistics/clustered.ts";
import type { LoadStepStatistics, Statistics } from "../../../src/domain/evidence/statistics.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import { availability, piece, pilot, service, sus, tasks, volume } from "./pilot.ts";

const sums = fc.record({
  k: fc.oneof(fc.constantFrom(0, 1, 2, 30), fc.integer({ min: 1, max: 20000 })),
  t: fc.oneof(fc.constantFrom(1, 2, 1e6), fc.integer({ min: 1, max: 5000 })),
  share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  eventful: fc.double({ min: 0, max: 1, noNaN: true }),
});
const made = ({ k, t, share, eventful }: { k: number; t: number; share: number; eventful: number }) => {
  const own = Math.floor(k * eventful);
  const e = Math.round(share * t);
  return { clusters: k, trials: k * t, events: own * e, sumEE: own * e * e, sumET: own * e * t, sumTT: k * t * t };
};
const blocked = (c: ReturnType<typeof made>) =>
  blockSeconds.map((seconds) => {
    const b = seconds / 10;
    return {
      seconds,
      clusters: Math.ceil(c.clusters / b),
      trials: c.trials,
      events: c.events,
      sumEE: c.sumEE * b,
      sumET: c.sumET * b,
      sumTT: c.sumTT * b,
    };
  });
const withBlocks = fc.boolean();
const anyStep = fc
  .record({
    f: sums,
    w: sums,
    concurrency: fc.integer({ min: 0, max: 5 }),
    blocks: withBlocks,
    rate: fc.oneof(fc.constantFrom(0, 1e9), fc.double({ min: 0, max: 1000, noNaN: true })),
    n: fc.integer({ min: 0, max: 5 }),
    sd: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 500, noNaN: true })),
  })
  .map(({ f, w, concurrency, blocks, rate, n, sd }): LoadStepStatistics => {
    const failed = made({ ...f });
    const within = { ms: 800, ...made({ ...w, k: f.k, t: f.t }) };
    return {
      concurrency,
      seconds: f.k * 10,
      requests: failed.trials,
      failures: failed.events,
      throughputPerSecond: rate,
      rate: n < 2 ? { n, mean: rate } : { n, mean: rate, sd },
      failed,
      within,
      ...(blocks ? { failedBlocks: blocked(failed), withinBlocks: blocked(within) } : {}),
    };
  });
const anyLoad = fc
  .tuple(fc.array(anyStep, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean())
  .map(([given, blocks, stepless]): Statistics => {
    const steps = given.toSorted((a, b) => a.concurrency - b.concurrency);
    const failed = poolClusters(steps.map((s) => s.failed));
    const within = poolClusters(steps.map((s) => s.within ?? s.failed));
    return {
      kind: "load",
      rows: 1000,
      rejected: 0,
      requests: failed.trials,
      failures: failed.events,
      durationSeconds: failed.clusters * 10,
      throughputPerSecond: 1,
      failed,
      within: { ms: 800, ...within },
      steps: stepless ? null : steps,
      ...(blocks ? { failedBlocks: blocked(failed), withinBlocks: blocked(within) } : {}),
    };
  });
const anySus = fc
  .tuple(
    fc.constantFrom(0, 1, 2, 5, 60, 1e6),
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.double({ min: 0, max: 40, noNaN: true }),
    fc.boolean(),
  )
  .map(([n, m, sd, zero]): Statistics => {
    const { sd: _, mean: __, ...rest } = sus(n, m, sd) as Extract<Statistics, { kind: "sus" }>;
    return { ...rest, ...(n === 0 ? {} : { mean: m }), ...(n < 2 ? {} : { sd: zero ? 0 : sd }) };
  });
const anyTasks = fc
  .tuple(
    fc.constantFrom(0, 1, 2, 7, 60, 1e5),
    fc.integer({ min: 1, max: 9 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n, t, share, eventful]): Statistics => ({
    ...(tasks(n, 5) as Extract<Statistics, { kind: "tasks" }>),
    participants: n,
    succeeded: made({ k: n, t, share, eventful }),
  }));
const anyAvailability = fc
  .tuple(
    fc.constantFrom(0, 1, 30, 400),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 9000, noNaN: true }),
        fc.oneof(fc.constantFrom(0, 1, 86400 * 40), fc.integer({ min: 1, max: 90000 })),
      ),
      { maxLength: 8 },
    ),
    fc.constantFrom("no", "planned", "located"),
  )
  .map(([days, outages, planned]) => {
    const one = service(
      "portal",
      days,
      outages.map(([h, s]) => [Math.floor(h), s] as [number, number]),
    );
    if (planned === "planned") return availability({ ...one, planned: null, plannedSeconds: days * 86400 });
    if (planned === "located")
      return availability({
        ...one,
        planned: [{ from: one.from, to: one.to, seconds: days * 86400 }],
        plannedSeconds: days * 86400,
      });
    return availability(one);
  });
const anyVolume = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(0, 1, 1e12), fc.double({ min: 0, max: 50000, noNaN: true })), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([r, f]) => volume(r, f));
const any = fc.oneof(anyLoad, anyLoad, anySus, anyTasks, anyAvailability, anyVolume);
const policies = fc.constantFrom(
  earlyPolicy,
  plainPolicy,
  ...(["I", "II", "IV"] as const).map((t) => forTier(plainPolicy, t)),
);
const drills = fc.array(fc.oneof(fc.constantFrom(1, 1e9), fc.integer({ min: 1, max: 9999 })), { maxLength: 4 });

it("odd evidence breaks nothing: no error, bounds about the estimate, and the order of the pieces says nothing", () => {
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 10 }),
      policies,
      drills,
      fc.constantFrom(null, 0, 1e-9, 300, 1e9),
      (given, base, seconds, demand) => {
        // no minimum: everything is measured
        const policy = {
          ...base,
          criteria: base.criteria.map((c) => ({
            ...c,
            indicators: c.indicators.map((i) => ({ ...i, minimumSample: 1 })),
          })),
        };
        const pieces = given.map((one, i) => piece(one, { digest: `p${i}` }));
        for (const p of [policy, base]) {
          const context = pilot({
            policy: p,
            pieces,
            drills: seconds,
            demand: { users: 1, requestsPerSecond: demand, recordsPerHour: demand },
          });
          const found = measureIndicators(context);
          verdict(found, p, { confidence: 0.95, looks: 2 });
          for (const { measured, id } of found) {
            if (measured === undefined) continue;
            const { estimate, lower = -Infinity, upper = Infinity } = measured;
            expect(lower, id).toBeLessThanOrEqual(estimate + 1e-9 * Math.max(1, Math.abs(estimate)));
            expect(upper, id).toBeGreaterThanOrEqual(estimate - 1e-9 * Math.max(1, Math.abs(estimate)));
          }
          expect(measureIndicators({ ...context, pieces: pieces.toReversed() })).toEqual(found);
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
