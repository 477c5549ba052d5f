import { describe, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import type { PilotPlan } from "../../../src/domain/technology/state/pilot.ts";
import {
  aPlan,
  aPolicy,
  admitted,
  by,
  day,
  given,
  happened,
  piloting,
  planLocked,
  someEvidence,
  text,
} from "../../support/technology.ts";
import { approved, rolloutPlan } from "./rollout-stories.ts";

const lock = (over: Partial<PilotPlan>) => ({ type: "LockPilotPlan", plan: aPlan(over) }) as const;

describe("a pilot plan", () => {
  const locked = (over: Partial<PilotPlan>) => given(...admitted()).when(lock(over), by("pia", 2));

  it("starts within a year", () => {
    locked({ startsOn: day(368), looks: [day(400)] }).thenAccepted();
    locked({ startsOn: day(369), looks: [day(400)] }).thenRefused("DateTooFar@startsOn");
  });

  it("lasts three years at most, or as long as its tier asks", () => {
    locked({ days: 1096 }).thenAccepted();
    locked({ days: 1097 }).thenRefused("PilotTooLong@days");
    const long = { ...earlyPolicy.tiers, II: { minimumPilotDays: 1500, minimumEvaluators: 2 } };
    given(...admitted())
      .when(lock({ days: 1500 }), by("pia", 2, { policy: aPolicy({ tiers: long }) }))
      .thenAccepted();
  });

  it("is looked at within a year of its end", () => {
    locked({ looks: [day(3 + 28 + 366)] }).thenAccepted();
    locked({ looks: [day(20), day(3 + 28 + 367)] }).thenRefused("DateTooFar@looks");
    locked({ looks: ["9999-12-31"] }).thenRefused("DateTooFar@looks");
  });

  it("that was locked with ends further away may still be amended in everything else", () => {
    const far = { days: 4000, looks: ["2099-01-01"] };
    given(...planLocked(far))
      .when({ type: "AmendPilotPlan", plan: aPlan({ ...far, siteCount: 4 }), reason: text("why") }, by("pia", 3))
      .thenAccepted();
    given(...planLocked(far))
      .when({ type: "AmendPilotPlan", plan: aPlan({ ...far, days: 4001 }), reason: text("why") }, by("pia", 3))
      .thenRefused("PilotTooLong@days");
  });
});

describe("a wave", () => {
  it("opens within three years", () => {
    const plan = (startsOn: string) => {
      const { waves, guards } = rolloutPlan();
      return { type: "PlanRollout", guards, waves: waves.slice(0, 1).map((wave) => ({ ...wave, startsOn })) } as const;
    };
    given(...approved())
      .when(plan(day(43 + 1096)), by("pia", 43))
      .thenAccepted();
    given(...approved())
      .when(plan(day(43 + 1097)), by("pia", 43))
      .thenRefused("DateTooFar@waves.0.startsOn");
  });
});

describe("what has happened", () => {
  const old = "1989-12-31T12:00:00Z";

  it("happened since 1990: an incident, a drill, their corrections, a document's time", () => {
    given(...piloting())
      .when(
        { type: "RecordIncident", severity: 3, occurredAt: old, learnedAt: old, timeZone: "UTC", text: text("i") },
        by("eva", 6),
      )
      .thenRefused("DateTooEarly@occurredAt", "DateTooEarly@learnedAt");
    given(...piloting())
      .when({ type: "RecordDrill", on: "0206-03-01", minutes: 20, text: text("d") }, by("pia", 6))
      .thenRefused("DateTooEarly@on");
    const incident = {
      incident: "i1",
      severity: 3,
      occurredAt: `${day(5)}T12:00:00.000Z`,
      learnedAt: `${day(5)}T12:00:00.000Z`,
      timeZone: "UTC",
      dueOn: day(27),
      text: text("i"),
    } as const;
    const story = [
      ...piloting(),
      happened("IncidentRecorded", incident, "eva", 6),
      happened("DrillRecorded", { on: day(5), minutes: 20, text: text("d") }, "pia", 6),
    ];
    const correct = (corrects: number, correctedType: string, changes: object) =>
      ({ type: "CorrectEntry", corrects, correctedType, changes, text: text("w") }) as const;
    given(...story)
      .when(correct(10 * (story.length - 1), "IncidentRecorded", { occurredAt: old }), by("eva", 7))
      .thenRefused("DateTooEarly@changes.occurredAt");
    given(...story)
      .when(correct(10 * story.length, "DrillRecorded", { drillOn: "1989-12-31" }), by("pia", 7))
      .thenRefused("DateTooEarly@changes.drillOn");
    const document = someEvidence("d", {
      kind: "document",
      statistics: { kind: "document" },
      withinMs: null,
      from: old,
    });
    given(...piloting())
      .when(document, by("pia", 6))
      .thenRefused("DateTooEarly@from");
    given(...piloting())
      .when({ ...document, from: `${addDays(day(5), -300)}T00:00:00Z` }, by("pia", 6))
      .thenAccepted();
  });
});
