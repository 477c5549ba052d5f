import type { Catalogue, Stream } from "../stream.ts";
import { decide } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { rolesToEnter } from "./roles-to-enter.ts";
import type { PastEvent } from "./state/envelope.ts";
import type { Facts } from "./state/facts.ts";
import type { Technology, TechnologyCommand } from "./state/technology.ts";
import { technologyOf, technologyPrefix, technologyStream } from "./streams.ts";
import { technologyUpcasts } from "./upcasts.ts";

const events: Catalogue<PastEvent> = {
  TechnologyProposed: { schema: 1 },
  ProposalRevised: { schema: 1 },
  ProposalWithdrawn: { schema: 1 },
  PilotPlanLocked: { schema: 2, upcasts: technologyUpcasts.PilotPlanLocked },
  PilotPlanAmended: { schema: 2, upcasts: technologyUpcasts.PilotPlanAmended },
  PilotOpened: { schema: 1 },
  EvidenceAttached: { schema: 2, upcasts: technologyUpcasts.EvidenceAttached },
  EvidenceWithdrawn: { schema: 1 },
  EvidenceExpired: { schema: 1 },
  IncidentRecorded: { schema: 1 },
  IncidentClosed: { schema: 1 },
  LookTaken: { schema: 1 },
  PilotStopped: { schema: 1 },
  EvaluatorsAssigned: { schema: 1 },
  InterestDeclared: { schema: 1 },
  PersonRecused: { schema: 1 },
  ScoresSubmitted: { schema: 1 },
  EvaluatorReleased: { schema: 1 },
  ScoresRevealed: { schema: 1 },
  ScoreModerated: { schema: 1 },
  DissentRecorded: { schema: 1 },
  WaiverRequested: { schema: 1 },
  WaiverSupported: { schema: 1 },
  WaiverGranted: { schema: 1 },
  WaiverRefused: { schema: 1 },
  WaiverLapsed: { schema: 1 },
  ConditionsDrafted: { schema: 1 },
  VoteCast: { schema: 1 },
  VotesLapsed: { schema: 1 },
  GateDecided: { schema: 1 },
  ConditionFulfilled: { schema: 1 },
  RolloutPlanned: { schema: 1 },
  DrillRecorded: { schema: 1 },
  WaveOpened: { schema: 1 },
  GuardAssessed: { schema: 1 },
  RolloutHeld: { schema: 1 },
  RolloutResumed: { schema: 1 },
  WaveCompleted: { schema: 1 },
  RolledBack: { schema: 1 },
  TechnologyRetired: { schema: 1 },
  LessonsRecorded: { schema: 1 },
  EntryCorrected: { schema: 1 },
  TextErased: { schema: 1 },
  FileErased: { schema: 1 },
  EntryWithheld: { schema: 1 },
};

/** The life of a technology: one stream each, under an id of its own. */
export const technologies: Stream<PastEvent, Technology | null, TechnologyCommand, Facts> = {
  prefix: technologyPrefix,
  nameOf: technologyStream,
  idOf: technologyOf,
  events,
  initial: null,
  evolve,
  decide,
  rolesToEnter: ({ type }) => rolesToEnter(type),
};
