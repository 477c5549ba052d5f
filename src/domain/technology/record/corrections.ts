import type { Decision, Reason } from "../../words/decision.ts";
import type { Role } from "../../people/roles.ts";
import { addDays, compareInstants, isDay, isInstant } from "../../words/days.ts";
import type { Facts } from "../state/facts.ts";
import { actsAs, mayAuthor, mayDecide, mayEvaluate } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { notTooEarly } from "../../words/day-limits.ts";
import { unless, when } from "../../words/reasons.ts";
import type {
  Entry,
  Technology,
  TechnologyCommand,
  TechnologyCommandType,
  CorrectionChanges,
  TechnologyEvent,
  TechnologyEventType,
} from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";
import { required } from "../../words/required.ts";

type CorrectEntry = Extract<TechnologyCommand, { type: "CorrectEntry" }>;

export const correctEntry = (t: Technology, c: CorrectEntry, f: Facts): Decision<TechnologyEvent> => {
  const entry = t.entries.find((one) => one.position === c.corrects);
  const reasons = [
    ...(entry === undefined
      ? when(true, "EntryUnknown", "corrects", { position: c.corrects })
      : entryReasons(t, entry, c, f)),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [
    {
      type: "EntryCorrected",
      schema: 1,
      payload: {
        corrects: c.corrects,
        correctedType: c.correctedType,
        changes: withDueDay(t, c.corrects, c.changes, f),
        text: c.text,
      },
    },
  ]);
};

const entryReasons = (t: Technology, entry: Entry, c: CorrectEntry, f: Facts): readonly Reason[] => {
  const allowed = changeable[entry.type] ?? [];
  const changes = Object.keys(c.changes);
  return [
    ...when(entry.type !== c.correctedType, "EntryOfAnotherType", "correctedType", { type: entry.type }),
    ...correctorReasons(t, entry, f),
    ...changes
      .filter((change) => !(allowed as readonly string[]).includes(change))
      .flatMap((change) => when(true, "ChangeNotAllowed", `changes.${change}`, { change, type: entry.type })),
    ...changeReasons(c.changes, f),
  ];
};

/**
 * Why a person may not correct an entry; empty where they may. It is corrected in the role that entered it, by its author
 * or by somebody else who may act in that role here: else whoever holds two roles could soften as one what was found as
 * the other. What the system entered follows from other entries: correct those.
 */
export const correctorReasons = (t: Technology, { role, by }: Entry, f: Facts): readonly Reason[] => {
  if (role === null) return when(true, "EntryNotCorrectable", "corrects");
  const { id } = f.actor;
  if (!actsAs(f, id, role)) return when(true, "EntryOfAnotherRole", "corrects", { roles: [role] });
  return by === id ? [] : separations[role](t, id, f);
};

const separations: { readonly [R in Role]: (t: Technology, id: PersonId, f: Facts) => readonly Reason[] } = {
  planner: mayAuthor,
  evaluator: mayEvaluate,
  approver: mayDecide,
  administrator: () => [],
  auditor: () => [],
};

const changeReasons = (changes: CorrectionChanges, f: Facts): readonly Reason[] => {
  const { severity, occurredAt, drillMinutes, drillOn } = changes;
  return [
    ...when(severity !== undefined && ![1, 2, 3, 4].includes(severity), "SeverityUnknown", "changes.severity"),
    ...(occurredAt === undefined ? [] : pastInstant(occurredAt, f)),
    ...when(drillMinutes !== undefined && !(drillMinutes > 0), "NotPositive", "changes.drillMinutes"),
    ...when(drillOn !== undefined && !isDay(drillOn), "DayMalformed", "changes.drillOn"),
    ...(drillOn !== undefined && isDay(drillOn) ? notTooEarly(drillOn, "changes.drillOn") : []),
    ...when(drillOn !== undefined && drillOn > f.today, "DrillInFuture", "changes.drillOn"),
  ];
};

const pastInstant = (instant: string, f: Facts): readonly Reason[] =>
  isInstant(instant)
    ? [
        ...when(compareInstants(instant, f.now) > 0, "IncidentInFuture", "changes.occurredAt"),
        ...notTooEarly(instant, "changes.occurredAt"),
      ]
    : when(true, "InstantMalformed", "changes.occurredAt");

/** Another severity has another deadline, counted from the same day as the first one. */
const withDueDay = (t: Technology, position: number, changes: CorrectionChanges, f: Facts): CorrectionChanges => {
  const incident = t.incidents.find((one) => one.position === position);
  if (incident === undefined || changes.severity === undefined) return changes;
  const days = pinnedPolicy(t, f).deadlines.incidentDays;
  return { ...changes, dueOn: addDays(incident.dueOn, days[changes.severity] - days[incident.severity]) };
};

/** Figures that may be replaced; an entry of any other type is put right by its statement alone. */
export const changeable: { readonly [T in TechnologyEventType]?: readonly (keyof CorrectionChanges)[] } = {
  IncidentRecorded: ["severity", "occurredAt"],
  DrillRecorded: ["drillMinutes", "drillOn"],
};

/** The command an event follows from. */
export const enteredBy: { readonly [T in TechnologyEventType]: TechnologyCommandType } = {
  TechnologyProposed: "Propose",
  ProposalRevised: "ReviseProposal",
  ProposalWithdrawn: "WithdrawProposal",
  PilotPlanLocked: "LockPilotPlan",
  PilotPlanAmended: "AmendPilotPlan",
  PilotOpened: "OpenPilot",
  EvidenceAttached: "AttachEvidence",
  EvidenceWithdrawn: "WithdrawEvidence",
  EvidenceExpired: "Sweep",
  IncidentRecorded: "RecordIncident",
  IncidentClosed: "CloseIncident",
  LookTaken: "Sweep",
  PilotStopped: "StopPilot",
  EvaluatorsAssigned: "AssignEvaluators",
  InterestDeclared: "DeclareInterest",
  PersonRecused: "DeclareInterest",
  ScoresSubmitted: "SubmitScores",
  EvaluatorReleased: "ReleaseEvaluator",
  ScoresRevealed: "RevealScores",
  ScoreModerated: "ModerateScore",
  DissentRecorded: "RecordDissent",
  WaiverRequested: "RequestWaiver",
  WaiverSupported: "GrantWaiver",
  WaiverGranted: "GrantWaiver",
  WaiverRefused: "RefuseWaiver",
  WaiverLapsed: "Sweep",
  ConditionsDrafted: "DraftConditions",
  VoteCast: "CastVote",
  VotesLapsed: "Sweep",
  GateDecided: "CastVote",
  ConditionFulfilled: "FulfilCondition",
  RolloutPlanned: "PlanRollout",
  DrillRecorded: "RecordDrill",
  WaveOpened: "OpenWave",
  GuardAssessed: "Sweep",
  RolloutHeld: "HoldRollout",
  RolloutResumed: "ResumeRollout",
  WaveCompleted: "CompleteWave",
  RolledBack: "RollBack",
  TechnologyRetired: "Retire",
  LessonsRecorded: "RecordLessons",
  EntryCorrected: "CorrectEntry",
  TextErased: "EraseText",
  FileErased: "EraseFile",
  EntryWithheld: "WithholdEntry",
};
