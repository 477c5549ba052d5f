import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, NotCanonical } from "../../src/domain/words/canonical.ts";
import type { Json } from "../../src/domain/words/json.ts";

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

it("sorts members by UTF-16 code units (RFC 8785, section 3.2.3)", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
  expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
});

it.each([
  [-0, "0"],
  [1e21, "1e+21"],
  [1e-7, "1e-7"],
  [333333333.33333329, "333333333.3333333"],
  [5e-324, "5e-324"],
  [9007199254740992, "9007199254740992"],
  ['\u000f\n"\\/\u2028é', '"\\u000f\\n\\"\\\\/\u2028é"'],
  [[null, true, { b: [], a: {} }], '[null,true,{"a":{},"b":[]}]'],
])("writes %j as %s", (value: Json, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it.each([
  ["a lone surrogate", { a: ["x", "\udc00"] }, "$.a[1] holds a lone surrogate"],
  ["a lone surrogate in a name", { "\ud800": 1 }, "$ holds a lone surrogate"],
  ["NaN", [Number.NaN], "$[0] is NaN"],
  ["infinity", { rate: Infinity }, "$.rate is Infinity"],
  ["undefined", { gone: undefined }, "$.gone is undefined"],
  ["a hole", Array(1), "$[0] is undefined"],
  ["a date", { at: new Date(0) }, "$.at is not a plain object"],
  ["a big integer", { n: 1n }, "$.n is bigint"],
])("refuses %s and names the place", (_, value: unknown, message) => {
  expect(() => canonicalJson(value as Json)).toThrow(NotCanonical);
  expect(() => canonicalJson(value as Json)).toThrow(message);
});

it("names the value as its caller does", () => {
  expect(() => canonicalJson({ share: Number.NaN }, "payload")).toThrow("payload.share is NaN");
});

it("is JSON of the same value, and canonical already", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = canonicalJson(value as Json);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    }),
  );
});

it("does not depend on the order in which members were added", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 2 })), (object) => {
      const value = object as { [key: string]: Json };
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
    }),
  );
});
