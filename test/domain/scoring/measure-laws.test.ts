import fc from "fast-check";
import { expect, it } from "vitest";
import type { Statistics } from "../../../src/domain/evidence/statistics.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import { differenceAt, disparityAt } from "../../../src/domain/measures/difference.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import type { IndicatorResult, Verdict } from "../../../src/domain/scoring/verdict-types.ts";
import type { Events } from "../../../src/domain/measures/finding-parts.ts";
import {
  audit,
  checklist,
  choosing,
  chosen,
  fairnessBy,
  optionalKeys,
  outcomes,
  satisfaction,
  scale,
  triedOnce,
} from "./optional.ts";
import { goodPieces, load, piece, pilot } from "./pilot.ts";

const all = Object.fromEntries([...optionalKeys, "sus"].map((key) => [key, chosen]));
const everything: ScoringContext["plan"] = {
  ...choosing({ ...all, sus: { ...chosen, margin: 5 } }, fairnessBy("selection", "A", "B", "C")),
};

const mean = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const people = fc.integer({ min: 2, max: 80 });
const cells = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 200 }))) as fc.Arbitrary<
  [number, number, number, number]
>;
const anyStatistics: fc.Arbitrary<Statistics> = fc.oneof(
  fc.tuple(people, mean(20, 95), mean(0, 20)).map(([n, m, sd]) => scale("sus", n, m, sd)),
  fc.tuple(people, mean(20, 95), mean(0, 20)).map(([n, m, sd]) => scale("umux-lite", n, m, sd)),
  fc.tuple(people, mean(2, 7), mean(0, 2)).map(([n, m, sd]) => scale("seq", n, m, sd)),
  fc.tuple(people, mean(1, 5), mean(0, 2)).map(([n, m, sd]) => satisfaction({ responses: n, mean: m, sd })),
  fc
    .tuple(fc.nat(3), fc.nat(5), fc.nat(20))
    .map(([serious, open, pages]) => audit({ serious, needsReview: open, pages: pages + 1 })),
  fc.constant(checklist()),
  fc.tuple(cells, cells, cells).map(([A, B, C]) => outcomes({ A, B, C })),
  fc.tuple(people, people).map(([s, f]) => triedOnce(s, f)),
);

const context = (statistics: readonly Statistics[], baseline: readonly Statistics[] = []): ScoringContext =>
  pilot({
    plan: everything,
    pieces: statistics.map((one, i) => piece(one, { digest: `p${i}` })),
    baseline: baseline.map((one, i) => piece(one, { digest: `b${i}` })),
  });

it("a permutation of the pieces changes nothing", () => {
  fc.assert(
    fc.property(fc.array(anyStatistics, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (given, order) => {
      const c = context(given, given.slice(0, 3));
      const shuffled = c.pieces.map((one) => [order.next().value, one] as const).toSorted(([a], [b]) => a - b);
      const other = { ...c, pieces: shuffled.map(([, one]) => one), baseline: c.baseline.toReversed() };
      expect(measureIndicators(other)).toEqual(measureIndicators(c));
    }),
    { numRuns: 60 },
  );
});

it("bounds hold the estimate between them, whatever the evidence", () => {
  fc.assert(
    fc.property(fc.array(anyStatistics, { maxLength: 8 }), (given) => {
      for (const { measured } of measureIndicators(context(given, given))) {
        if (measured === undefined) continue;
        const { estimate, lower = -Infinity, upper = Infinity } = measured;
        expect(lower).toBeLessThanOrEqual(estimate + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(estimate - 1e-9);
      }
    }),
    { numRuns: 100 },
  );
});

const resultOf = (id: string, ...statistics: readonly Statistics[]): IndicatorResult => {
  const result = measureIndicators(context(statistics)).find((one) => one.id === id);
  if (result === undefined) throw new Error(`no ${id}`);
  return result;
};

it("more passing evidence never lowers the lower bound of a pass", () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 90 }), fc.nat(6), fc.integer({ min: 1, max: 60 }), (s, f, more) => {
      for (const anytime of [false, true]) {
        const plan = choosing({ "task-success": { ...chosen, anytime } });
        const at = (successes: number) =>
          measureIndicators(pilot({ plan, pieces: [piece(triedOnce(successes, f))] })).find(
            ({ id }) => id === "task-success",
          );
        const [before, after] = [at(s), at(s + more)];
        if (before?.state !== "cleared") continue;
        expect(after?.state).toBe("cleared");
        expect(after?.measured?.lower).toBeGreaterThanOrEqual((before.measured?.lower ?? 1) - 1e-9);
      }
    }),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 90 }), mean(4, 5), mean(0, 0.8), fc.integer({ min: 2, max: 90 }), (...x) => {
      const [n, m, sd, more] = x;
      const before = resultOf("satisfaction", satisfaction({ responses: n, mean: m, sd }));
      if (before.state !== "cleared") return;
      // As many again who say the same on average and no more unlike each other.
      const repeated = satisfaction({ responses: more, mean: m, sd: sd / 2 });
      const after = resultOf("satisfaction", satisfaction({ responses: n, mean: m, sd }), repeated);
      expect(after.state).toBe("cleared");
      expect(after.measured?.lower).toBeGreaterThanOrEqual((before.measured?.lower ?? 100) - 1e-9);
    }),
    { numRuns: 60 },
  );
});

it("a clean audit more undoes no finding, and a finding more clears nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(4)), { minLength: 1, maxLength: 4 }), (given) => {
      const audits = given.map(([serious, needsReview]) => audit({ serious, needsReview }));
      const before = resultOf("accessibility", ...audits);
      if (before.state === "beyond") expect(resultOf("accessibility", ...audits, checklist()).state).toBe("beyond");
      expect(resultOf("accessibility", ...audits, audit({ critical: 1 })).state).toBe("beyond");
    }),
  );
});

const verdictOf = (c: ScoringContext): Verdict =>
  verdict(measureIndicators(c), c.policy, { confidence: c.policy.confidence, looks: c.plan.looks.length });

it("adding an unknown never raises a score and never passes", () => {
  fc.assert(
    fc.property(fc.subarray(optionalKeys, { minLength: 1 }), fc.boolean(), (keys, weak) => {
      const pieces = weak ? [piece(load()), goodPieces.availability] : Object.values(goodPieces);
      const plan = { ...pilot().plan, indicators: Object.fromEntries(keys.map((key) => [key, chosen])) };
      const [before, after] = [verdictOf(pilot({ pieces })), verdictOf(pilot({ pieces, plan }))];
      expect(after.outcome).not.toBe("pass");
      expect(after.score.mean).toBeLessThanOrEqual(before.score.mean);
      expect(after.reachesPassMark.lower.correlated).toBeLessThanOrEqual(before.reachesPassMark.lower.correlated);
      expect(after.coverage.applicable).toBe(before.coverage.applicable + keys.length);
      expect(after.coverage.measured).toBe(before.coverage.measured);
    }),
    { numRuns: 20 },
  );
});

it("optional indicators that no plan chose change no verdict, whatever evidence lies there for them", () => {
  const without: Policy = {
    ...earlyPolicy,
    criteria: earlyPolicy.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.filter(({ optional }) => optional !== true),
    })),
  };
  fc.assert(
    fc.property(fc.array(anyStatistics, { maxLength: 4 }), (more) => {
      const pieces = [
        ...Object.values(goodPieces),
        ...more
          .filter(({ kind }) => kind !== "sus" && kind !== "tasks")
          .map((one, i) => piece(one, { digest: `p${i}` })),
      ];
      expect(verdictOf(pilot({ pieces }))).toEqual(verdictOf(pilot({ pieces, policy: without })));
    }),
    { numRuns: 10 },
  );
});

const events: fc.Arbitrary<Events> = fc
  .tuple(fc.integer({ min: 1, max: 400 }), mean(0, 1))
  .map(([n, share]) => ({ n, events: Math.round(n * share) }));

it("the widest of several differences must be wider to count as one: what may be wrong is shared among the groups", () => {
  const [group, reference] = [
    { events: 300, n: 1000 },
    { events: 500, n: 1000 },
  ];
  for (const p of [0.01, 0.05, 0.2]) {
    expect(disparityAt(p, [group, group], reference)).toBeCloseTo(disparityAt(p / 2, [group], reference), 12);
    expect(disparityAt(1 - p, [group, group], reference)).toBeCloseTo(disparityAt(1 - p, [group], reference), 12);
  }
});

it("differences rise with confidence, pass the estimate at a half, and turn round with their sides", () => {
  const levels = [0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999];
  const rising = (x: readonly number[]): void => {
    x.slice(1).forEach((one, i) => expect(one).toBeGreaterThanOrEqual((x[i] ?? one) - 1e-9));
  };
  fc.assert(
    fc.property(events, fc.array(events, { minLength: 1, maxLength: 4 }), (reference, groups) => {
      const [first = reference] = groups;
      rising(levels.map((p) => differenceAt(p, first, reference)));
      rising(levels.map((p) => disparityAt(p, groups, reference)));
      expect(differenceAt(0.5, first, reference)).toBeCloseTo(
        first.events / first.n - reference.events / reference.n,
        9,
      );
      for (const p of levels) {
        expect(differenceAt(1 - p, reference, first)).toBeCloseTo(-differenceAt(p, first, reference), 9);
        expect(disparityAt(p, groups.toReversed(), reference)).toBeCloseTo(disparityAt(p, groups, reference), 12);
      }
    }),
    { numRuns: 200 },
  );
});
