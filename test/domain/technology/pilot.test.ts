import { describe, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { PilotPlan } from "../../../src/domain/technology/state/pilot.ts";
import {
  aPlan,
  aPolicy,
  admitted,
  by,
  day,
  evaluating,
  given,
  happened,
  noText,
  piloting,
  planLocked,
  text,
  withEvidence,
  decided,
  people,
  person,
} from "../../support/technology.ts";

const lock = (over: Partial<PilotPlan> = {}) => ({ type: "LockPilotPlan", plan: aPlan(over) }) as const;
const amend = (over: Partial<PilotPlan>, reason = text("why")) =>
  ({ type: "AmendPilotPlan", plan: aPlan(over), reason }) as const;
const inapplicable = {
  applicable: false,
  reason: text("n/a"),
  floor: null,
  minimumSample: null,
  margin: null,
  anytime: false,
};
const stricter = (floor: number | null, minimumSample: number | null = null) => ({
  margin: null,
  anytime: false,
  applicable: true,
  reason: null,
  floor,
  minimumSample,
});

describe("locking a pilot plan", () => {
  it("pins the newest policy", () => {
    given(...admitted())
      .when(lock(), by("pia", 2, { policy: aPolicy({ version: 7 }) }))
      .then({ type: "PilotPlanLocked", payload: { number: 1, policyVersion: 7, plan: aPlan() } });
  });

  it("says everything that is wrong at once", () => {
    const bad: Partial<PilotPlan> = {
      sites: noText,
      siteCount: 0,
      startsOn: day(1),
      days: 27,
      services: [],
      latencyMs: 0,
      restoreSeconds: 0,
      looks: [day(9), day(9)],
      exit: noText,
      rollback: noText,
    };
    given(...admitted())
      .when(lock(bad), by("pia", 2))
      .thenRefused(
        "TextMissing@sites",
        "NotPositive@siteCount",
        "StartInPast@startsOn",
        "PilotTooShort@days",
        "ServiceMissing@services",
        "NotPositive@latencyMs",
        "NotPositive@restoreSeconds",
        "LooksNotAscending@looks",
        "TextMissing@exit",
        "TextMissing@rollback",
      );
  });

  it("is as long as the tier asks", () => {
    given(...admitted({ tier: "IV" }))
      .when(lock({ days: 89 }), by("pia", 2))
      .thenRefused("PilotTooShort@days");
    given(...admitted({ tier: "IV" }))
      .when(lock({ days: 90 }), by("pia", 2))
      .thenAccepted();
  });

  it("schedules its looks ahead, no more than the policy allows; the last may lie after the end", () => {
    given(...admitted())
      .when(lock({ looks: [] }), by("pia", 2))
      .thenRefused("LookMissing@looks");
    given(...admitted())
      .when(lock({ looks: ["soon"] }), by("pia", 2))
      .thenRefused("DayMalformed@looks");
    given(...admitted())
      .when(lock({ looks: [day(1), day(9)] }), by("pia", 2))
      .thenRefused("LookInPast@looks", "LookBeforeStart@looks");
    given(...admitted())
      .when(lock({ looks: [5, 6, 7, 8, 9].map(day) }), by("pia", 2))
      .thenRefused("TooManyLooks@looks");
    given(...admitted())
      .when(lock({ looks: [day(300)] }), by("pia", 2))
      .thenAccepted();
  });

  it("may only be stricter than the policy", () => {
    const indicators = {
      availability: stricter(0.9, 10),
      "failed-share": stricter(0.02),
      sus: stricter(101, 0.5),
      nonsense: stricter(null),
    };
    given(...admitted())
      .when(lock({ indicators }), by("pia", 2))
      .thenRefused(
        "FloorLooser@indicators.availability.floor",
        "SampleSmaller@indicators.availability.minimumSample",
        "FloorLooser@indicators.failed-share.floor",
        "FloorOutOfRange@indicators.sus.floor",
        "NotPositive@indicators.sus.minimumSample",
        "SampleSmaller@indicators.sus.minimumSample",
        "IndicatorUnknown@indicators.nonsense",
      );
    const strict = { availability: stricter(0.995, 400), "failed-share": stricter(0.005) };
    given(...admitted())
      .when(lock({ indicators: strict }), by("pia", 2))
      .thenAccepted();
  });

  it("says why an indicator does not apply, and leaves no criterion empty", () => {
    const unexplained = { volume: { ...inapplicable, reason: null } };
    given(...admitted())
      .when(lock({ indicators: unexplained }), by("pia", 2))
      .thenRefused("TextMissing@indicators.volume.reason");
    const capacity = earlyPolicy.criteria.find(({ key }) => key === "capacity")?.indicators ?? [];
    const indicators = Object.fromEntries(capacity.map(({ key }) => [key, inapplicable]));
    given(...admitted())
      .when(lock({ indicators }), by("pia", 2))
      .thenRefused("CriterionEmptied@criteria.capacity");
  });

  it("needs no service where availability does not apply, and names none twice", () => {
    given(...admitted())
      .when(lock({ services: [], indicators: { availability: inapplicable } }), by("pia", 2))
      .thenAccepted();
    given(...admitted())
      .when(lock({ services: ["a", "a", ""] }), by("pia", 2))
      .thenRefused("ServiceRepeated@services", "ServiceMalformed@services");
  });

  it("stands once", () => {
    given(...planLocked())
      .when(lock(), by("pia", 2))
      .thenRefused("PlanAlreadyLocked");
  });

  it("is not written by a person who has decided here", () => {
    const both = [...people.filter(({ id }) => id !== "ada"), person("ada", "approver", "planner")];
    const votes = [{ person: "ada", option: "approve", reason: text("r") }] as const;
    given(...admitted().slice(0, 1), decided("admission", "approve", 1, { votes }))
      .when(lock(), by("ada", 2, { people: both }))
      .thenRefused("DeciderMayNotAuthor");
  });
});

describe("amending a pilot plan", () => {
  it("carries its reason and what changed, and says whether data were there", () => {
    given(...planLocked())
      .when(amend({ days: 40 }), by("pete", 2))
      .then({
        type: "PilotPlanAmended",
        payload: { plan: aPlan({ days: 40 }), changed: ["days"], reason: text("why"), afterData: false },
      });
    given(...withEvidence())
      .when(amend({ siteCount: 4 }), by("pia", 9))
      .then({
        type: "PilotPlanAmended",
        payload: { plan: aPlan({ siteCount: 4 }), changed: ["siteCount"], reason: text("why"), afterData: true },
      });
  });

  it("needs a plan, a change, a reason, and stays within the pinned policy", () => {
    given(...admitted())
      .when(amend({}), by("pia", 2))
      .thenRefused("PlanMissing");
    given(...piloting())
      .when(amend({}, noText), by("pia", 4))
      .thenRefused("NothingChanged", "TextMissing@reason");
    const lax = aPolicy({
      version: 2,
      tiers: { ...earlyPolicy.tiers, II: { minimumPilotDays: 1, minimumEvaluators: 1 } },
    });
    given(...piloting())
      .when(amend({ days: 5 }), by("pia", 4, { policy: lax, policies: { 1: earlyPolicy, 2: lax } }))
      .thenRefused("PilotTooShort@days");
  });

  it("adds and moves looks before there are data, and leaves those alone whose day has come", () => {
    given(...piloting())
      .when(amend({ looks: [day(20), day(40), day(50)] }), by("pia", 4))
      .thenAccepted();
    given(...piloting())
      .when(amend({ looks: [day(20), day(30)] }), by("pia", 4))
      .thenAccepted();
    given(...piloting())
      .when(amend({ looks: [day(22), day(40)] }), by("pia", 20))
      .thenRefused("PastLookChanged@looks");
    given(...piloting())
      .when(amend({ looks: [day(20), day(24)] }), by("pia", 25))
      .thenRefused("LookInPast@looks");
  });

  it("moves the start only while the pilot is closed", () => {
    given(...planLocked())
      .when(amend({ startsOn: day(5) }), by("pia", 3))
      .thenAccepted();
    given(...planLocked())
      .when(amend({ startsOn: day(2) }), by("pia", 3))
      .thenRefused("StartInPast@startsOn");
    given(...piloting())
      .when(amend({ startsOn: day(5) }), by("pia", 4))
      .thenRefused("PilotAlreadyOpen@startsOn");
  });

  it("voids votes given on the completion", () => {
    const vote = happened(
      "VoteCast",
      { gate: "completion", option: "approve", reason: text("r"), ground: "g", onBehalfOf: null, lessons: null },
      "ada",
      9,
    );
    given(...withEvidence(), vote)
      .when(amend({ days: 40 }), by("pia", 9))
      .then(
        {
          type: "PilotPlanAmended",
          payload: { plan: aPlan({ days: 40 }), changed: ["days"], reason: text("why"), afterData: true },
        },
        { type: "VotesLapsed", payload: { gate: "completion", voters: ["ada"], why: "ground-changed" } },
      );
  });

  it("is over once people evaluate", () => {
    given(...evaluating())
      .when(amend({ days: 40 }), by("pia", 33))
      .thenRefused("NotInThisStage");
  });
});

describe("opening a pilot", () => {
  it("waits for plan and start day, and happens once", () => {
    given(...admitted())
      .when({ type: "OpenPilot" }, by("pia", 9))
      .thenRefused("PlanMissing");
    given(...planLocked())
      .when({ type: "OpenPilot" }, by("pia", 2))
      .thenRefused("PilotNotDue");
    given(...planLocked())
      .when({ type: "OpenPilot" }, by("pia", 3))
      .then({ type: "PilotOpened", payload: { on: day(3) } });
    given(...piloting())
      .when({ type: "OpenPilot" }, by("pia", 4))
      .thenRefused("PilotAlreadyOpen");
  });
});

describe("stopping a pilot", () => {
  const stop = (lessons = text("lessons")) => ({ type: "StopPilot", reason: text("why"), lessons }) as const;

  it("leaves lessons, by planner or approver", () => {
    for (const actor of ["pia", "ada"])
      given(...piloting())
        .when(stop(), by(actor, 9))
        .then({ type: "PilotStopped", payload: { reason: text("why"), lessons: text("lessons") } });
    given(...piloting())
      .when(stop(noText), by("pia", 9))
      .thenRefused("TextMissing@lessons");
    given(...piloting())
      .when(stop(), by("eva", 9))
      .thenRefused("RoleMissing");
  });
});
