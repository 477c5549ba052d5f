import fc from "fast-check";
import { expect, test } from "vitest";
import { interfacesIn, namedData } from "../../../src/domain/interfaces/declared.ts";

test("kinds of data are parted by commas of either script, and the same twice is one", () => {
  expect(namedData("addresses, permits；births、 Addresses ,,")).toEqual(["addresses", "permits", "births"]);
  expect(namedData("  ")).toEqual([]);
});

test("a row without name, direction or kind is none yet; what else is open is left open", () => {
  const row = { name: "n", direction: "offers", kind: "file" };
  expect(interfacesIn({ interfaces: [row, { ...row, name: " " }, { ...row, kind: "fax" }, { name: "n" }] })).toEqual([
    {
      ...{ name: "n", direction: "offers", kind: "file", standard: null, data: [] },
      ...{ counterpart: null, outside: null, audience: null },
    },
  ]);
});

test("answers of any form are read without a throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(interfacesIn({ interfaces: value })).toBeInstanceOf(Array);
      expect(interfacesIn({ interfaces: [value] })).toBeInstanceOf(Array);
    }),
  );
});
