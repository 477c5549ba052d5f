import fc from "fast-check";
import { expect, it } from "vitest";
import { agreementFigure } from "../../../src/http/say/agreement.ts";
import { chanceLimit, chanceText, confidenceText } from "../../../src/http/say/chance.ts";
import { markText, scoreRange, scoreText } from "../../../src/http/say/score-text.ts";
import { turnText, weightText } from "../../../src/http/say/weight.ts";
import { inChinese, inEnglish, plainly } from "./support.ts";

/** Steps away from a limit, down to what nobody draws. */
const away = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })).map(([n, e]) => n * 10 ** -e);
const side = fc.constantFrom(-1, 1);

it("a score lies, as it is read, on the side of its mark where it truly lies, and so does each end of a range", () => {
  const mark = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100);
  fc.assert(
    fc.property(mark, away, side, (at, far, to) => {
      const score = at + to * far;
      fc.pre(score >= 0 && score <= 100 && score !== at);
      expect(Number(markText(inEnglish, at))).toBe(at);
      for (const read of [
        scoreText(inEnglish, score, { mark: at }),
        scoreText(inEnglish, score, { mark: at, least: 1 }),
        scoreRange(inEnglish, [score, 200], { mark: at }).split("–")[0] ?? "",
      ])
        expect(Math.sign(Number(read) - at)).toBe(to);
    }),
    { numRuns: 2000 },
  );
  expect([59.7, 60, 60.4, 72].map((score) => scoreText(inEnglish, score, { mark: 60 }))).toEqual([
    "59.7",
    "60",
    "60.4",
    "72",
  ]);
});

it("a chance is read on the side of its limit where it lies, also where a share of the error ends nowhere", () => {
  const limit = fc.integer({ min: 1, max: 9 }).map((looks) => 1 - 0.05 / looks);
  fc.assert(
    fc.property(limit, away, side, (at, far, to) => {
      const chance = at + (to * far) / 100;
      fc.pre(chance > 0 && chance < 0.9995 && chance !== at);
      expect(Math.sign(Number(chanceText(inEnglish, chance, at)) - Number(chanceLimit(inEnglish, at)))).toBe(to);
    }),
    { numRuns: 2000 },
  );
  expect(chanceText(inEnglish, 0.98332, 1 - 0.05 / 3)).toBe("0.98332");
  expect(chanceText(inEnglish, 0.9501, 0.95)).toBe("0.9501");
  expect(chanceText(inEnglish, 0.99999, 0.95)).toBe("> 0.999");
});

it("a confidence has one form: what was written, and no more than three decimals of what follows from it", () => {
  const said = [0.95, 0.9, 0.975, 1 - 0.05 / 3].map((confidence) => plainly(confidenceText(inEnglish, confidence)));
  expect(said).toEqual(["95 %", "90 %", "97.5 %", "98.333 %"]);
  expect(chanceLimit(inChinese, 0.95)).toBe("0.95");
});

it("a coefficient of agreement is not rounded onto the limit that it misses", () => {
  const limits = { unreliable: 0.667, tentative: 0.8 };
  expect(agreementFigure(inEnglish, 0.7996, limits)).toBe("0.7996");
  expect(agreementFigure(inEnglish, 0.71, limits)).toBe("0.71");
  expect(agreementFigure(inEnglish, null, limits)).toBe("–");
});

it("the weight at which an outcome turns is kept apart from the present one", () => {
  expect(plainly(turnText(inEnglish, 0.40004, 0.4))).toBe("40.004 %");
  expect(plainly(turnText(inEnglish, 0.755, 0.4))).toBe("75.5 %");
  expect([0.4, 1 / 3].map((weight) => plainly(weightText(inEnglish, weight)))).toEqual(["40 %", "33.333 %"]);
});
