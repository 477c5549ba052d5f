import { describe, expect, it } from "vitest";
import { impactDefault as rules } from "../../../../src/domain/policy/safeguards/impact.ts";
import { marginsOf } from "../../../../src/domain/safeguards/impact/margin.ts";
import { lightest } from "./answers.ts";

describe("how near the next tier is", () => {
  it("one point short: one answer a step higher would be tier II, and which are named", () => {
    const answers = { ...lightest, people: "some", rights: "benefits", data: "personal" };
    expect(marginsOf(rules, answers)).toEqual({
      up: {
        tier: "II",
        points: 1,
        byOneAnswer: ["people", "scale", "rights", "automation", "reversal", "data", "groups", "outage"],
      },
      down: null,
      heldBy: [],
    });
  });

  it("one point over: one answer a step lower would be tier I", () => {
    const answers = { ...lightest, people: "many", rights: "benefits", data: "personal" };
    expect(marginsOf(rules, answers).down).toEqual({
      tier: "I",
      points: 1,
      byOneAnswer: ["people", "rights", "data"],
    });
  });

  it("far off: no single answer is enough but one that demands its tier alone or brings open questions with it", () => {
    expect(marginsOf(rules, lightest).up).toEqual({ tier: "II", points: 6, byOneAnswer: [] });
    const nearLiberty = { ...lightest, rights: "benefits" };
    expect(marginsOf(rules, nearLiberty).up).toEqual({ tier: "II", points: 3, byOneAnswer: ["rights", "automation"] });
  });

  it("held by one answer: no number of points gives the tier up, that answer does", () => {
    const answers = { ...lightest, rights: "liberty" };
    expect(marginsOf(rules, answers)).toEqual({
      up: { tier: "IV", points: 17, byOneAnswer: [] },
      down: { tier: "II", points: null, byOneAnswer: ["rights"] },
      heldBy: ["rights"],
    });
  });

  it("open questions count at their most; at the top there is no tier above", () => {
    expect(marginsOf(rules, {})).toEqual({
      up: null,
      down: { tier: "III", points: 14, byOneAnswer: [] },
      heldBy: [],
    });
  });
});
