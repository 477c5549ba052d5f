import { describe, expect, it } from "vitest";
import { openActions } from "../../../src/domain/technology/open-actions.ts";
import type { Happened } from "../../support/technology.ts";
import {
  admitted,
  assigned,
  by,
  decided,
  declared,
  happened,
  piloting,
  planLocked,
  proposed,
  rollingOut,
  stateAfter,
  submitted,
  text,
  withEvidence,
} from "../../support/technology.ts";
import { revealed } from "./scores.ts";

const open = (actor: string, n: number, ...story: readonly Happened[]) => {
  const facts = by(actor, n);
  return openActions(story.length === 0 ? null : stateAfter(...story), facts.actor, facts);
};

describe("what a person is offered", () => {
  it("begins with a proposal, for planners", () => {
    expect(open("pia", 0)).toEqual(["Propose"]);
    expect(open("ada", 0)).toEqual([]);
  });

  it("follows the pilot", () => {
    expect(open("pia", 0, ...proposed())).toEqual([
      "ReviseProposal",
      "WithdrawProposal",
      "AttachEvidence",
      "AskQuestion",
      "OpenConsultation",
      "StateSafeguard",
      "BorrowEvidence",
      "RequestWaiver",
      "WritePublicStatement",
      "RecordLessons",
      "CorrectEntry",
    ]);
    expect(open("pia", 2, ...admitted())).toContain("LockPilotPlan");
    expect(open("pia", 2, ...planLocked())).not.toContain("OpenPilot");
    expect(open("pia", 3, ...planLocked())).toContain("OpenPilot");
    // Documents of the proposal, by its authors.
    expect(open("pia", 4, ...planLocked())).toContain("AttachEvidence");
    expect(open("pete", 4, ...planLocked())).not.toContain("AttachEvidence");
    expect(open("eva", 4, ...planLocked())).not.toContain("AttachEvidence");
    expect(open("pia", 4, ...piloting())).toEqual(
      expect.arrayContaining(["AttachEvidence", "AmendPilotPlan", "StopPilot"]),
    );
    expect(open("pia", 4, ...piloting())).not.toContain("WithdrawEvidence");
    expect(open("pia", 7, ...withEvidence())).toContain("WithdrawEvidence");
    expect(open("pete", 7, ...withEvidence())).not.toContain("WithdrawEvidence");
  });

  it("follows the evaluation", () => {
    const scoring = (type: string) =>
      ["DeclareInterest", "SubmitScores", "ModerateScore", "RecordDissent"].includes(type);
    expect(open("eva", 34, ...assigned()).filter(scoring)).toEqual(["DeclareInterest"]);
    expect(open("eva", 34, ...declared()).filter(scoring)).toEqual(["DeclareInterest", "SubmitScores"]);
    expect(open("eva", 36, ...submitted()).filter(scoring)).toEqual(["DeclareInterest"]);
    expect(open("eva", 37, ...revealed()).filter(scoring)).toEqual([
      "DeclareInterest",
      "ModerateScore",
      "RecordDissent",
    ]);
    expect(open("edda", 37, ...revealed()).filter(scoring)).toEqual([]);
  });

  it("keeps deciding from those who may not", () => {
    expect(open("ada", 0, ...proposed())).toEqual(expect.arrayContaining(["CastVote", "DraftConditions"]));
    const recused = happened("PersonRecused", { person: "ada", as: "approver" }, "ada");
    expect(open("ada", 0, ...proposed(), recused)).not.toContain("CastVote");
    expect(open("pia", 0, ...proposed())).not.toContain("CastVote");
  });

  it("has nothing for the auditor, and little for the administrator", () => {
    expect(open("otto", 4, ...piloting())).toEqual([]);
    expect(open("adam", 7, ...withEvidence())).toEqual([
      "RecordIncident",
      "WithholdPublicPart",
      "CorrectEntry",
      "EraseText",
      "EraseFile",
      "WithholdEntry",
    ]);
  });

  it("offers no wave while the rollout is held", () => {
    const wave = { name: text("w"), reach: 4, startsOn: "2026-04-20" };
    const story = [...rollingOut(), happened("RolloutPlanned", { waves: [wave], guards: [] }, "pia", 41)];
    const hold = happened("RolloutHeld", { cause: { kind: "person" }, text: text("h") }, "pia", 42);
    expect(open("pia", 43, ...story)).toEqual(expect.arrayContaining(["OpenWave", "HoldRollout"]));
    expect(open("pia", 43, ...story, hold)).not.toContain("OpenWave");
    expect(open("ada", 43, ...story, hold)).toContain("ResumeRollout");
    expect(open("ada", 90, ...story, decided("adoption", "approve", 80))).toContain("Retire");
  });
});
