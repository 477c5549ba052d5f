import type { Role } from "../people/roles.ts";
import type { TechnologyCommandType } from "./state/technology.ts";
import { stages } from "./state/stage.ts";
import type { Stage } from "./state/stage.ts";

const underway: readonly Stage[] = ["proposed", "piloting", "evaluating", "rolling-out"];
const withEvidence: readonly Stage[] = ["piloting", "evaluating", "rolling-out"];
const inService: readonly Stage[] = ["piloting", "evaluating", "rolling-out", "adopted"];

/** The stages in which a command can be given at all; [] stands for "before there is anything". */
export const allowedIn: { readonly [T in TechnologyCommandType]: readonly Stage[] } = {
  Propose: [],
  ReviseProposal: ["proposed"],
  WithdrawProposal: ["proposed"],
  LockPilotPlan: ["piloting"],
  AmendPilotPlan: ["piloting"],
  OpenPilot: ["piloting"],
  AttachEvidence: withEvidence,
  WithdrawEvidence: inService,
  RecordIncident: inService,
  CloseIncident: stages,
  StopPilot: ["piloting"],
  AssignEvaluators: ["evaluating"],
  DeclareInterest: ["evaluating"],
  SubmitScores: ["evaluating"],
  ReleaseEvaluator: ["evaluating"],
  RevealScores: ["evaluating"],
  ModerateScore: ["evaluating"],
  RecordDissent: underway,
  RequestWaiver: underway,
  GrantWaiver: underway,
  RefuseWaiver: underway,
  RecuseApprover: underway,
  DraftConditions: underway,
  CastVote: underway,
  FulfilCondition: inService,
  PlanRollout: ["evaluating", "rolling-out"],
  RecordDrill: withEvidence,
  OpenWave: ["rolling-out"],
  HoldRollout: ["rolling-out"],
  ResumeRollout: ["rolling-out"],
  CompleteWave: ["rolling-out"],
  RollBack: ["rolling-out"],
  Retire: ["adopted"],
  RecordLessons: stages,
  CorrectEntry: stages,
  EraseText: stages,
  EraseFile: stages,
  WithholdEntry: stages,
  Sweep: stages,
};

/**
 * What decides, judges, stops, starts or turns back: an account whose password somebody else may hold gives none of these
 * until its wait is over. Planning, evidence and incidents go on.
 */
export const decidingCommands: ReadonlySet<TechnologyCommandType> = new Set([
  "WithdrawProposal",
  "StopPilot",
  "AssignEvaluators",
  "DeclareInterest",
  "SubmitScores",
  "ReleaseEvaluator",
  "ModerateScore",
  "RecordDissent",
  "GrantWaiver",
  "RefuseWaiver",
  "RecuseApprover",
  "DraftConditions",
  "CastVote",
  "FulfilCondition",
  "OpenWave",
  "HoldRollout",
  "ResumeRollout",
  "CompleteWave",
  "RollBack",
  "Retire",
  "EraseText",
  "EraseFile",
]);

export type CommandRole = Role | "system";

/** Whoever holds one of these now may give the command; who it is, and separation of duties, each chapter checks. */
export const rolesFor: { readonly [T in TechnologyCommandType]: readonly CommandRole[] } = {
  Propose: ["planner"],
  ReviseProposal: ["planner"],
  WithdrawProposal: ["planner"],
  LockPilotPlan: ["planner"],
  AmendPilotPlan: ["planner"],
  OpenPilot: ["planner"],
  AttachEvidence: ["planner", "evaluator"],
  WithdrawEvidence: ["planner", "evaluator"],
  RecordIncident: ["planner", "evaluator", "approver", "administrator"],
  CloseIncident: ["planner", "evaluator", "approver", "administrator"],
  StopPilot: ["planner", "approver"],
  AssignEvaluators: ["approver"],
  DeclareInterest: ["evaluator"],
  SubmitScores: ["evaluator"],
  ReleaseEvaluator: ["approver"],
  RevealScores: ["system"],
  ModerateScore: ["evaluator"],
  RecordDissent: ["evaluator", "approver"],
  RequestWaiver: ["planner", "evaluator"],
  GrantWaiver: ["approver"],
  RefuseWaiver: ["approver"],
  RecuseApprover: ["approver"],
  DraftConditions: ["approver"],
  CastVote: ["approver"],
  FulfilCondition: ["planner", "evaluator", "approver", "administrator"],
  PlanRollout: ["planner"],
  RecordDrill: ["planner"],
  OpenWave: ["planner"],
  HoldRollout: ["planner", "approver"],
  ResumeRollout: ["approver"],
  CompleteWave: ["planner"],
  RollBack: ["approver"],
  Retire: ["approver"],
  RecordLessons: ["planner", "evaluator", "approver"],
  CorrectEntry: ["planner", "evaluator", "approver", "administrator"],
  EraseText: ["administrator"],
  EraseFile: ["administrator"],
  WithholdEntry: ["administrator"],
  Sweep: ["system"],
};
