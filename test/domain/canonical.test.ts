import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, NotCanonical } from "../../src/domain/canonical.ts";
import type { Json } from "../../src/domain/json.ts";

it("writes the example of RFC 8785, section 3.2.2", () => {
  const value = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "€$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f",
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

it("sorts keys by UTF-16 code units (RFC 8785, section 3.2.3)", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
  expect(Object.values(JSON.parse(canonicalJson(value)) as object).length).toBe(7);
  expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1]).join("")).toBe("2467153");
});

it("refuses what has no canonical form and names the place", () => {
  expect(() => canonicalJson({ a: [1, Number.NaN] })).toThrow("$.a[1] is NaN");
  expect(() => canonicalJson({ text: "\ud800" })).toThrow(NotCanonical);
  expect(() => canonicalJson({ a: undefined } as unknown as Json)).toThrow("$.a is undefined");
});

it("does not depend on the order of keys and loses nothing", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 2 })), (object) => {
      const value = object as { [key: string]: Json };
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
