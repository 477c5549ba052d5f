import type { GuardLimit } from "../../scoring/guard.ts";
import type { Demand } from "../../measures/demand.ts";
import type { ItemScore } from "../../measures/rubric-score.ts";
import type { PlannedFairness } from "../../measures/planned-fairness.ts";
import type { PlannedIndicator } from "../../measures/planned-indicator.ts";
import type { Mapping } from "../../evidence/mapping.ts";
import type { Statistics } from "../../evidence/statistics.ts";
import type { ConditionResult } from "./condition-result.ts";
import type { Thing } from "./thing.ts";
import type { Gate } from "../../policy/policy.ts";
import type { EvidenceKind } from "../../evidence/kinds.ts";
import type { Tier } from "../../words/tier.ts";
import type { Verdict } from "../../scoring/verdict-types.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";

/**
 * Everything that can have happened to one technology, in the order of its life. The payloads are what the ledger
 * stores for good: no names, no free text (TextRef only), no file names, no respondents. Times are in the envelope;
 * a payload repeats one only where it means another instant.
 */
export type TechnologyEvent =
  // proposal
  | Event<
      "TechnologyProposed",
      { readonly slug: string; readonly proposal: Proposal; readonly predecessor: string | null }
    >
  | Event<"ProposalRevised", { readonly proposal: Proposal; readonly changed: readonly string[] }>
  | Event<"ProposalWithdrawn", { readonly reason: TextRef }>
  // pilot
  | Event<"PilotPlanLocked", { readonly number: number; readonly policyVersion: number; readonly plan: PilotPlan }, 2>
  | Event<
      "PilotPlanAmended",
      {
        readonly plan: PilotPlan;
        readonly changed: readonly string[];
        readonly reason: TextRef;
        /** True where evidence was already attached under this plan. */
        readonly afterData: boolean;
      },
      2
    >
  | Event<"PilotOpened", { readonly on: Day }>
  | Event<"EvidenceAttached", EvidencePiece, 2>
  | Event<"EvidenceWithdrawn", { readonly evidence: string; readonly reason: TextRef }>
  | Event<"EvidenceExpired", { readonly evidence: string }>
  | Event<
      "IncidentRecorded",
      {
        readonly incident: string;
        readonly severity: Severity;
        readonly occurredAt: Instant;
        readonly dueOn: Day;
        readonly text: TextRef;
      }
    >
  | Event<"IncidentClosed", { readonly incident: string; readonly text: TextRef }>
  | Event<
      "LookTaken",
      {
        readonly plan: number;
        readonly look: number;
        readonly of: number;
        readonly verdict: Verdict;
        readonly evidence: readonly EvidenceRef[];
      }
    >
  | Event<"PilotStopped", { readonly reason: TextRef; readonly lessons: TextRef }>
  // evaluation
  | Event<
      "EvaluatorsAssigned",
      { readonly round: number; readonly evaluators: readonly PersonId[]; readonly dueOn: Day }
    >
  | Event<"InterestDeclared", { readonly person: PersonId; readonly conflict: boolean; readonly text: TextRef | null }>
  | Event<"PersonRecused", { readonly person: PersonId; readonly as: "evaluator" | "approver" }>
  | Event<"ScoresSubmitted", { readonly evaluator: PersonId; readonly sheet: TextRef }>
  | Event<"EvaluatorReleased", { readonly evaluator: PersonId; readonly reason: TextRef }>
  | Event<
      "ScoresRevealed",
      {
        readonly round: number;
        readonly sheets: readonly ScoreSheet[];
        readonly agreement: Agreement;
        readonly moderate: readonly string[];
      }
    >
  | Event<"ScoreModerated", { readonly item: string; readonly scores: readonly ItemScore[]; readonly text: TextRef }>
  | Event<"DissentRecorded", { readonly by: PersonId; readonly text: TextRef }>
  // gates
  | Event<
      "WaiverRequested",
      {
        readonly waiver: string;
        readonly gate: Gate;
        readonly condition: string;
        readonly reason: TextRef;
        readonly control: TextRef;
        readonly until: Day;
        /** What the condition named; before there was this field, it follows from the events. */
        readonly names?: readonly Thing[];
      }
    >
  | Event<"WaiverSupported", { readonly waiver: string; readonly by: PersonId; readonly names?: readonly Thing[] }>
  | Event<
      "WaiverGranted",
      { readonly waiver: string; readonly by: readonly PersonId[]; readonly names?: readonly Thing[] }
    >
  | Event<"WaiverRefused", { readonly waiver: string; readonly by: PersonId; readonly reason: TextRef }>
  | Event<"WaiverLapsed", { readonly waiver: string }>
  | Event<"ConditionsDrafted", { readonly gate: Gate; readonly conditions: readonly DatedCondition[] }>
  | Event<
      "VoteCast",
      {
        readonly gate: Gate;
        readonly option: VoteOption;
        readonly reason: TextRef;
        readonly ground: string;
        readonly onBehalfOf: PersonId | null;
        readonly lessons: TextRef | null;
      }
    >
  | Event<"VotesLapsed", { readonly gate: Gate; readonly voters: readonly PersonId[]; readonly why: LapseCause }>
  | Event<"GateDecided", GateDecision>
  | Event<
      "ConditionFulfilled",
      {
        readonly condition: string;
        readonly text: TextRef;
        readonly evidence: readonly string[];
        /** Of which approval; before there was this field, every condition of that name was meant. */
        readonly decision?: number;
      }
    >
  // rollout
  | Event<"RolloutPlanned", { readonly waves: readonly WavePlan[]; readonly guards: readonly GuardLimit[] }>
  | Event<"DrillRecorded", { readonly on: Day; readonly minutes: number; readonly text: TextRef }>
  | Event<"WaveOpened", { readonly wave: number }>
  | Event<"GuardAssessed", GuardAssessment>
  | Event<"RolloutHeld", { readonly cause: HoldCause; readonly text: TextRef | null }>
  | Event<"RolloutResumed", { readonly text: TextRef }>
  | Event<"WaveCompleted", { readonly wave: number }>
  | Event<"RolledBack", { readonly text: TextRef }>
  | Event<"TechnologyRetired", { readonly reason: TextRef }>
  // record
  | Event<"LessonsRecorded", { readonly text: TextRef }>
  | Event<
      "EntryCorrected",
      {
        readonly corrects: number;
        readonly correctedType: string;
        readonly changes: CorrectionChanges;
        readonly text: TextRef;
      }
    >
  | Event<"TextErased", { readonly digest: string; readonly ground: TextRef }>
  | Event<
      "EntryWithheld",
      {
        /** Position of the entry whose content was taken away. */
        readonly entry: number;
        readonly remains: EntryRemains;
        /** What the life of the technology goes on with in its place. */
        readonly standIn: { readonly schema: 2; readonly payload: EvidencePiece };
        readonly ground: TextRef;
      }
    >
  | Event<"FileErased", { readonly digest: string; readonly evidence: string; readonly ground: TextRef }>;

/** `S` is the newest schema; what was stored in an older one is raised on read (upcasts.ts). */
interface Event<T extends string, P, S extends number = 1> {
  readonly type: T;
  readonly schema: S;
  readonly payload: P;
}

export type TechnologyEventType = TechnologyEvent["type"];
export type PayloadOf<T extends TechnologyEventType> = Extract<TechnologyEvent, { type: T }>["payload"];
export type SchemaOf<T extends TechnologyEventType> = Extract<TechnologyEvent, { type: T }>["schema"];

export interface Proposal {
  /** A title, at most 120 characters. */
  readonly name: string;
  readonly summary: TextRef;
  readonly need: TextRef;
  /** Who has the need. */
  readonly needOf: TextRef;
  readonly department: string;
  readonly sponsor: PersonId;
  readonly demand: Demand;
  readonly cost: Cost;
  readonly tier: Tier;
  /** False where the planner left it open: it then counts as IV. */
  readonly tierStated: boolean;
  /** Short identifiers of standards it claims to follow. */
  readonly standards: readonly string[];
  readonly dataClass: DataClass;
  readonly personalInformation: PersonalInformation;
  readonly risks: TextRef | null;
  /** Ids of the similar technologies the planner was shown before submitting. */
  readonly similarSeen: readonly string[];
}

export interface Cost {
  readonly pilot: number | null;
  readonly annual: number | null;
  /** ISO 4217. */
  readonly currency: string;
}

export type DataClass = "core" | "important" | "general" | "unstated";
export type PersonalInformation = "none" | "general" | "sensitive" | "unstated";

export interface PilotPlan {
  readonly sites: TextRef;
  readonly siteCount: number;
  readonly startsOn: Day;
  readonly days: number;
  /** Services whose availability counts, named as the monitoring tool names them (titles). */
  readonly services: readonly string[];
  /** Latency level of the service, ms. */
  readonly latencyMs: number;
  /** Restore time promised, seconds; null = none promised, then no availability bound at zero outages. */
  readonly restoreSeconds: number | null;
  /** Days of the looks, ascending. */
  readonly looks: readonly Day[];
  /** By indicator key; one that is not named stands as the policy has it, an optional one does not apply. */
  readonly indicators: { readonly [key: string]: PlannedIndicator };
  /** How fairness is judged, named before the data; null where the plan does not choose that indicator. */
  readonly fairness: PlannedFairness | null;
  readonly exit: TextRef;
  readonly rollback: TextRef;
}

export interface EvidencePiece {
  /** "e1", "e2" … within the technology. */
  readonly evidence: string;
  /** Hash of the sorted file digests. */
  readonly digest: string;
  readonly files: readonly { readonly digest: string; readonly bytes: number }[];
  readonly role: EvidenceRole;
  readonly kind: EvidenceKind;
  readonly format: string;
  readonly readerVersion: string;
  readonly timeZone: string;
  /**
   * The names of groups that the statistics call by number, group n the n-th: kept beside the ledger and erasable, since a file
   * may name a group after a person. Absent in records from before, whose statistics hold the names.
   */
  readonly groupWords?: readonly { readonly group: TextRef }[];
  /**
   * How the file's headings were read where a person said so, as canonical JSON kept beside the ledger and erasable, since
   * headings and cells may name people; null where a reader knew them. Absent in records from before.
   */
  readonly mappingText?: TextRef | null;
  /** The same in clear, as records from before have it; null since then. */
  readonly mapping: Mapping | null;
  /** The latency level the file was measured at; null for kinds without one. */
  readonly withinMs: number | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly expiresOn: Day;
  /** Plan number the piece belongs to; 0 before any plan. */
  readonly plan: number;
  /** Wave it was attached under; null outside a wave. */
  readonly wave: number | null;
  readonly statistics: Statistics;
  readonly rows: number;
  readonly rejectedRows: number;
  readonly warnings: readonly string[];
  /** Earlier pieces whose respondents this one repeats; they were left out here. */
  readonly countedIn: readonly string[];
  /** A word for people: "October load test". */
  readonly title: TextRef;
}

/** A baseline shows what the pilot is compared with; it never counts for the pilot's own figures. */
export type EvidenceRole = "pilot" | "baseline";

export interface EvidenceRef {
  readonly evidence: string;
  readonly digest: string;
}

export type Severity = 1 | 2 | 3 | 4;

export interface ScoreSheet {
  readonly evaluator: PersonId;
  readonly items: readonly SheetItem[];
}

export interface SheetItem {
  readonly item: string;
  /** Anchor 1–5, or null: cannot be judged from this evidence (unknown, never 0). */
  readonly score: number | null;
  readonly evidence: readonly string[];
  readonly comment: TextRef;
}

/** Krippendorff's α (ordinal) over the items; null where there is no variation, with the raw agreement beside it. */
export interface Agreement {
  readonly alpha: number | null;
  readonly raw: number | null;
  /**
   * Gwet's AC2 over fewer than ten items: where it stands, the level is its own and no longer α's. Rounds revealed by version
   * 0.3.0 and before never have it and keep α's, as rounds of ten items and more do.
   */
  readonly ac2?: number | null;
  readonly level: "reliable" | "tentative" | "unreliable" | "undefined";
}

export type VoteOption = "approve" | "approve-with-conditions" | "return" | "reject" | "abstain";
/**
 * A vote also lapses when its voter, or the office it was cast for, may no longer decide (role lost, disabled, recused),
 * and a deputy's when the deputyship ends.
 */
export type LapseCause = "ground-changed" | "conditions-edited" | "no-longer-eligible" | "no-longer-deputy";
export type GateOutcome = Exclude<VoteOption, "abstain">;

export interface DatedCondition {
  /** Condition key of the gate, or "extra-1" … for one the approvers add. */
  readonly condition: string;
  readonly text: TextRef;
  readonly dueOn: Day;
  readonly owner: PersonId;
  /** What an open condition named when it was deferred, and nothing beyond it; absent where the approvers add one. */
  readonly names?: readonly Thing[];
}

export interface GateDecision {
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly conditions: readonly DatedCondition[];
  /** Required on reject. */
  readonly lessons: TextRef | null;
  readonly record: DecisionRecord;
}

/** What the decision looked at: enough to recompute it from ledger and vault. */
export interface DecisionRecord {
  readonly policyVersion: number;
  /** Ledger position of the last event of this technology that the decision considered. */
  readonly position: number;
  readonly decidedAt: Instant;
  readonly today: Day;
  readonly ground: string;
  readonly conditions: readonly ConditionResult[];
  /** Only at the rollout gate. */
  readonly verdict: Verdict | null;
  readonly evidence: readonly EvidenceRef[];
  readonly votes: readonly {
    readonly person: PersonId;
    readonly option: VoteOption;
    readonly reason: TextRef;
    /** The approver in whose office a deputy voted. */
    readonly onBehalfOf?: PersonId;
  }[];
  readonly dissents: readonly TextRef[];
  readonly quorum: number;
  /** Approvers who could have voted. */
  readonly eligible: number;
  /** Name and version of every method that took part. */
  readonly methods: { readonly [name: string]: string };
}

export interface WavePlan {
  readonly name: TextRef;
  /** Units reached: counters, hospitals, users. */
  readonly reach: number;
  readonly startsOn: Day;
}

export interface GuardAssessment {
  readonly wave: number;
  readonly indicator: string;
  readonly state: "breached" | "within" | "too-few";
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly limit: number;
  readonly evidence: readonly string[];
  /** Which assessment of the guard in this wave it was, from 1 on, and the confidence of either bound; absent: the policy's own, at every one. */
  readonly look?: { readonly number: number; readonly confidence: number };
}

export type HoldCause =
  | { readonly kind: "guard"; readonly indicator: string; readonly wave: number }
  | { readonly kind: "condition-overdue"; readonly condition: string; readonly dueOn: Day }
  | { readonly kind: "person" };

/** What the ledger still says of an entry whose content was taken away: its hash and its envelope. */
export interface EntryRemains {
  readonly hash: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly time: Instant;
  readonly actor: PersonId;
  readonly role: string;
  readonly command: string;
  readonly effects: object | null;
}

/** Figures a correction may replace, by the corrected event's type; anything else is put right by its statement. */
export interface CorrectionChanges {
  readonly severity?: Severity;
  /** Follows from the severity by the policy; never asked for. */
  readonly dueOn?: Day;
  readonly occurredAt?: Instant;
  readonly drillMinutes?: number;
  readonly drillOn?: Day;
}
