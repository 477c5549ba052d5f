import { describe, expect, it } from "vitest";
import { gradingDefault, harmDegrees, harmedObjects } from "../../../src/domain/policy/safeguards/grading.ts";
import { gradedSets, gradeOfRecord, personalIn } from "../../../src/domain/safeguards/data-sets.ts";
import { promisesOf } from "../../../src/domain/safeguards/promises.ts";
import type { SafeguardRow } from "../../../src/domain/technology/state/safeguards.ts";

const set = (setName: string, object: string, degree: string, more: SafeguardRow = {}): SafeguardRow => ({
  setName,
  object,
  degree,
  ...more,
});
const graded = (...sets: readonly SafeguardRow[]) => gradedSets({ sets }, gradingDefault);

describe("a data set", () => {
  it.each(harmedObjects.flatMap((object) => harmDegrees.map((degree) => [object, degree] as const)))(
    "whose misuse harms %s, degree %s, has the grade of the table",
    (object, degree) => {
      expect(graded(set("a", object, degree))[0]?.grade).toBe(gradingDefault.table[object][degree]);
    },
  );

  it("that was merged is graded by its own harm, with the highest of its sources beside it", () => {
    const [, , merged] = graded(
      set("Tickets", "publicInterest", "serious"),
      set("Names", "rights", "general"),
      set("Both", "rights", "serious", { mergedFrom: "ｔｉｃｋｅｔｓ、Names" }),
    );
    expect(merged).toMatchObject({ grade: "general", sources: ["ｔｉｃｋｅｔｓ", "Names"], ofSources: "important" });
  });

  it("is no source of itself", () => {
    expect(graded(set("A", "economy", "serious", { mergedFrom: "a" }))[0]?.ofSources).toBeNull();
  });
});

describe("a data record", () => {
  it("has the highest grade of its sets, and none while a set has none", () => {
    const sets = [set("a", "rights", "general"), set("b", "socialOrder", "particularlySerious")];
    expect(gradeOfRecord({ sets }, gradingDefault)).toBe("core");
    expect(gradeOfRecord({ sets: [...sets, { setName: "c" }] }, gradingDefault)).toBeNull();
    expect(gradeOfRecord({}, gradingDefault)).toBeNull();
  });

  it("is about people as its gravest set, and passes on what a set about people passes on", () => {
    const sets = [
      { personal: "general", shared: "yes", abroad: "no" },
      { personal: "sensitive", shared: "no", abroad: "no" },
      { personal: "none", shared: "no", abroad: "yes" },
    ];
    expect(personalIn({ sets })).toEqual({ personal: "sensitive", passedOn: true, abroad: false });
    expect(personalIn({})).toEqual({ personal: "none", passedOn: false, abroad: false });
  });
});

describe("a promise to share", () => {
  const promise = (more: SafeguardRow = {}) => ({
    promises: [{ promisedSet: "a", promisedTo: "transport", promisedBy: "2026-06-30", promiseKept: "no", ...more }],
  });
  const state = (more: SafeguardRow, today: string) => promisesOf(promise(more), today)[0]?.state;

  it("is open through its day and overdue from the next, with nothing having run", () => {
    expect(state({}, "2026-06-30")).toBe("open");
    expect(state({}, "2026-07-01")).toBe("overdue");
  });

  it("is kept, or kept late, by the day on which it was kept", () => {
    expect(state({ promiseKept: "yes", keptOn: "2026-06-30" }, "2027-01-01")).toBe("kept");
    expect(state({ promiseKept: "yes", keptOn: "2026-07-01" }, "2027-01-01")).toBe("kept-late");
  });

  it("is not kept by a word without a day, nor by a day that is not meant any longer", () => {
    expect(state({ promiseKept: "yes" }, "2026-07-01")).toBe("overdue");
    expect(state({ promiseKept: "no", keptOn: "2026-06-01" }, "2026-07-01")).toBe("overdue");
  });
});
