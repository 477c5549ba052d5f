import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dataGrades,
  gradingDefault,
  harmDegrees,
  harmedObjects,
} from "../../../src/domain/policy/safeguards/grading.ts";
import { gradeOfHarm, gradeOfHarms } from "../../../src/domain/safeguards/grading.ts";

describe("the grade by object and degree", () => {
  // Rows and columns as the standard prints them: particularly serious, serious, general.
  it.each([
    ["nationalSecurity", "core", "core", "important"],
    ["economy", "core", "important", "general"],
    ["socialOrder", "core", "important", "general"],
    ["publicInterest", "core", "important", "general"],
    ["rights", "general", "general", "general"],
  ] as const)("%s: particularly serious %s, serious %s, general %s", (object, ...row) => {
    const degrees = ["particularlySerious", "serious", "general"] as const;
    expect(degrees.map((degree) => gradeOfHarm(gradingDefault, { object, degree }))).toEqual(row);
  });
});

const harm = fc.record({ object: fc.constantFrom(...harmedObjects), degree: fc.constantFrom(...harmDegrees) });

describe("the grade of a set", () => {
  it("is that of its highest item", () => {
    const harms = [
      { object: "rights", degree: "particularlySerious" },
      { object: "economy", degree: "serious" },
      { object: "socialOrder", degree: "general" },
    ] as const;
    expect(gradeOfHarms(gradingDefault, harms)).toBe("important");
  });

  it("is unknown where no harm is named", () => {
    expect(gradeOfHarms(gradingDefault, [])).toBeNull();
  });

  it("merged of two is never lower than either, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(harm, { minLength: 1 }), fc.array(harm, { minLength: 1 }), (a, b) => {
        const rank = (harms: typeof a): number => dataGrades.indexOf(gradeOfHarms(gradingDefault, harms)!);
        expect(rank([...a, ...b])).toBe(Math.max(rank(a), rank(b)));
        expect(rank([...b, ...a])).toBe(rank([...a, ...b]));
      }),
    );
  });
});
