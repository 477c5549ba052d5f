import type { Role } from "../../people/roles.ts";
import type { Instant, PersonId } from "../../words/text.ts";
import { noCollections } from "./collections.ts";
import type { CollectionsCommand, CollectionsEvent, CollectionsSlice } from "./collections.ts";
import { noCommittee } from "./committee.ts";
import type { CommitteeCommand, CommitteeEvent, CommitteeSlice } from "./committee.ts";
import { noConsultations } from "./consultations.ts";
import type { ConsultationsCommand, ConsultationsEvent, ConsultationsSlice } from "./consultations.ts";
import { noCosts } from "./costs.ts";
import type { CostsCommand, CostsEvent, CostsSlice } from "./costs.ts";
import { noEvaluation } from "./evaluation.ts";
import type { EvaluationCommand, EvaluationEvent, EvaluationSlice } from "./evaluation.ts";
import { noEvidence } from "./evidence.ts";
import type { EvidenceCommand, EvidenceEvent, EvidenceSlice } from "./evidence.ts";
import { noFeedback } from "./feedback.ts";
import type { FeedbackChapterCommand, FeedbackChapterEvent, FeedbackSlice } from "./feedback.ts";
import { noGates } from "./gate.ts";
import type { BallotIn, GateCommand, GateEvent, GateSlice, StoodIn, WaiverIn } from "./gate.ts";
import { noImports } from "./imports.ts";
import type { ImportsCommand, ImportsEvent, ImportsSlice } from "./imports.ts";
import { noIncidents } from "./incidents.ts";
import type { IncidentChanges, IncidentsCommand, IncidentsEvent, IncidentsSlice } from "./incidents.ts";
import { noNeeds } from "./needs.ts";
import type { NeedsCommand, NeedsEvent, NeedsSlice } from "./needs.ts";
import { noPilot } from "./pilot.ts";
import type { PilotCommand, PilotEvent, PilotSlice } from "./pilot.ts";
import type { ProposalCommand, ProposalEvent, ProposalSlice } from "./proposal.ts";
import { noPublication } from "./publication.ts";
import type { PublicationCommand, PublicationEvent, PublicationSlice } from "./publication.ts";
import { noQuestions } from "./questions.ts";
import type { QuestionsCommand, QuestionsEvent, QuestionsSlice } from "./questions.ts";
import { noRecord } from "./record.ts";
import type { RecordCommand, RecordEvent, RecordSlice } from "./record.ts";
import { noRisks } from "./risks.ts";
import type { RisksCommand, RisksEvent, RisksSlice } from "./risks.ts";
import { noRollout } from "./rollout.ts";
import type { DrillChanges, RolloutCommand, RolloutEvent, RolloutSlice } from "./rollout.ts";
import { noSafeguards } from "./safeguards.ts";
import type { SafeguardsCommand, SafeguardsEvent, SafeguardsSlice } from "./safeguards.ts";
import { noSharing } from "./sharing.ts";
import type { SharingCommand, SharingEvent, SharingSlice } from "./sharing.ts";
import { noStandards } from "./standards.ts";
import type { StandardsCommand, StandardsEvent, StandardsSlice } from "./standards.ts";
import type { Stage } from "./stage.ts";

/**
 * Everything that can have happened to one technology. The payloads are what the ledger stores for good: no names, no
 * free text (TextRef only), no file names, no respondents. Times are in the envelope; a payload repeats one only where
 * it means another instant.
 */
export type TechnologyEvent =
  | ProposalEvent
  | ImportsEvent
  | PilotEvent
  | EvidenceEvent
  | IncidentsEvent
  | NeedsEvent
  | CostsEvent
  | QuestionsEvent
  | CollectionsEvent
  | FeedbackChapterEvent
  | ConsultationsEvent
  | SafeguardsEvent
  | RisksEvent
  | SharingEvent
  | StandardsEvent
  | CommitteeEvent
  | EvaluationEvent
  | GateEvent
  | RolloutEvent
  | PublicationEvent
  | RecordEvent<CorrectionChanges>;

/** What a person (or the sweep) may ask of one technology. Text has been sealed already: commands carry TextRefs. */
export type TechnologyCommand =
  | ProposalCommand
  | ImportsCommand
  | PilotCommand
  | EvidenceCommand
  | IncidentsCommand
  | NeedsCommand
  | CostsCommand
  | QuestionsCommand
  | CollectionsCommand
  | FeedbackChapterCommand
  | ConsultationsCommand
  | SafeguardsCommand
  | RisksCommand
  | SharingCommand
  | StandardsCommand
  | CommitteeCommand
  | EvaluationCommand
  | GateCommand
  | RolloutCommand
  | PublicationCommand
  | RecordCommand<CorrectionChanges>
  | Sweep;

/** Folded from one stream; null where nothing has happened yet. */
export interface Technology
  extends
    Life,
    ProposalSlice,
    ImportsSlice,
    PilotSlice,
    EvidenceSlice,
    IncidentsSlice,
    NeedsSlice,
    CostsSlice,
    QuestionsSlice,
    CollectionsSlice,
    FeedbackSlice,
    ConsultationsSlice,
    SafeguardsSlice,
    RisksSlice,
    SharingSlice,
    StandardsSlice,
    CommitteeSlice,
    EvaluationSlice,
    GateSlice<Technology>,
    RolloutSlice,
    PublicationSlice,
    RecordSlice {}

/** What the chapters after the proposal begin with. */
export const nothingYet = {
  ...noImports,
  ...noPilot,
  ...noEvidence,
  ...noIncidents,
  ...noNeeds,
  ...noCosts,
  ...noQuestions,
  ...noCollections,
  ...noFeedback,
  ...noConsultations,
  ...noSafeguards,
  ...noRisks,
  ...noSharing,
  ...noStandards,
  ...noCommittee,
  ...noEvaluation,
  ...noGates,
  ...noRollout,
  ...noPublication,
  ...noRecord,
};

/** Figures a correction may replace, by the corrected event's type; anything else is put right by its statement. */
export interface CorrectionChanges extends IncidentChanges, DrillChanges {}

export type TechnologyEventType = TechnologyEvent["type"];
export type EventOf<T extends TechnologyEventType> = Extract<TechnologyEvent, { type: T }>;
export type PayloadOf<T extends TechnologyEventType> = EventOf<T>["payload"];
export type TechnologyCommandType = TechnologyCommand["type"];
export type CommandOf<T extends TechnologyCommandType> = Extract<TechnologyCommand, { type: T }>;

export type Stood = StoodIn<Technology>;
export type Waiver = WaiverIn<Technology>;
export type Ballot = BallotIn<Technology>;

/** By the system, at start and hourly: looks due, expiry, overdue conditions, lapsed waivers, lapsed votes. Never resumes, never approves. */
interface Sweep {
  readonly type: "Sweep";
}

interface Life {
  readonly slug: string;
  readonly stage: Stage;
  /** Stream version and ledger position of the last event folded in. */
  readonly version: number;
  readonly position: number;
  /** Stages entered, oldest first. */
  readonly passages: readonly { readonly stage: Stage; readonly at: Instant; readonly position: number }[];
  /** What was entered when and by whom, oldest first: corrections name one of them. */
  readonly entries: readonly Entry[];
  /** Every digest an event ever named: only these can be erased here. */
  readonly digests: readonly string[];
}

export interface Entry {
  readonly position: number;
  readonly type: TechnologyEventType;
  readonly by: PersonId;
  /** The role that answers for it; null: it follows from other entries. */
  readonly role: Role | null;
}
