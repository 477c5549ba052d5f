import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Source } from "../../../src/domain/methods/method.ts";
import { methodGroups, methodNames, methods } from "../../../src/domain/methods/methods.ts";
import * as shared from "../../../src/domain/methods/sources.ts";

const sources = [...new Set([...methods.values()].flatMap((method) => method.sources))];

it.each(methodNames())("%s names where it comes from", (name) => {
  expect(methods.get(name)!.sources.length).toBeGreaterThan(0);
});

it("describes no source twice", () => {
  const keys = sources.map(({ key }) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  const references = sources.map(({ reference }) => reference);
  expect(references.filter((reference, i) => references.indexOf(reference) !== i)).toEqual([]);
});

it("shares only those that methods of several families rest on", () => {
  const families = Object.values(methodGroups).flat();
  const resting = ({ key }: Source) =>
    families.filter((family) =>
      Object.values(family).some((method) => method.sources.some((other) => other.key === key)),
    );
  expect(Object.values(shared).filter((source) => resting(source).length < 2)).toEqual([]);
});

/** Software and web pages name themselves; everything else is found in a library by these. */
const withoutYear = ["dlmf", "hdrhistogram", "r-fisher"];

it.each(sources.filter(({ key }) => !key.startsWith("house-")))(
  "$key can be looked up: year, title, and where it appeared",
  ({ key, reference: text }) => {
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
  const house = Object.fromEntries(
    sources.filter(({ key }) => key.startsWith("house-")).map(({ key, reference }) => [key, reference]),
  );
  const said = (locale: string) =>
    (
      JSON.parse(readFileSync(new URL(`../../../views/locales/${locale}/methods.json`, import.meta.url), "utf8")) as {
        readonly said: object;
      }
    ).said;
  expect(said("en")).toEqual(house);
  expect(Object.keys(said("zh-CN")).sort()).toEqual(Object.keys(house).sort());
});
