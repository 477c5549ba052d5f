import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleFor, readNumber } from "../../../src/http/forms/number.ts";
import { createFormat } from "../../../src/http/view/format.ts";
import { languageIn } from "../../support/journey-visitor.ts";

const valueOf = (text: string) => {
  const read = readNumber(text);
  return read.kind === "number" ? read.value : read.kind;
};

describe("a number as people write it", () => {
  it.each([
    ["1200000.5", 1_200_000.5],
    ["1,200,000.50", 1_200_000.5],
    ["1，200，000．50", 1_200_000.5],
    ["1 200 000,5", 1_200_000.5],
    ["1.200.000,5", 1_200_000.5],
    ["1.200,5", 1200.5],
    ["1.200.000", 1_200_000],
    ["1,200", 1200],
    ["1\u202f200\u00a0000", 1_200_000],
    ["1’200’000", 1_200_000],
    [".5", 0.5],
    ["0.125", 0.125],
    ["− 5", -5],
    ["－５", -5],
    ["+7", 7],
    ["95 %", 95],
    ["９５％", 95],
    ["120万", 1_200_000],
    ["1.1亿", 110_000_000],
    ["１２０ 萬", 1_200_000],
    ["2万亿", 2e12],
  ])("%s is read", (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each(["1,5", "1,20", "0,95", "0,125", "12 34", "1,20,000", "1 200,500", "1.2.3", "5万%", "12,"])(
    "%s may mean two things, and is not guessed",
    (text) => {
      expect(readNumber(text).kind).toBe("unclear");
      expect(readNumber(exampleFor(text)).kind).toBe("number");
    },
  );

  it.each(["", "abc", "1e5", "NaN", "Infinity", "--5", "万", "5千", "1/2", "9".repeat(30)])("%s is none", (text) => {
    expect(readNumber(text).kind).toBe("none");
  });

  it.each(["en", "zh-CN"] as const)("is read as our own pages print it, in %s", (locale) => {
    const format = createFormat(locale, "UTC", languageIn(locale).t);
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const rounded = Math.round(value * 100) / 100;
        expect(valueOf(format.number(rounded, 2))).toBeCloseTo(rounded, 1);
      }),
    );
  });

  it("never breaks on what is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(["number", "unclear", "none"]).toContain(readNumber(text).kind);
        expect(readNumber(exampleFor(text)).kind).toBe("number");
      }),
    );
  });
});
