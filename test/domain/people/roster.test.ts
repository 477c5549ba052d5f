import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles } from "../../../src/domain/people/roles.ts";
import { holdersIn, personIn } from "../../../src/domain/people/roster.ts";

/** Few ids, so that some are twice; roles may be repeated. */
const people = fc.array(
  fc.record({ id: fc.constantFrom("ada", "ben", "eva", "pia", "sven"), roles: fc.array(fc.constantFrom(...roles)) }),
);

describe("people are found as a search through all of them would find them", () => {
  test("one by the id", () => {
    fc.assert(
      fc.property(people, fc.constantFrom("ada", "ben", "nobody"), (list, id) => {
        expect(personIn(list, id)).toBe(list.find((person) => person.id === id));
      }),
    );
  });

  test("those who hold a role, in the order of the list", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...roles), (list, role) => {
        expect(holdersIn(list, role)).toEqual(list.filter((person) => person.roles.includes(role)));
      }),
    );
  });

  test("a list that took another's place is asked itself", () => {
    const before = [{ id: "ada", roles: ["approver"] as const }];
    expect(holdersIn(before, "approver")).toHaveLength(1);
    expect(holdersIn([{ id: "ada", roles: [] }], "approver")).toEqual([]);
  });
});
