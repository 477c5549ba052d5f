import { describe, expect, it } from "vitest";
import { registeredConditions } from "../../../src/domain/gates/register.ts";
import { chapters, corrections, facts, parts } from "../../../src/domain/technology/chapters.ts";
import { inOrder } from "../../../src/domain/technology/manifest/in-order.ts";
import { tableOf } from "../../../src/domain/technology/manifest/table-of.ts";
import { stages } from "../../../src/domain/technology/state/stage.ts";
import type { TechnologyCommandType, TechnologyEventType } from "../../../src/domain/technology/state/technology.ts";
import {
  allowedIn,
  commandTypes,
  decidingCommands,
  programActOf,
  rewriting,
  rolesFor,
} from "../../../src/domain/technology/terms.ts";

/** command | roles | stages | what more is said of it; what a later chapter adds stands in its own tests. */
const commands = `
  Propose | planner | none yet |
  ReviseProposal | planner | proposed | rewriting
  WithdrawProposal | planner | proposed | deciding
  LockPilotPlan | planner | piloting | rewriting
  AmendPilotPlan | planner | piloting | rewriting
  OpenPilot | planner | piloting |
  AttachEvidence | planner evaluator | proposed piloting evaluating rolling-out |
  WithdrawEvidence | planner evaluator | proposed piloting evaluating rolling-out adopted |
  RecordIncident | planner evaluator approver administrator | piloting evaluating rolling-out adopted |
  CloseIncident | planner evaluator approver administrator | any |
  StopPilot | planner approver | piloting | deciding
  AssignEvaluators | approver | evaluating | deciding
  DeclareInterest | evaluator | evaluating | deciding
  SubmitScores | evaluator | evaluating | deciding
  ReleaseEvaluator | approver | evaluating | deciding
  RevealScores | system | evaluating |
  ModerateScore | evaluator | evaluating | deciding
  RecordDissent | evaluator approver | proposed piloting evaluating rolling-out | deciding
  RequestWaiver | planner evaluator | proposed piloting evaluating rolling-out adopted |
  GrantWaiver | approver | proposed piloting evaluating rolling-out adopted | deciding
  RefuseWaiver | approver | proposed piloting evaluating rolling-out adopted | deciding
  RecuseApprover | approver | proposed piloting evaluating rolling-out adopted | deciding
  DraftConditions | approver | proposed piloting evaluating rolling-out adopted | deciding rewriting
  CastVote | approver | proposed piloting evaluating rolling-out adopted | deciding
  FulfilCondition | planner evaluator approver administrator | proposed piloting evaluating rolling-out adopted | deciding
  ConfirmDecision | approver | piloting evaluating rolling-out adopted | deciding
  ConfirmDrift | approver | piloting evaluating rolling-out adopted | deciding
  ReopenGate | approver | piloting evaluating rolling-out adopted | deciding
  PlanRollout | planner | evaluating rolling-out | rewriting
  RecordDrill | planner | piloting evaluating rolling-out |
  OpenWave | planner | rolling-out | deciding
  HoldRollout | planner approver | rolling-out | deciding
  ResumeRollout | approver | rolling-out | deciding
  CompleteWave | planner | rolling-out | deciding
  RollBack | approver | rolling-out | deciding
  Retire | approver | adopted | deciding
  RecordLessons | planner evaluator approver | any |
  CorrectEntry | planner evaluator approver administrator | any |
  EraseText | administrator | any | deciding
  EraseFile | administrator | any | deciding
  WithholdEntry | administrator | any |
  Sweep | system | any |
`;

/** event and its newest schema | the command it is entered by, then those it follows from in the same breath */
const events = `
  TechnologyProposed 1 | Propose
  ProposalRevised 1 | ReviseProposal
  ProposalWithdrawn 1 | WithdrawProposal
  PilotPlanLocked 4 | LockPilotPlan
  PilotPlanAmended 4 | AmendPilotPlan
  PilotOpened 1 | OpenPilot
  EvidenceAttached 2 | AttachEvidence
  EvidenceWithdrawn 1 | WithdrawEvidence
  EvidenceExpired 1 | Sweep
  IncidentRecorded 2 | RecordIncident
  IncidentClosed 1 | CloseIncident
  LookTaken 1 | Sweep
  PilotStopped 1 | StopPilot
  EvaluatorsAssigned 1 | AssignEvaluators
  InterestDeclared 1 | DeclareInterest RecuseApprover
  PersonRecused 1 | DeclareInterest RecuseApprover
  ScoresSubmitted 1 | SubmitScores
  EvaluatorReleased 1 | ReleaseEvaluator
  ScoresRevealed 1 | RevealScores
  ScoreModerated 1 | ModerateScore
  DissentRecorded 1 | RecordDissent
  WaiverRequested 1 | RequestWaiver
  WaiverSupported 1 | GrantWaiver
  WaiverGranted 1 | GrantWaiver
  WaiverRefused 1 | RefuseWaiver
  WaiverLapsed 1 | Sweep
  ConditionsDrafted 1 | DraftConditions
  VoteCast 1 | CastVote
  VotesLapsed 1 | Sweep CastVote DraftConditions ReviseProposal AmendPilotPlan RollBack ReopenGate
  GateDecided 1 | CastVote
  ConditionFulfilled 1 | FulfilCondition
  DecisionConfirmed 1 | ConfirmDecision
  DriftConfirmed 1 | ConfirmDrift
  ReopeningSupported 1 | ReopenGate
  TierLowered 1 | ReviewSafeguard
  RolloutPlanned 1 | PlanRollout
  DrillRecorded 1 | RecordDrill
  WaveOpened 1 | OpenWave
  GuardAssessed 1 | Sweep AttachEvidence
  RolloutHeld 2 | HoldRollout AttachEvidence Sweep
  RolloutResumed 1 | ResumeRollout
  WaveCompleted 1 | CompleteWave
  RolledBack 1 | RollBack
  TechnologyRetired 1 | Retire
  LessonsRecorded 1 | RecordLessons
  EntryCorrected 1 | CorrectEntry
  TextErased 1 | EraseText
  FileErased 1 | EraseFile
  EntryWithheld 1 | WithholdEntry Sweep
`;

const linesOf = (table: string): readonly (readonly string[])[] =>
  table.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.split("|").map((cell) => cell.trim())]));

const words = (cell = ""): readonly string[] => cell.split(" ").filter((word) => word !== "");

describe("what follows from the chapters", () => {
  it.each(linesOf(commands))("%s: by %s, in %s", (name = "", roles, where = "", marks = "") => {
    const type = name as TechnologyCommandType;
    expect(rolesFor[type]).toEqual(words(roles));
    expect(allowedIn[type]).toEqual(where === "any" ? stages : where === "none yet" ? [] : words(where));
    expect(decidingCommands.has(type)).toBe(words(marks).includes("deciding"));
    expect(rewriting.has(type)).toBe(words(marks).includes("rewriting"));
  });

  it.each(linesOf(events))("%s follows from %s", (kind = "", enteredBy) => {
    const [type = "", schema] = words(kind);
    expect(facts[type as TechnologyEventType]).toMatchObject({ schema: Number(schema), enteredBy: words(enteredBy) });
  });

  it("lets a program propose, plan, deliver and report, and judge nothing", () => {
    const acts = commandTypes.flatMap((type) => {
      const act = programActOf[type];
      return act === null ? [] : [[type, act]];
    });
    expect(Object.fromEntries(acts)).toEqual({
      Propose: "propose",
      LockPilotPlan: "plan",
      OpenPilot: "plan",
      PlanRollout: "plan",
      RecordDrill: "plan",
      StateNeeds: "plan",
      LockCostPlan: "plan",
      AttachEvidence: "attach",
      ReportCosts: "cost",
      RecordIncident: "report",
      DeliverIncidentDuty: "report",
      FulfilCondition: "fulfil",
      AnswerQuestion: "answer",
    });
  });

  it("is offered in one order, whatever chapters lie between", () => {
    const known = linesOf(commands).map(([name]) => name);
    expect(commandTypes.filter((type) => known.includes(type))).toEqual(known);
  });

  it("lets the figures of incidents and drills be corrected", () => {
    expect([...corrections].map(([type, { fields }]) => [type, fields])).toEqual([
      ["IncidentRecorded", ["severity", "occurredAt", "learnedAt"]],
      ["DrillRecorded", ["drillMinutes", "drillOn"]],
    ]);
  });

  it("sweeps in one order: looks before evidence expires, votes after everything they rest on", () => {
    const steps = inOrder(parts.flatMap(({ sweep }) => sweep ?? [])).map(({ step }) => step.name);
    expect(steps).toEqual([
      "takeDueLooks",
      "expireEvidence",
      "lapseWaivers",
      "reassessGuards",
      "holdOverdue",
      "holdOverClocks",
      "lapseVotes",
    ]);
  });

  it("has every condition of a gate in one chapter", () => {
    expect(parts.flatMap(({ conditions }) => conditions ?? []).toSorted()).toEqual(registeredConditions.toSorted());
  });
});

describe("a table of all chapters", () => {
  const first = { acts: { Open: 1, Close: 2 } };
  const second = { acts: { Lock: 3 } };
  interface Table {
    readonly Open: number;
    readonly Close: number;
    readonly Lock: number;
  }

  it("holds what each of them says", () => {
    expect(tableOf<Table>()("acts", [first, second])).toEqual({ Open: 1, Close: 2, Lock: 3 });
  });

  it("does not compile without one, or with one twice", () => {
    // @ts-expect-error: Lock stands in no chapter
    tableOf<Table>()("acts", [first]);
    // @ts-expect-error: Close stands in two chapters
    tableOf<Table>()("acts", [first, second, { acts: { Close: 4 } }]);
    // @ts-expect-error: Sweep stands in no chapter
    tableOf<{ readonly [T in TechnologyCommandType]: object }>()("acts", chapters);
  });
});
