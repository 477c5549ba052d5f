import { describe, expect, it } from "vitest";
import { tiePath } from "../../../src/domain/safeguards/ties.ts";
import type { Tie, TieWindow } from "../../../src/domain/safeguards/ties.ts";

const tie = (organisation: string, relation: Tie["relation"], over: Partial<Tie> = {}): Tie => ({
  organisation,
  relation,
  other: null,
  from: "2020-01-01",
  until: "2026-05-03",
  ...over,
});
const owns = (organisation: string, other: string, over: Partial<Tie> = {}): Tie =>
  tie(organisation, "owns", { other, until: null, ...over });

const audit: TieWindow = { from: "2026-06-01", until: "2026-07-01", months: 24 };
const path = (ties: readonly Tie[], organisation = "A", window = audit) => tiePath(ties, organisation, window);

describe("an organisation is tied to the technology", () => {
  it.each(["supplied", "built", "paid", "evaluated"] as const)("that it %s itself", (relation) => {
    expect(path([tie("A", relation)])).toEqual({ over: [], relation, until: "2026-05-03" });
  });

  it("under whichever spelling it is typed", () => {
    expect(path([tie("Ｂｅｔａ  systems", "supplied")], "BETA Systems")).not.toBeNull();
    expect(path([tie("Beta", "supplied")], "Beta Systems")).toBeNull();
  });

  it("over its owner, its owner's owner, what it owns, and another that the same one owns", () => {
    expect(path([tie("A", "ownedBy", { other: "B" }), tie("B", "supplied")])).toEqual({
      over: [{ relation: "ownedBy", organisation: "B" }],
      relation: "supplied",
      until: "2026-05-03",
    });
    expect(path([owns("B", "A"), owns("C", "B"), tie("C", "built")])?.over).toEqual([
      { relation: "ownedBy", organisation: "B" },
      { relation: "ownedBy", organisation: "C" },
    ]);
    expect(path([owns("A", "B"), tie("B", "paid")])?.over).toEqual([{ relation: "owns", organisation: "B" }]);
    expect(path([owns("B", "A"), owns("B", "D"), tie("D", "supplied")])?.over).toEqual([
      { relation: "ownedBy", organisation: "B" },
      { relation: "owns", organisation: "D" },
    ]);
  });

  it("by the shortest way, and of two as short by the tie that ended last or has no end", () => {
    const both = [owns("B", "A"), tie("B", "supplied"), tie("A", "evaluated")];
    expect(path(both)).toEqual({ over: [], relation: "evaluated", until: "2026-05-03" });
    expect(path([tie("A", "built", { until: "2026-01-01" }), tie("A", "paid")])?.relation).toBe("paid");
    expect(path([tie("A", "built", { until: null }), tie("A", "paid")])?.relation).toBe("built");
  });

  it("to the last day of the months, and no longer", () => {
    const just = { from: "2028-05-03", until: "2028-06-01", months: 24 };
    expect(path([tie("A", "supplied")], "A", just)).not.toBeNull();
    expect(path([tie("A", "supplied")], "A", { ...just, from: "2028-05-04" })).toBeNull();
  });

  it("not by what began after the audit was reported", () => {
    expect(path([tie("A", "supplied", { from: "2026-07-01", until: null })])).not.toBeNull();
    expect(path([tie("A", "supplied", { from: "2026-07-02", until: null })])).toBeNull();
  });

  it("where days are not known, of the tie or of the audit", () => {
    expect(path([tie("A", "supplied", { from: null, until: null })])).not.toBeNull();
    expect(path([tie("A", "supplied", { until: "2001-01-01" })], "A", { ...audit, from: null })).not.toBeNull();
    expect(path([tie("A", "supplied", { from: "2099-01-01" })], "A", { ...audit, until: null })).not.toBeNull();
  });

  it("not over an owner who let go of it before the months", () => {
    const parted = [owns("B", "A", { until: "2020-01-01", from: null }), tie("B", "supplied")];
    expect(path(parted)).toBeNull();
  });

  it("not at all where nothing leads there, also in a circle of owners", () => {
    expect(path([tie("B", "supplied")])).toBeNull();
    expect(path([owns("A", "B"), owns("B", "C"), owns("C", "A")])).toBeNull();
  });
});
