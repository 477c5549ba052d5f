import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  day,
  digest,
  each,
  instant,
  integer,
  json,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  record,
  sentence,
  text,
  tuple,
  union,
} from "../../../src/domain/words/shape.ts";
import type { Shape } from "../../../src/domain/words/shape.ts";

interface Trip {
  readonly to: "sea" | "hills";
  readonly on: readonly string[];
  readonly cost: number | null;
  readonly note?: { readonly by: string };
}

const trip: Shape<Trip> = object({
  to: oneOf("sea", "hills"),
  on: list(day),
  cost: nullable(number),
  note: optional(object({ by: text })),
});

const fault = (shape: Shape<never> | Shape<Trip>, value: unknown): string | null => {
  const found = shape.fault(value);
  return found === null ? null : sentence(found);
};

const good: Trip = { to: "sea", on: ["2026-03-02", "2026-03-03"], cost: null };

describe("a shape", () => {
  it("takes what it is for, an optional field there or not", () => {
    expect(trip.fault(good)).toBeNull();
    expect(trip.fault({ ...good, cost: 12.5, note: { by: "pia" } })).toBeNull();
  });

  it.each([
    [{ ...good, on: ["2026-03-02", "2026-02-29"] }, "payload.on[1] is not a day"],
    [{ ...good, to: "moon" }, "payload.to is not one of sea, hills"],
    [{ to: "sea", on: [] }, "payload.cost is missing"],
    [{ ...good, cost: "12" }, "payload.cost is not a number"],
    [{ ...good, note: {} }, "payload.note.by is missing"],
    [{ ...good, note: undefined }, "payload.note is not an object"],
    [{ ...good, note: { by: "pia", at: 3 } }, "payload.note.at is not known here"],
    [{ ...good, on: { 0: "2026-03-02" } }, "payload.on is not a list"],
    [[good], "payload is not an object"],
    [null, "payload is not an object"],
    [JSON.parse('{"to":"sea","on":[],"cost":null,"__proto__":{}}'), "payload.__proto__ is not known here"],
    [{ to: "sea", on: [], cost: null, constructor: 1 }, "payload.constructor is not known here"],
  ])("says of %j where it is not that: %s", (value, said) => {
    expect(fault(trip, value)).toBe(said);
  });

  it("tells days, instants, digests and whole numbers from what looks like them", () => {
    expect([day, instant, digest, integer].map((shape) => shape.fault("2026-03-02T09:00:00.000Z") === null)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(day.fault("2026-03-02")).toBeNull();
    expect(digest.fault("a".repeat(64))).toBeNull();
    expect(digest.fault("A".repeat(64))).not.toBeNull();
    expect([3, 0, -1].map((value) => integer.fault(value))).toEqual([null, null, null]);
    expect([3.5, 2 ** 53, NaN, Infinity].every((value) => integer.fault(value) !== null)).toBe(true);
    expect([NaN, Infinity, "1"].every((value) => number.fault(value) !== null)).toBe(true);
  });

  it("of several kinds goes by what tells them apart", () => {
    const way: Shape<{ readonly by: "foot" } | { readonly by: "bus"; readonly line: number }> = union("by", {
      foot: object({ by: oneOf("foot") }),
      bus: object({ by: oneOf("bus"), line: integer }),
    });
    expect(way.fault({ by: "bus", line: 4 })).toBeNull();
    expect(way.fault({ by: "foot", line: 4 })).toMatchObject({ path: "line", message: "is not known here" });
    expect(way.fault({ by: "air" })).toMatchObject({ path: "by", message: "is not one of foot, bus" });
    expect(way.fault({ by: "toString" })).toMatchObject({ path: "by", message: "is not one of foot, bus" });
  });

  it("of pairs, of any names and of exactly these names", () => {
    const pairs = list(tuple<readonly [number, number]>(number, number));
    expect(pairs.fault([[1, 2]])).toBeNull();
    expect(pairs.fault([[1, 2, 3]])).toMatchObject({ path: "[0]", message: "has not 2 items" });
    expect(record(number).fault({ a: 1, b: "2" })).toMatchObject({ path: "b", message: "is not a number" });
    expect(each(["I", "II"], number).fault({ I: 1 })).toMatchObject({ path: "II", message: "is missing" });
    expect(each(["I"], number).fault({ I: 1, II: 2 })).toMatchObject({ path: "II", message: "is not known here" });
  });

  it("of whatever JSON takes all of it, and nothing throws", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => json.fault(JSON.parse(JSON.stringify(value))) === null));
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const shape of [trip, json, day, digest]) shape.fault(value);
      }),
    );
    expect(json.fault({ a: [1, Infinity] })).toMatchObject({ path: "a[1]", message: "is not a number" });
  });

  it("does not compile where it misses, narrows, misnames or adds a field of its type", () => {
    const wrong: readonly Shape<Trip>[] = [
      // @ts-expect-error without `cost`
      object({ to: oneOf("sea", "hills"), on: list(day), note: optional(object({ by: text })) }),
      // @ts-expect-error not every place
      object({ to: oneOf("sea"), on: list(day), cost: nullable(number), note: optional(object({ by: text })) }),
      // @ts-expect-error null is left out
      object({ to: oneOf("sea", "hills"), on: list(day), cost: number, note: optional(object({ by: text })) }),
      // @ts-expect-error the note must not be there
      object({ to: oneOf("sea", "hills"), on: list(day), cost: nullable(number), note: object({ by: text }) }),
    ];
    expect(wrong).toHaveLength(4);
  });
});
