import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareGroups } from "../../../src/domain/statistics/group-comparison.ts";
import { intraclassCorrelation } from "../../../src/domain/statistics/icc.ts";
import { krippendorffAlpha } from "../../../src/domain/statistics/krippendorff.ts";
import type { Level } from "../../../src/domain/statistics/krippendorff.ts";
import { littlesLaw } from "../../../src/domain/statistics/littles-law.ts";
import { mannWhitney } from "../../../src/domain/statistics/mann-whitney.ts";
import { meanTInterval } from "../../../src/domain/statistics/means.ts";
import { pairedDifference } from "../../../src/domain/statistics/paired-shares.ts";
import {
  clopperPearsonLower,
  clopperPearsonUpper,
  wilsonInterval,
} from "../../../src/domain/statistics/proportions.ts";
import { quantile } from "../../../src/domain/statistics/quantiles.ts";
import { runMethod } from "../../../src/domain/methods/methods.ts";
import { sampleSizeMean, sampleSizeShare } from "../../../src/domain/statistics/sample-size.ts";
import { signedRank } from "../../../src/domain/statistics/signed-rank.ts";
import { suppress } from "../../../src/domain/statistics/suppression.ts";
import { susPercentileBand, susScore } from "../../../src/domain/statistics/sus.ts";

const count = fc.integer({ min: 0, max: 60 });
const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99);
const few = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 14 });

describe("shares", () => {
  it("one more success moves every end up, and never down", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), confidence, (n, at, c) => {
        const s = at % n;
        expect(clopperPearsonLower(s + 1, n, c)).toBeGreaterThan(clopperPearsonLower(s, n, c));
        expect(clopperPearsonUpper(s + 1, n, c)).toBeGreaterThan(clopperPearsonUpper(s, n, c) - 1e-12);
        const [own, more] = [wilsonInterval(s, n, c), wilsonInterval(s + 1, n, c)];
        expect(more.lower).toBeGreaterThanOrEqual(own.lower);
        expect(more.upper).toBeGreaterThanOrEqual(own.upper);
      }),
    );
  });

  it("the paired difference holds its estimate, mirrors, and is narrower the more the answers go together", () => {
    fc.assert(
      fc.property(count, count, count, count, confidence, (both, first, second, neither, c) => {
        fc.pre(both + first + second + neither > 0);
        const own = pairedDifference({ both, first, second, neither }, c);
        const mirrored = pairedDifference({ both, first: second, second: first, neither }, c);
        expect(own.lower).toBeLessThanOrEqual(own.diff + 1e-12);
        expect(own.upper).toBeGreaterThanOrEqual(own.diff - 1e-12);
        expect(mirrored.lower).toBeCloseTo(-own.upper, 10);
      }),
    );
    const width = ({ lower, upper }: { lower: number; upper: number }): number => upper - lower;
    const together = pairedDifference({ both: 40, first: 10, second: 10, neither: 40 }, 0.95);
    const apart = pairedDifference({ both: 25, first: 25, second: 25, neither: 25 }, 0.95);
    expect(width(together)).toBeLessThan(width(apart));
  });

  it("a higher floor, more confidence or a lower expectation takes a larger sample", () => {
    const size = (p: number, floor: number, c: number): number => sampleSizeShare(p, floor, c)?.atEstimate ?? Infinity;
    expect(size(0.99, 0.95, 0.95)).toBeLessThan(size(0.99, 0.97, 0.95));
    expect(size(0.99, 0.95, 0.95)).toBeLessThan(size(0.99, 0.95, 0.975));
    expect(size(0.99, 0.95, 0.95)).toBeLessThan(size(0.97, 0.95, 0.95));
    expect(sampleSizeShare(0.95, 0.95, 0.95)).toBeUndefined();
    expect(sampleSizeShare(1, 0.95, 0.95)).toEqual({ atEstimate: 59, withPower: 59 });
    expect(sampleSizeMean(0, 1, 0.95)).toBeUndefined();
    expect(sampleSizeMean(1e-9, 10, 0.95)).toBeUndefined();
  });
});

describe("ranks", () => {
  it("the same people the other way round give the opposite shift, and its interval holds the estimate", () => {
    fc.assert(
      fc.property(few, confidence, (differences, c) => {
        const [own, back] = [
          signedRank(differences, c),
          signedRank(
            differences.map((d) => -d),
            c,
          ),
        ];
        expect(back.estimate).toBeCloseTo(-own.estimate, 9);
        expect(back.p).toBeCloseTo(own.p, 9);
        expect(back.lower === null).toBe(own.upper === null);
        if (own.lower !== null && own.upper !== null) {
          expect(back.lower).toBeCloseTo(-own.upper, 9);
          expect(own.lower).toBeLessThanOrEqual(own.estimate);
          expect(own.upper).toBeGreaterThanOrEqual(own.estimate);
        }
        expect(own.p).toBeGreaterThanOrEqual(0);
        expect(own.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("adding the same to everybody moves the shift by as much, and order does not matter", () => {
    fc.assert(
      fc.property(few, few, fc.integer({ min: -20, max: 20 }), (x, y, by) => {
        const [own, moved] = [
          mannWhitney(x, y, 0.9),
          mannWhitney(
            x.map((v) => v + by),
            y,
            0.9,
          ),
        ];
        expect(moved.estimate).toBeCloseTo(own.estimate + by, 9);
        expect(mannWhitney(x.toReversed(), y.toReversed(), 0.9)).toEqual(own);
      }),
    );
  });
});

describe("means and quantiles", () => {
  it("the interval shrinks when every number is there twice, and does not mind the order", () => {
    fc.assert(
      fc.property(few, (x) => {
        fc.pre(new Set(x).size > 1);
        const [own, twice] = [meanTInterval(x, 0.95), meanTInterval([...x, ...x], 0.95)];
        expect(twice.upper - twice.lower).toBeLessThan(own.upper - own.lower);
        expect(meanTInterval(x.toReversed(), 0.95).lower).toBeCloseTo(own.lower, 9);
      }),
    );
  });

  it("type 7 never falls as p rises", () => {
    fc.assert(
      fc.property(
        few,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (x, ps) => {
          const sorted = x.toSorted((a, b) => a - b);
          const along = ps.toSorted((a, b) => a - b).map((p) => quantile(sorted, p));
          along.slice(1).forEach((q, i) => expect(q).toBeGreaterThanOrEqual(along[i]! - 1e-12));
        },
      ),
    );
  });
});

describe("raters", () => {
  const table = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }), {
    minLength: 2,
    maxLength: 5,
  });
  const levels: readonly Level[] = ["nominal", "ordinal", "interval", "ratio"];

  it("who agree in everything have an alpha of 1, and order of raters or items changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 }), (row) => {
        fc.pre(new Set(row).size > 1);
        for (const level of levels) expect(krippendorffAlpha([row, row, row], level).alpha).toBeCloseTo(1, 12);
      }),
    );
    fc.assert(
      fc.property(table, (rows) => {
        for (const level of levels) {
          const own = krippendorffAlpha(rows, level).alpha;
          const items = rows.map((row) => row.toReversed());
          for (const other of [rows.toReversed(), items])
            if (own === null) expect(krippendorffAlpha(other, level).alpha).toBeNull();
            else expect(krippendorffAlpha(other, level).alpha).toBeCloseTo(own, 10);
        }
      }),
    );
  });

  it("ICC does not mind the order of judges or of things rated", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const own = intraclassCorrelation(rows).ICC21;
        fc.pre(Number.isFinite(own));
        expect(intraclassCorrelation(rows.toReversed()).ICC21).toBeCloseTo(own, 9);
        expect(intraclassCorrelation(rows.map((row) => row.toReversed())).ICC21).toBeCloseTo(own, 9);
      }),
    );
  });
});

describe("small cells", () => {
  it("are kept back, and no line with a total has just one kept back", () => {
    const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = suppress(counts, 10);
        counts.forEach((row, i) =>
          row.forEach((x, j) => {
            if (x < 10) expect(shown[i]![j]).toBeNull();
            else expect([x, null]).toContain(shown[i]![j]);
          }),
        );
        const lines = [
          ...(counts[0]!.length > 1 ? shown : []),
          ...(counts.length > 1 ? counts[0]!.map((_, j) => shown.map((row) => row[j]!)) : []),
        ];
        for (const line of lines) expect(line.filter((x) => x === null).length).not.toBe(1);
        if (counts.flat().every((x) => x >= 10)) expect(shown).toEqual(counts);
      }),
    );
    expect(() => suppress([[1, 2], [3]], 10)).toThrow("differ in length");
    expect(() => suppress([[1.5]], 10)).toThrow("whole numbers");
  });
});

describe("groups", () => {
  it("say nothing about the few, and nothing against a reference of few", () => {
    const groups = [
      { group: "a", events: 50, n: 100 },
      { group: "b", events: 0, n: 29 },
      { group: "c", events: 0, n: 40 },
    ];
    const rules = { minimum: 30, confidence: 0.95 };
    const [a, b, c] = compareGroups(groups, "a", rules);
    expect(a).toMatchObject({ verdict: "reference", rate: 0.5 });
    expect(b).toEqual({ group: "b", n: 29, verdict: "not-enough-evidence" });
    // A zero cell: Newcombe serves it, a log ratio does not.
    expect(c).toMatchObject({ verdict: "adverse", ratio: null, underFourFifths: true });
    expect(compareGroups(groups, "b", rules).map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 3 }, () => "not-enough-evidence"),
    );
    expect(() => compareGroups(groups, "d", rules)).toThrow("not among the groups");
  });
});

describe("small rules", () => {
  it("Little's law allows a tenth", () => {
    expect(littlesLaw(100, 0.1, 10)).toEqual({ inSystem: 10, ratio: 1, consistent: true });
    expect(littlesLaw(100, 0.12, 10).consistent).toBe(false);
    expect(() => littlesLaw(1, 1, 0)).toThrow(RangeError);
  });

  it("a better answer never lowers a SUS score, and a higher mean never its band", () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 9 }), (items, at) => {
        const better = items.map((x, i) => (i !== at ? x : i % 2 === 0 ? Math.min(5, x + 1) : Math.max(1, x - 1)));
        expect(susScore(better)!).toBeGreaterThanOrEqual(susScore(items)!);
      }),
    );
    for (let mean = 0; mean < 99; mean += 0.5)
      expect(susPercentileBand(mean + 0.5)[0]).toBeGreaterThanOrEqual(susPercentileBand(mean)[0]);
  });
});

describe("e-values past what a number holds", () => {
  it("are written as the most that is shown, and pass", () => {
    const huge = { s_f_p0: [[100_000, 0, 0.5]] };
    expect(runMethod("one_sided_gate_e_value", huge)).toEqual({ E: [1e9], pass_at_20: [true] });
    const outcomes = Array.from({ length: 2000 }, () => 1);
    const sequence = { outcomes, p0: 0.5, alpha: 0.05 };
    const { e, first_pass_after } = runMethod("e_value_sequence", sequence) as {
      e: number[];
      first_pass_after: number;
    };
    expect([e.every(Number.isFinite), e.at(-1), first_pass_after]).toEqual([true, 1e9, 7]);
    const strict = runMethod("e_value_sequence", { ...sequence, alpha: 1e-12 }) as { e: number[]; limit: number };
    expect(strict.e.at(-1)).toBe(strict.limit);
  });
});
