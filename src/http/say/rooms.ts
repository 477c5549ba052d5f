import type { DepartmentEvent } from "../../domain/people/departments.ts";
import type { PersonEvent } from "../../domain/people/person.ts";
import type { PolicyEvent } from "../../domain/policy/publishing/publish.ts";
import type { TechnologyEventType } from "../../domain/technology/state/technology.ts";

/** What an entry is about, as people look for it. */
export const rooms = [
  "proposal",
  "pilot",
  "evidence",
  "incidents",
  "evaluation",
  "gates",
  "waivers",
  "rollout",
  "corrections",
  "people",
  "house",
] as const;
export type Room = (typeof rooms)[number];

type EventType =
  TechnologyEventType | PersonEvent["type"] | DepartmentEvent["type"] | PolicyEvent["type"] | "LossDeclared";

const roomOf: { readonly [T in EventType]: Room } = {
  TechnologyProposed: "proposal",
  ProposalRevised: "proposal",
  ProposalWithdrawn: "proposal",
  PilotPlanLocked: "pilot",
  PilotPlanAmended: "pilot",
  PilotOpened: "pilot",
  LookTaken: "pilot",
  PilotStopped: "pilot",
  EvidenceAttached: "evidence",
  EvidenceWithdrawn: "evidence",
  EvidenceExpired: "evidence",
  IncidentRecorded: "incidents",
  IncidentClosed: "incidents",
  EvaluatorsAssigned: "evaluation",
  InterestDeclared: "evaluation",
  PersonRecused: "evaluation",
  ScoresSubmitted: "evaluation",
  EvaluatorReleased: "evaluation",
  ScoresRevealed: "evaluation",
  ScoreModerated: "evaluation",
  DissentRecorded: "evaluation",
  WaiverRequested: "waivers",
  WaiverSupported: "waivers",
  WaiverGranted: "waivers",
  WaiverRefused: "waivers",
  WaiverLapsed: "waivers",
  ConditionsDrafted: "gates",
  VoteCast: "gates",
  VotesLapsed: "gates",
  GateDecided: "gates",
  ConditionFulfilled: "gates",
  RolloutPlanned: "rollout",
  DrillRecorded: "rollout",
  WaveOpened: "rollout",
  GuardAssessed: "rollout",
  RolloutHeld: "rollout",
  RolloutResumed: "rollout",
  WaveCompleted: "rollout",
  RolledBack: "rollout",
  TechnologyRetired: "rollout",
  LessonsRecorded: "corrections",
  EntryCorrected: "corrections",
  TextErased: "corrections",
  FileErased: "corrections",
  EntryWithheld: "corrections",
  PersonAdded: "people",
  RoleGranted: "people",
  RoleRevoked: "people",
  DepartmentChanged: "people",
  PersonDisabled: "people",
  PersonEnabled: "people",
  DeputyNamed: "people",
  DeputyEnded: "people",
  LinkAsked: "people",
  LinkRefused: "people",
  LinkMade: "people",
  LinkUsed: "people",
  SessionsEnded: "people",
  DetailsChanged: "people",
  NoticeAcknowledged: "people",
  DepartmentAdded: "house",
  DepartmentRenamed: "house",
  DepartmentClosed: "house",
  PolicyPublished: "house",
  LossDeclared: "house",
};

export const isEventType = (text: string): text is EventType => Object.hasOwn(roomOf, text);

/** Types of the entries in these rooms. */
export const typesIn = (...some: readonly Room[]): readonly EventType[] =>
  (Object.keys(roomOf) as readonly EventType[]).filter((type) => some.includes(roomOf[type]));
