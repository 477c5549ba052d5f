import type { Statistics } from "../../evidence/statistics.ts";
import type { Gate } from "../../policy/policy.ts";
import type { EvidenceKind } from "../../evidence/kinds.ts";
import type {
  CorrectionChanges,
  DatedCondition,
  EntryRemains,
  EvidenceRole,
  PilotPlan,
  Proposal,
  ScoreSheet,
  Severity,
  SheetItem,
  VoteOption,
  WavePlan,
} from "./events.ts";
import type { GuardLimit } from "../../scoring/guard.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";

/** What a person (or the sweep) may ask of one technology. Text has been sealed already: commands carry TextRefs. */
export type TechnologyCommand =
  // proposal — planner
  | {
      readonly type: "Propose";
      readonly slug: string;
      readonly proposal: Proposal;
      readonly predecessor: string | null;
    }
  | { readonly type: "ReviseProposal"; readonly proposal: Proposal }
  | { readonly type: "WithdrawProposal"; readonly reason: TextRef }
  // pilot — planner
  | { readonly type: "LockPilotPlan"; readonly plan: PilotPlan }
  | { readonly type: "AmendPilotPlan"; readonly plan: PilotPlan; readonly reason: TextRef }
  | { readonly type: "OpenPilot" }
  | AttachEvidence
  | { readonly type: "WithdrawEvidence"; readonly evidence: string; readonly reason: TextRef }
  | {
      readonly type: "RecordIncident";
      readonly severity: Severity;
      readonly occurredAt: Instant;
      readonly text: TextRef;
    }
  | { readonly type: "CloseIncident"; readonly incident: string; readonly text: TextRef }
  | { readonly type: "StopPilot"; readonly reason: TextRef; readonly lessons: TextRef }
  // evaluation — approver assigns; evaluators score
  | { readonly type: "AssignEvaluators"; readonly evaluators: readonly PersonId[] }
  | { readonly type: "DeclareInterest"; readonly conflict: boolean; readonly text: TextRef | null }
  /** `sheet` is the digest of the sealed sheet; `items` are checked and then left to the private text. */
  | { readonly type: "SubmitScores"; readonly sheet: TextRef; readonly items: readonly SheetItem[] }
  | { readonly type: "ReleaseEvaluator"; readonly evaluator: PersonId; readonly reason: TextRef }
  /** By the system, once all have submitted or were released; the sheets are opened from private text. */
  | { readonly type: "RevealScores"; readonly sheets: readonly ScoreSheet[] }
  | { readonly type: "ModerateScore"; readonly item: string; readonly score: number | null; readonly text: TextRef }
  | { readonly type: "RecordDissent"; readonly text: TextRef }
  // gates — approver
  | {
      readonly type: "RequestWaiver";
      readonly gate: Gate;
      readonly condition: string;
      readonly reason: TextRef;
      readonly control: TextRef;
      readonly until: Day;
    }
  /** `shown`: digest of the finding that the form showed. */
  | { readonly type: "GrantWaiver"; readonly waiver: string; readonly shown: string }
  | { readonly type: "RefuseWaiver"; readonly waiver: string; readonly reason: TextRef }
  | { readonly type: "RecuseApprover"; readonly text: TextRef }
  | { readonly type: "DraftConditions"; readonly gate: Gate; readonly conditions: readonly DatedCondition[] }
  | {
      readonly type: "CastVote";
      readonly gate: Gate;
      readonly option: VoteOption;
      readonly reason: TextRef;
      /** Digest of conditions and verdict that the form showed. */
      readonly ground: string;
      readonly onBehalfOf: PersonId | null;
      readonly lessons: TextRef | null;
    }
  | {
      readonly type: "FulfilCondition";
      readonly condition: string;
      /** Of which approval, by the position of its decision; needed where several set a condition of that name. */
      readonly decision?: number;
      readonly text: TextRef;
      readonly evidence: readonly string[];
    }
  // rollout — planner plans and runs, approver resumes and rolls back
  | { readonly type: "PlanRollout"; readonly waves: readonly WavePlan[]; readonly guards: readonly GuardLimit[] }
  | { readonly type: "RecordDrill"; readonly on: Day; readonly minutes: number; readonly text: TextRef }
  | { readonly type: "OpenWave"; readonly wave: number }
  | { readonly type: "HoldRollout"; readonly text: TextRef }
  | { readonly type: "ResumeRollout"; readonly text: TextRef }
  | { readonly type: "CompleteWave"; readonly wave: number }
  | { readonly type: "RollBack"; readonly text: TextRef }
  | { readonly type: "Retire"; readonly reason: TextRef }
  // record
  | { readonly type: "RecordLessons"; readonly text: TextRef }
  | {
      readonly type: "CorrectEntry";
      readonly corrects: number;
      readonly correctedType: string;
      readonly changes: CorrectionChanges;
      readonly text: TextRef;
    }
  | { readonly type: "EraseText"; readonly digest: string; readonly ground: TextRef }
  | { readonly type: "EraseFile"; readonly digest: string; readonly evidence: string; readonly ground: TextRef }
  /** The application says what the ledger keeps of the entry; the domain, what stands in for it. */
  | {
      readonly type: "WithholdEntry";
      readonly entry: number;
      readonly remains: EntryRemains;
      readonly ground: TextRef;
    }
  /** By the system, at start and hourly: looks due, expiry, overdue conditions, lapsed waivers, lapsed votes. Never resumes, never approves. */
  | { readonly type: "Sweep" };

export type TechnologyCommandType = TechnologyCommand["type"];

/** The application has stored the files and measured them; the domain decides whether the piece may stand. */
export interface AttachEvidence {
  readonly type: "AttachEvidence";
  readonly digest: string;
  readonly files: readonly { readonly digest: string; readonly bytes: number }[];
  readonly role: EvidenceRole;
  readonly kind: EvidenceKind;
  readonly format: string;
  readonly readerVersion: string;
  readonly timeZone: string;
  readonly mappingText: TextRef | null;
  readonly withinMs: number | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly statistics: Statistics;
  readonly groupWords: readonly { readonly group: TextRef }[];
  readonly rows: number;
  readonly rejectedRows: number;
  readonly warnings: readonly string[];
  readonly countedIn: readonly string[];
  readonly title: TextRef;
}
