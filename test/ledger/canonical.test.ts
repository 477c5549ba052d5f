import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../src/domain/json.ts";
import { canonicalJson } from "../../src/ledger/canonical.ts";

test("members are sorted by UTF-16 code units, as in RFC 8785 section 3.2.3", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
  expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
});

test.each([
  [-0, "0"],
  [1e21, "1e+21"],
  [1e-7, "1e-7"],
  [333333333.33333329, "333333333.3333333"],
  [5e-324, "5e-324"],
  [9007199254740992, "9007199254740992"],
  ['\u000f\n"\\/\u2028é', '"\\u000f\\n\\"\\\\/\u2028é"'],
  [[null, true, { b: [], a: {} }], '[null,true,{"a":{},"b":[]}]'],
])("%j is written as %s", (value: Json, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([
  ["a lone surrogate", { a: ["x", "\udc00"] }, /value\.a\[1\]: lone surrogate/],
  ["a lone surrogate in a name", { "\ud800": 1 }, /lone surrogate/],
  ["NaN", [Number.NaN], /value\[0\]: NaN/],
  ["infinity", { rate: Infinity }, /value\.rate: Infinity/],
  ["undefined", { gone: undefined }, /value\.gone: undefined is not JSON/],
  ["a hole", Array(1), /value\[0\]: undefined/],
  ["a date", { at: new Date(0) }, /value\.at: not a plain object/],
  ["a big integer", { n: 1n }, /value\.n: bigint/],
])("%s is refused, and the message names the place", (_, value: unknown, message) => {
  expect(() => canonicalJson(value as Json)).toThrow(message);
});

test("canonical text is JSON of the same value, and canonical already", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = canonicalJson(value as Json);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    }),
  );
});

test("the order in which members were added does not matter", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
    }),
  );
});
