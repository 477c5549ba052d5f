import { describe, expect, it } from "vitest";
import { noDrillRules } from "../../../src/domain/policy/safeguards/drills.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { isOn, warningsOf } from "../../../src/domain/technology/warnings.ts";
import type { SafeguardRow } from "../../../src/domain/technology/state/safeguards.ts";
import { accepted, after, asking, careful, piloted, reviewing, stating } from "../../support/safeguards.ts";
import { by, day, happened, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

const policy = asking("rollout");

/** What of weaknesses and drills is warned of on a day: kind, which one, how grave, who has it. */
function warned(story: readonly Happened[], today: string, under: Policy = policy) {
  const ground = { policy: under, today, dayOf: (now: string) => now.slice(0, 10), drifted: [] };
  return warningsOf(stateAfter(...story), ground)
    .filter(({ kind }) => kind.startsWith("remedy-") || kind.startsWith("drill-"))
    .filter((warning) => isOn(warning, { now: `${today}T12:00:00.000Z`, today }))
    .map(({ kind, weight, person, params }) => [kind, weight, person, params?.["severity"] ?? params?.["class"]]);
}

const weakness = (severity: string, remedyBy: string): SafeguardRow => ({
  ...{ severity, finding: text(`weakness ${severity}`), remedyBy, remedied: "no" },
});
const tested = (...findings: readonly SafeguardRow[]) => ({ ...careful["security-baseline"], findings });
const drilledOn = (...drills: readonly (readonly [of: string, on: string])[]) => ({
  ...careful["response-plan"],
  events: ["outage", "leak"].map((of) => ({ ...careful["response-plan"].events[0]!, class: of })),
  drills: drills.map(([drillClass, drillOn]) => ({ ...careful["response-plan"].drills[0]!, drillClass, drillOn })),
});

describe("a weakness that a penetration test found", () => {
  const kind = "security-baseline";
  const story = accepted(piloted("IV"), kind, 21, tested(weakness("high", day(100)), weakness("low", day(101))));

  it("is warned of for the policy's days before it is to be put right, and from the day after on", () => {
    expect(warned(story, day(39))).toEqual([]);
    expect(warned(story, day(40))).toEqual([["remedy-due", "notice", "pia", "high"]]);
    expect(warned(story, day(100))).toEqual([
      ["remedy-due", "notice", "pia", "high"],
      ["remedy-due", "notice", "pia", "low"],
    ]);
    expect(warned(story, day(101))).toEqual([
      ["remedy-overdue", "serious", "pia", "high"],
      ["remedy-due", "notice", "pia", "low"],
    ]);
    // A light one holds up no gate, so that it is never more than a notice.
    expect(warned(story, day(400))).toEqual([
      ["remedy-overdue", "serious", "pia", "high"],
      ["remedy-overdue", "notice", "pia", "low"],
    ]);
  });

  it("is settled by being put right, and by nothing that only touches its statement", () => {
    const edited = after(story, stating(story, kind, tested(weakness("high", day(100))), false), by("pia", 102));
    expect(warned(edited, day(103))).toEqual([["remedy-overdue", "serious", "pia", "high"]]);
    const reopened = after(story, { type: "ReopenSafeguard", item: "g1", text: text("why") }, by("ada", 102));
    expect(warned(reopened, day(103))).toHaveLength(2);
    const right = { ...weakness("high", day(100)), remedied: "yes", remediedOn: day(102), remedyProof: ["e4"] };
    expect(warned(after(story, stating(story, kind, tested(right)), by("pia", 102)), day(103))).toEqual([]);
  });

  it("that nobody has handed in yet is nobody's", () => {
    const drafted = after(
      piloted("IV"),
      stating(piloted("IV"), kind, tested(weakness("high", day(30))), false),
      by("pia", 21),
    );
    expect(warned(drafted, day(40))).toEqual([]);
  });
});

describe("a drill", () => {
  const kind = "response-plan";
  // Held on 11 March 2026, it counts for twelve months, through 11 March 2027.
  const held = "2026-03-11";

  it("is warned of before its months run out, to the day, and after", () => {
    const story = accepted(piloted("II"), kind, 21, drilledOn(["outage", held]));
    expect(warned(story, "2027-01-09")).toEqual([]);
    expect(warned(story, "2027-01-10")).toEqual([["drill-due", "notice", "pia", "any"]]);
    expect(warned(story, "2027-03-11")).toEqual([["drill-due", "notice", "pia", "any"]]);
    expect(warned(story, "2027-03-12")).toEqual([["drill-overdue", "serious", "pia", "any"]]);
    expect(warned(story, "2027-03-12", asking("rollout", without))).toEqual([]);
  });

  it("is settled by the next one, be it of the rollout", () => {
    const story = accepted(piloted("II"), kind, 21, drilledOn(["outage", held]));
    const rollback = happened("DrillRecorded", { on: "2027-03-10", minutes: 20, text: text("back") }, "pia", 374);
    expect(warned([...story, rollback], "2027-03-12")).toEqual([]);
  });

  it("of the gravest tier is warned of class by class", () => {
    const story = accepted(piloted("IV"), kind, 21, drilledOn(["outage", held], ["leak", day(20)]));
    expect(warned(story, "2027-03-12")).toEqual([
      ["drill-overdue", "serious", "pia", "outage"],
      ["drill-due", "notice", "pia", "leak"],
    ]);
  });

  it("is one of whoever wrote the plan, whoever reviewed it", () => {
    const handedIn = after(piloted("II"), stating(piloted("II"), kind, drilledOn(["outage", held])), by("pia", 21));
    const returned = after(handedIn, reviewing(handedIn, kind, "returned"), by("ada", 22));
    expect(warned(returned, "2027-03-12")).toEqual([["drill-overdue", "serious", "pia", "any"]]);
  });
});

const without: Partial<Policy> = { safeguards: { ...policy.safeguards, drills: noDrillRules } };
