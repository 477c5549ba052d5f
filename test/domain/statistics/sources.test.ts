import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { methodNames, methods } from "../../../src/domain/statistics/registry.ts";
import { sources } from "../../../src/domain/statistics/sources.ts";

it.each(methodNames())("%s names where it comes from", (name) => {
  expect(methods[name]!.sources.length).toBeGreaterThan(0);
});

it("lists no source that no method rests on", () => {
  const used = new Set(methodNames().flatMap((name) => methods[name]!.sources));
  expect(Object.keys(sources).filter((key) => !used.has(key as keyof typeof sources))).toEqual([]);
});

/** Software and web pages name themselves; everything else is found in a library by these. */
const withoutYear = ["dlmf", "hdrhistogram", "r-fisher"];

it.each(Object.entries(sources).filter(([key]) => !key.startsWith("house-")))(
  "%s can be looked up: year, title, and where it appeared",
  (key, text) => {
    if (!withoutYear.includes(key)) expect(text).toMatch(/\b(19|20)\d\d\b/);
    expect(text.length).toBeGreaterThan(50);
    expect(text).not.toMatch(/et al|e\.g\./);
    const journal = /\d+(\([\d–]+\))?: \d+–\d+/;
    const publisher = /Wiley|Springer|Kluwer|Sage|Cambridge|Morgan Kaufmann|Oliver|Taylor|Gauthier|RWS|ACM|PMI\./;
    const document = /section|report|Papers|table|version|Talk|https|function|ISO|chapter|in the tests/i;
    expect([journal, publisher, document].some((form) => form.test(text))).toBe(true);
  },
);

it("says the house's own rules in both languages, in English with the same words", () => {
  const house = Object.fromEntries(Object.entries(sources).filter(([key]) => key.startsWith("house-")));
  const said = (locale: string) =>
    (
      JSON.parse(readFileSync(new URL(`../../../views/locales/${locale}/methods.json`, import.meta.url), "utf8")) as {
        readonly said: object;
      }
    ).said;
  expect(said("en")).toEqual(house);
  expect(Object.keys(said("zh-CN"))).toEqual(Object.keys(house));
});
