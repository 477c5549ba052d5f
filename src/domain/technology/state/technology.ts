import type { Thing } from "./thing.ts";
import type { Role } from "../../people/roles.ts";
import type { Gate } from "../../policy/policy.ts";
import type { Tier } from "../../words/tier.ts";
import type { Verdict } from "../../scoring/verdict-types.ts";
import type {
  Agreement,
  DatedCondition,
  EvidencePiece,
  EvidenceRef,
  GateDecision,
  GuardAssessment,
  HoldCause,
  LapseCause,
  PilotPlan,
  Proposal,
  ScoreSheet,
  Severity,
  TechnologyEventType,
  VoteOption,
  WavePlan,
} from "./events.ts";
import type { GuardLimit } from "../../scoring/guard.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";

/**
 * proposed ─admission─► piloting ─completion─► evaluating ─rollout─► rolling-out ─adoption─► adopted ─► retired,
 * with withdrawn, rejected and stopped as ends. `held` is a flag of rolling-out (rollout.hold).
 */
export type Stage =
  "proposed" | "piloting" | "evaluating" | "rolling-out" | "adopted" | "retired" | "withdrawn" | "rejected" | "stopped";

export const stages: readonly Stage[] = [
  "proposed",
  "piloting",
  "evaluating",
  "rolling-out",
  "adopted",
  "retired",
  "withdrawn",
  "rejected",
  "stopped",
];

/** Folded from one stream. Null: nothing has happened yet. */
export interface Technology {
  readonly slug: string;
  readonly stage: Stage;
  /** Stream version and ledger position of the last event folded in. */
  readonly version: number;
  readonly position: number;
  readonly proposal: Proposal;
  readonly proposedAt: Instant;
  /** Stages entered, oldest first. */
  readonly passages: readonly { readonly stage: Stage; readonly at: Instant; readonly position: number }[];
  readonly predecessor: string | null;
  /** Everyone who wrote proposal, plan or amendment, and the sponsor: they never evaluate or decide here. */
  readonly authors: readonly PersonId[];
  readonly plan: LockedPlan | null;
  readonly pastPlans: readonly LockedPlan[];
  readonly evidence: readonly Piece[];
  readonly incidents: readonly Incident[];
  readonly looks: readonly Look[];
  readonly evaluation: Evaluation | null;
  readonly pastEvaluations: readonly Evaluation[];
  /** Voted here, supported a waiver or refused one: who once judged never authors or evaluates. */
  readonly judges: readonly PersonId[];
  /** Recused as approvers. */
  readonly recused: readonly PersonId[];
  readonly dissents: readonly { readonly by: PersonId; readonly text: TextRef; readonly at: Instant }[];
  readonly waivers: readonly Waiver[];
  /** Drafts and votes by gate; a gate without either is absent. */
  readonly ballots: { readonly [G in Gate]?: Ballot };
  readonly decisions: readonly Decided[];
  /** Dated conditions of approvals, with their fulfilment. */
  readonly conditions: readonly OpenCondition[];
  readonly rollout: Rollout | null;
  readonly lessons: readonly TextRef[];
  readonly corrections: readonly { readonly corrects: number; readonly position: number; readonly text: TextRef }[];
  /** What was entered when and by whom, oldest first: corrections name one of them. */
  readonly entries: readonly Entry[];
  /** Every digest an event ever named: only these can be erased here. */
  readonly digests: readonly string[];
  /** Digests of erased texts and files. */
  readonly erased: readonly string[];
  readonly tier: Tier;
}

export interface Entry {
  readonly position: number;
  readonly type: TechnologyEventType;
  readonly by: PersonId;
  /** The role that answers for it; null: it follows from other entries. */
  readonly role: Role | null;
}

export interface LockedPlan {
  readonly number: number;
  readonly policyVersion: number;
  readonly plan: PilotPlan;
  readonly lockedAt: Instant;
  readonly openedOn: Day | null;
  readonly amendments: readonly Amendment[];
}

export interface Amendment {
  readonly at: Instant;
  readonly by: PersonId;
  readonly changed: readonly string[];
  readonly reason: TextRef;
  readonly afterData: boolean;
}

export interface Piece extends EvidencePiece {
  readonly attachedAt: Instant;
  readonly attachedBy: PersonId;
  readonly position: number;
  /** In force until withdrawn or expired. */
  readonly state: "in-force" | "withdrawn" | "expired";
  readonly withdrawal: TextRef | null;
  /** A file of it was erased. */
  readonly erased: boolean;
}

export interface Incident {
  readonly incident: string;
  readonly severity: Severity;
  readonly occurredAt: Instant;
  readonly dueOn: Day;
  readonly text: TextRef;
  readonly position: number;
  readonly closedAt: Instant | null;
  readonly closing: TextRef | null;
}

export interface Look {
  readonly plan: number;
  readonly look: number;
  readonly of: number;
  readonly at: Instant;
  readonly position: number;
  readonly verdict: Verdict;
  readonly evidence: readonly EvidenceRef[];
}

export interface Evaluation {
  readonly round: number;
  readonly dueOn: Day;
  readonly evaluators: readonly AssignedEvaluator[];
  readonly revealed: Revealed | null;
}

export interface AssignedEvaluator {
  readonly person: PersonId;
  /** "A", "B" … in the order of assignment: pages show the letter, never the name. */
  readonly letter: string;
  readonly interest: "undeclared" | "none" | "conflict";
  readonly state: "assigned" | "submitted" | "released" | "recused";
  readonly sheet: TextRef | null;
}

export interface Revealed {
  readonly at: Instant;
  readonly sheets: readonly ScoreSheet[];
  readonly agreement: Agreement;
  /** Items that must be moderated, and those that were, with the scores that then stand. */
  readonly moderate: readonly string[];
  readonly moderated: readonly {
    readonly item: string;
    readonly scores: readonly { readonly evaluator: PersonId; readonly score: number | null }[];
    readonly text: TextRef;
  }[];
}

export interface Waiver {
  readonly waiver: string;
  readonly gate: Gate;
  readonly condition: string;
  readonly reason: TextRef;
  readonly control: TextRef;
  readonly until: Day;
  readonly askedBy: PersonId;
  readonly supporters: readonly PersonId[];
  readonly state: "asked" | "granted" | "refused" | "lapsed";
  /** What the condition named at each act on it: asked for, supported, granted. It is bound to these, never to more. */
  readonly stood: readonly Stood[];
}

/** What stood when something was done: what the event says; events of before do not, and it follows from the state then. */
export type Stood =
  | { readonly kind: "said"; readonly names: readonly Thing[] }
  | { readonly kind: "as-it-was"; readonly technology: Technology; readonly at: Instant };

export interface Ballot {
  readonly openedAt: Instant;
  readonly draft: readonly DatedCondition[];
  /** The technology when the list was drafted, for items that do not say what they defer; null before any. */
  readonly drafted: Stood | null;
  readonly votes: readonly Vote[];
  /** Votes that no longer count, until their voter or office votes again. */
  readonly lapsed: readonly LapsedVote[];
}

interface LapsedVote {
  readonly vote: Vote;
  readonly why: LapseCause;
  readonly at: Instant;
}

export interface Vote {
  readonly person: PersonId;
  readonly option: VoteOption;
  readonly reason: TextRef;
  readonly ground: string;
  readonly at: Instant;
  readonly onBehalfOf: PersonId | null;
  readonly lessons: TextRef | null;
}

export interface Decided extends GateDecision {
  readonly position: number;
  readonly at: Instant;
}

export interface OpenCondition extends DatedCondition {
  readonly gate: Gate;
  readonly decision: number;
  readonly fulfilledAt: Instant | null;
}

export interface Rollout {
  readonly waves: readonly Wave[];
  readonly guards: readonly GuardLimit[];
  readonly drills: readonly Drill[];
  readonly assessments: readonly (GuardAssessment & { readonly at: Instant; readonly position: number })[];
  readonly hold: {
    readonly causes: readonly HoldCause[];
    readonly since: Instant;
    readonly text: TextRef | null;
  } | null;
}

/** A rehearsal of bringing the service, or the way before it, up again; the figures as they stand. */
export interface Drill {
  readonly on: Day;
  readonly minutes: number;
  readonly text: TextRef;
  readonly position: number;
  readonly recordedAt: Instant;
  /** What stood before each correction, oldest first. */
  readonly was: readonly { readonly on: Day; readonly minutes: number; readonly until: Instant }[];
}

export interface Wave extends WavePlan {
  readonly number: number;
  readonly state: "planned" | "open" | "complete" | "rolled-back";
  readonly openedAt: Instant | null;
  /** Ledger position of its opening. */
  readonly openedIn: number | null;
  readonly completedAt: Instant | null;
}
