import { describe, expect, it } from "vitest";
import { allowedIn, rolesFor } from "../../../src/domain/technology/terms.ts";
import type { TechnologyCommand } from "../../../src/domain/technology/state/technology.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import {
  aPlan,
  aProposal,
  admitted,
  by,
  day,
  given,
  happened,
  noText,
  people,
  person,
  proposed,
  text,
} from "../../support/technology.ts";

const withdraw = { type: "WithdrawProposal", reason: text("why") } as const;
const everyoneWith = (...more: typeof people) => ({
  people: [...people.filter(({ id }) => !more.some((one) => one.id === id)), ...more],
});

describe("every command", () => {
  it("needs a technology", () => {
    given().when(withdraw, by("pia")).thenRefused("TechnologyUnknown");
  });

  it("is for people who are not disabled and hold the role now", () => {
    given(...proposed())
      .when(withdraw, by("eva"))
      .thenRefused("RoleMissing");
    given(...proposed())
      .when(withdraw, by("dora"))
      .thenRefused("RoleMissing");
    given(...proposed())
      .when(withdraw, by("pia", 0, { people: people.filter(({ id }) => id !== "pia") }))
      .thenRefused("PersonDisabled");
    given(...proposed())
      .when(withdraw, by("system"))
      .thenRefused("NotForTheSystem");
  });

  it("reads roles from the directory, not from what the actor claims", () => {
    const facts = { ...by("eva"), actor: { id: "eva", roles: ["planner"] as const } };
    given(...proposed())
      .when(withdraw, facts)
      .thenRefused("RoleMissing");
  });

  it("is closed to an administrator where it decides, whatever the grants say", () => {
    given(...proposed())
      .when(withdraw, by("adam", 0, everyoneWith(person("adam", "administrator", "planner"))))
      .thenRefused("RoleMissing");
  });

  it("says role and rules together", () => {
    given(...proposed())
      .when({ type: "WithdrawProposal", reason: noText }, by("eva"))
      .thenRefused("RoleMissing", "TextMissing@reason");
    given(...proposed())
      .when({ type: "LockPilotPlan", plan: aPlan({ days: 1 }) }, by("eva"))
      .thenRefused("RoleMissing", "NotInThisStage");
  });

  it("has its stages: nothing but the record moves after the end", () => {
    const ended = [...proposed(), happened("ProposalWithdrawn", { reason: text("r") })];
    given(...ended)
      .when({ type: "ReviseProposal", proposal: aProposal() }, by("pia"))
      .thenRefused("NotInThisStage");
    const open = Object.entries(allowedIn).flatMap(([type, stages]) => (stages.includes("withdrawn") ? [type] : []));
    // What went wrong is still reported and learned from, and what was learned is of use to others.
    expect(open).toEqual([
      "RateIncident",
      "DeliverIncidentDuty",
      "VoidIncidentDelivery",
      "HandleIncident",
      "ReviewIncident",
      "FinishIncidentMeasure",
      "CloseIncident",
      "AnswerQuestion",
      "SettleQuestion",
      "CloseCollection",
      "NoteFeedback",
      "WithdrawConsultation",
      "CountPoll",
      "MinuteHearing",
      "MakePoint",
      "RewordPoint",
      "JoinPoints",
      "AnswerPoint",
      "AnswerConsultation",
      "CountContributions",
      "OfferEvidence",
      "NoteBorrowed",
      "NoteStandard",
      "WritePublicStatement",
      "WithholdPublicPart",
      "ReleasePublicPart",
      "PublishDecisions",
      "RecordLessons",
      "CorrectEntry",
      "EraseText",
      "EraseFile",
      "WithholdEntry",
      "Sweep",
    ]);
  });

  it("is closed to the auditor, who reads", () => {
    const open = Object.entries(rolesFor).flatMap(([type, roles]) => (roles.includes("auditor") ? [type] : []));
    expect(open).toEqual([]);
  });

  it("throws where the facts lack the pinned policy: that is a bug, not a refusal", () => {
    const locked = happened("PilotPlanLocked", { number: 1, policyVersion: 5, plan: aPlan() }, "pia", 2);
    const incident: TechnologyCommand = {
      type: "RecordIncident",
      severity: 1,
      occurredAt: `${day(1)}T00:00:00Z`,
      learnedAt: `${day(1)}T00:00:00Z`,
      timeZone: "UTC",
      text: text("t"),
    };
    const when = given(...admitted(), locked).when;
    expect(() => when(incident, by("pia", 3))).toThrow("policy version 5");
    expect(decide(null, withdraw, by("pia")).kind).toBe("rejected");
  });
});
