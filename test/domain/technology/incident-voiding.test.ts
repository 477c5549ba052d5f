import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import { clocksOf } from "../../../src/domain/technology/state/incident-clocks.ts";
import { piloting, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import {
  at,
  delivered,
  facts,
  handled,
  incidentAfter,
  rated,
  recorded,
  stateOf,
  states,
  voided,
  withClocks,
} from "./incident-stories.ts";

const ten = at(46, "10:00");
const dueOf = (duty: string, now: string, ...story: readonly Happened[]) =>
  clocksOf(incidentAfter(...story), withClocks(), now).find((clock) => clock.duty.key === duty)?.due;

describe("a delivery that was entered by mistake", () => {
  const inTime = [recorded(2, ten), delivered("first-report", at(46, "11:00"))];

  it("is taken back: the clock runs again from its same start", () => {
    const story = [...inTime, voided("d1", at(46, "11:30"))];
    expect(stateOf("first-report", incidentAfter(...story), at(46, "12:00"))).toBe("running");
    expect(stateOf("first-report", incidentAfter(...story), at(46, "12:01"))).toBe("overdue");
    expect(dueOf("first-report", at(46, "11:40"), ...story)).toBe(at(46, "12:00"));
    const again = [...story, delivered("first-report", at(46, "11:50"))];
    expect(stateOf("first-report", incidentAfter(...again), at(47, "10:00"))).toBe("in-time");
  });

  it("was in time until then: before the voiding the page said so, and says so of that moment still", () => {
    const story = incidentAfter(...inTime, voided("d1", at(46, "13:00")));
    expect(stateOf("first-report", story, at(46, "12:59"))).toBe("in-time");
    expect(stateOf("first-report", story, at(46, "13:00"))).toBe("overdue");
  });

  it("bars promotion again from the voiding on", () => {
    const t = stateAfter(...piloting(), ...inTime, voided("d1", at(46, "13:00")));
    const status = (now: string) =>
      findingOf("incident-clocks", "completion", t, withClocks(), { today: now.slice(0, 10), now }).status;
    expect([status(at(46, "12:59")), status(at(46, "13:00"))]).toEqual(["met", "unmet"]);
  });

  it("leaves late what was late: no other delivery makes it timely, however it is said to have gone out", () => {
    const late = [recorded(2, ten), delivered("first-report", at(46, "12:30")), voided("d1", at(46, "12:40"))];
    expect(stateOf("first-report", incidentAfter(...late), at(46, "12:41"))).toBe("overdue");
    const again = delivered("first-report", at(46, "11:00"), true, at(46, "12:50"));
    expect(stateOf("first-report", incidentAfter(...late, again), at(60, "10:00"))).toBe("late");
  });

  it("leaves no term behind that a lower severity met meanwhile", () => {
    const lowered = [...inTime, voided("d1", at(46, "12:30")), rated(4, at(46, "12:40"))];
    expect(stateOf("first-report", incidentAfter(...lowered), at(46, "13:00"))).toBe("overdue");
  });

  it("counts the report that stands: what had only added to it is the first one now", () => {
    const both = [
      recorded(2, ten),
      delivered("first-report", at(46, "11:00"), false),
      delivered("first-report", at(46, "12:30")),
    ];
    expect(states(incidentAfter(...both), at(46, "13:00")).slice(0, 2)).toEqual([
      "first-report incomplete",
      "first-report/supplement in-time",
    ]);
    expect(states(incidentAfter(...both, voided("d1", at(46, "12:40"))), at(46, "13:00"))[0]).toBe("first-report late");
    expect(states(incidentAfter(...both, voided("d2", at(46, "12:40"))), at(46, "13:00")).slice(0, 2)).toEqual([
      "first-report incomplete",
      "first-report/supplement running",
    ]);
  });

  it("takes no term away that ran out while it counted", () => {
    const onward = [recorded(2, ten), delivered("first-report", at(46, "10:20")), voided("d1", at(46, "11:30"))];
    expect(stateOf("onward-report", incidentAfter(...onward), at(46, "11:40"))).toBe("overdue");
    const early = [recorded(2, ten), delivered("first-report", at(46, "10:20")), voided("d1", at(46, "11:00"))];
    expect(stateOf("onward-report", incidentAfter(...early), at(46, "11:40"))).toBe("not-begun");
    const supplement = [
      recorded(2, ten),
      delivered("first-report", at(46, "11:00"), false),
      voided("d1", at(47, "12:00")),
      delivered("first-report", at(47, "13:00")),
    ];
    expect(states(incidentAfter(...supplement), at(48, "10:00")).slice(0, 2)).toEqual([
      "first-report late",
      "first-report/supplement late",
    ]);
  });

  it("may be taken back twice over, each with its own entry after it", () => {
    const twice = [
      ...inTime,
      voided("d1", at(46, "11:10")),
      delivered("first-report", at(46, "11:20")),
      voided("d2", at(46, "11:30")),
    ];
    expect(stateOf("first-report", incidentAfter(...twice), at(46, "11:40"))).toBe("running");
    expect(stateOf("first-report", incidentAfter(...twice), at(46, "12:01"))).toBe("overdue");
    expect(incidentAfter(...twice).deliveries.map(({ voided }) => voided?.by)).toEqual(["pia", "pia"]);
  });
});

describe("taking a delivery back", () => {
  const by = (actor: string) => ({ ...delivered("first-report", at(46, "11:00")), actor });
  const codes = (actor: string, over: object = {}, ...story: readonly Happened[]) => {
    const t = stateAfter(...piloting(), recorded(2, ten), by("eva"), handled(at(46, "11:05")), ...story);
    const command = {
      type: "VoidIncidentDelivery" as const,
      incident: "i1",
      delivery: "d1",
      text: text("another report"),
      ...over,
    };
    const decision = decide(t, command, facts(actor, at(46, "11:30")));
    return decision.kind === "rejected" ? decision.reasons.map(({ code }) => code) : [];
  };

  it("is for whoever entered it and for whoever has it among their work, with a reason", () => {
    expect(codes("eva")).toEqual([]);
    expect(codes("pia")).toEqual([]);
    expect(codes("ada")).toEqual(["DeliveryOfAnother"]);
    expect(codes("eva", { text: "" })).toEqual(["TextMissing"]);
  });

  it("is of a delivery that is there, and once", () => {
    expect(codes("eva", { delivery: "d9" })).toEqual(["DeliveryUnknown"]);
    expect(codes("eva", { incident: "i9" })).toEqual(["IncidentUnknown"]);
    expect(codes("eva", {}, voided("d1", at(46, "11:20")))).toEqual(["DeliveryVoidedAlready"]);
  });
});
