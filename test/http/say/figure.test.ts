import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measures } from "../../../src/domain/measures/measures.ts";
import type { Measure } from "../../../src/domain/measures/measures.ts";
import { boundsText, differenceText, figureText } from "../../../src/http/say/figure.ts";
import { differenceLimit, floorText, limitText, marginText } from "../../../src/http/say/limit.ts";
import { inChinese, inEnglish, plainly } from "./support.ts";

const languages = [inEnglish, inChinese];
const percent: readonly Measure[] = measures.flatMap(({ name, figure }) =>
  figure.as === "share" || figure.as === "gap" ? [name] : [],
);

/** The number that a reader reads, in the measure's own unit. */
function read(text: string, measure: Measure): number {
  const number = Number((/[−-]?\d[\d\s\u202f]*(\.\d+)?/.exec(text)?.[0] ?? "").replace("−", "-").replace(/\s/g, ""));
  return percent.includes(measure) ? number / 100 : number;
}

/** A measure, a floor as people write floors (near the top of a scale too), and a figure that may lie a hair from it. */
const anyCase = fc.constantFrom(...measures).chain(({ name, range, figure }) => {
  const [least, most] = range;
  const near = fc.integer({ min: 0, max: 999_999 }).map((n) => most - (n / 1e6) * (most - least) * 0.02);
  const plain = fc.integer({ min: 0, max: 2000 }).map((n) => least + (n / 2000) * (most - least));
  const floor = fc.oneof(near, plain).map((x) => (figure.as === "count" ? Math.round(x) : Number(x.toPrecision(6))));
  const away = fc.oneof(
    fc.integer({ min: 1, max: 9 }).chain((digit) => fc.integer({ min: 0, max: 11 }).map((e) => digit * 10 ** -e)),
    fc.constant(Number.EPSILON),
  );
  return fc
    .tuple(floor, away, fc.constantFrom(-1, 1))
    .map(([at, far, side]) => ({ name, floor: at, value: at + side * far * Math.min(1, most - least) }));
});

describe("a figure beside its floor", () => {
  it("lies, as it is read, on the side where it truly lies, and the floor is read as it was written", () => {
    fc.assert(
      fc.property(anyCase, ({ name, floor, value }) => {
        for (const language of languages) {
          const place = { beside: floor };
          const [asFloor, asFigure] = [
            figureText(language, name, floor, place),
            figureText(language, name, value, place),
          ];
          expect(read(asFloor, name)).toBeCloseTo(floor, 9);
          expect(read(limitText(language, name, floor), name)).toBeCloseTo(floor, 9);
          if (value === floor) return;
          expect(asFigure).not.toBe(asFloor);
          const [figure, limit] = [read(asFigure, name), read(asFloor, name)];
          expect(Math.sign(Number((figure - limit).toPrecision(3)))).toBe(Math.sign(value - floor));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("is so as a bound too, and as a difference from a baseline", () => {
    fc.assert(
      fc.property(anyCase, ({ name, floor, value }) => {
        fc.pre(value !== floor && value > 0);
        const place = { beside: floor };
        const [low, high] = boundsText(inEnglish, name, [value, value + 1], place).split("–");
        const same = boundsText(inEnglish, name, [floor, floor + 1], place).split("–");
        expect(low).not.toBe(same[0]);
        expect(read(high ?? "", name)).toBeGreaterThan(read(low ?? "", name));
        const [miss, margin] = [-value, -floor].map((x) => differenceText(inEnglish, name, x, { beside: -floor }));
        expect(miss).not.toBe(margin);
      }),
      { numRuns: 1500 },
    );
  });

  it("a floor of 99.999 % is never 100 %, nor is a bound that misses it", () => {
    const says = (value: number) => plainly(figureText(inEnglish, "availability", value, { beside: 0.99999 }));
    expect([0.99999, 0.999989, 0.9999895, 0.999995, 0.9973, 1].map(says)).toEqual([
      "99.999 %",
      "99.9989 %",
      "99.99895 %",
      "99.9995 %",
      "99.73 %",
      "100.00 %",
    ]);
    expect(plainly(boundsText(inEnglish, "availability", [0.9973, 0.999989], { beside: 0.99999 }))).toBe(
      "99.7300–99.9989",
    );
    const asked = { measure: "availability", better: "higher" } as const;
    expect(languages.map((language) => plainly(floorText(language, asked, 0.99999)))).toEqual([
      "at least 99.999 %",
      "不低于 99.999%",
    ]);
  });

  it("has no more digits than it needs: ordinary figures are as short as ever", () => {
    const says = (measure: Measure, value: number, beside?: number) =>
      languages.map((language) => plainly(figureText(language, measure, value, { beside })));
    expect(says("availability", 0.99512, 0.995)).toEqual(["99.51 %", "99.51%"]);
    expect(says("availability", 0.995, 0.995)).toEqual(["99.50 %", "99.50%"]);
    expect(says("task-success", 0.872, 0.8)).toEqual(["87.2 %", "87.2%"]);
    expect(says("sus", 72.4312, 68)).toEqual(["72.4", "72.4"]);
    expect(says("sus", 67.96, 68)).toEqual(["67.96", "67.96"]);
    expect(says("headroom", 1.3333, 1.2)).toEqual(["1.33 ×", "1.33 倍"]);
    expect(says("accessibility", 3, 0)).toEqual(["3", "3"]);
    expect(says("fairness", 0.0712, 0.05)).toEqual(["7.1 percentage points", "7.1 个百分点"]);
    expect(plainly(limitText(inEnglish, "availability", 0.995))).toBe("99.5 %");
    expect(plainly(limitText(inEnglish, "sus", 68))).toBe("68");
    expect(languages.map((language) => plainly(limitText(language, "fairness", 0.05)))).toEqual([
      "5 percentage points",
      "5 个百分点",
    ]);
    expect(plainly(marginText(inEnglish, "task-success", 0.05))).toBe("5 percentage points");
    expect(plainly(differenceLimit(inEnglish, "task-success", -0.05))).toBe("−5 percentage points");
    expect(plainly(differenceLimit(inEnglish, "sus", -5))).toBe("−5");
    expect(plainly(differenceText(inEnglish, "sus", -4.96, { beside: -5 }))).toBe("−4.96");
    expect(plainly(differenceText(inEnglish, "task-success", 0.034, { beside: -0.05 }))).toBe("+3.4 percentage points");
  });
});
