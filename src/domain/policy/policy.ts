import type { EvidenceKind } from "../evidence/kinds.ts";
import type { Indicator } from "../measures/measures.ts";
import type { RestoreRules } from "../measures/restore-time.ts";
import type { Named } from "../words/named.ts";
import type { Tier } from "../words/tier.ts";
import type { Deadlines } from "./deadlines.ts";
import type { SafeguardRules } from "./safeguards/safeguards.ts";

/**
 * What the body has decided about deciding: versioned data, published as an event, pinned by each pilot plan.
 * Titles are short and in both languages because every page and every record shows them.
 */
export interface Policy {
  readonly version: number;
  /** One-sided confidence of a gate before it is shared among looks, 0.5–1. */
  readonly confidence: number;
  /** Overall score the verdict must reach, 0–100. */
  readonly passMark: number;
  /** Criterion weights sum to 1; so do, within each criterion, the weights of the indicators that are not optional. */
  readonly criteria: readonly Criterion[];
  readonly gates: { readonly [G in Gate]: GateRules };
  readonly tiers: { readonly [T in Tier]: TierRules };
  /** Days a piece of evidence stays in force after its effective end. */
  readonly evidenceValidityDays: { readonly [K in EvidenceKind]: number };
  /** A group with fewer answers puts only n on the ledger and is never compared. */
  readonly minimumGroup: number;
  readonly waivers: WaiverRules;
  /** Looks at the evidence a plan may schedule. */
  readonly looks: { readonly default: number; readonly most: number };
  readonly deadlines: Deadlines;
  /** Evaluators' scores on one item that lie this many anchors apart go to moderation. */
  readonly moderationSpread: number;
  /** Krippendorff's α (ordinal) under which the rubric is unreliable, and under which it is tentative. */
  readonly agreement: { readonly unreliable: number; readonly tentative: number };
  /** Days a rollback drill stays valid before the first wave. */
  readonly drillValidityDays: number;
  readonly restore: RestoreRules;
  readonly terms: Terms;
  readonly accounts: AccountRules;
  readonly reading: Reading;
  readonly safeguards: SafeguardRules;
}

export type Gate = "admission" | "completion" | "rollout" | "adoption";
export const gates: readonly Gate[] = ["admission", "completion", "rollout", "adoption"];

export type CriterionKey = "stability" | "capacity" | "usability";
export const criterionKeys: readonly CriterionKey[] = ["stability", "capacity", "usability"];

export interface Criterion {
  readonly key: CriterionKey;
  readonly name: Named;
  readonly weight: number;
  /** Score 0–100 under which the criterion vetoes. */
  readonly floor: number;
  readonly indicators: readonly Indicator[];
}

export interface GateRules {
  /** Keys of the conditions this gate asks for, in order; src/domain/gates has one file for each. */
  readonly conditions: readonly ConditionRule[];
  /** Votes that are not abstentions needed before the gate can close, per tier. */
  readonly quorum: { readonly [T in Tier]: number };
}

export interface ConditionRule {
  readonly key: string;
  readonly waivable: boolean;
  /** May be left open with a date and an owner on "approve with conditions". */
  readonly deferrable: boolean;
  /** Of technologies of these tiers alone, in the order of the tiers; absent: of all. */
  readonly tiers?: readonly Tier[];
}

export interface TierRules {
  readonly minimumPilotDays: number;
  readonly minimumEvaluators: number;
}

interface WaiverRules {
  /** Approvers who must grant it. */
  readonly grantors: number;
  readonly mostDays: number;
}

/** How far ahead a person may set an end: what is due in another century binds nobody. */
interface Terms {
  /** Days until a dated condition of an approval is due, at most. */
  readonly conditionDays: number;
  /** Days a deputyship lasts, at most. */
  readonly deputyDays: number;
}

/** How accounts are kept. Always those of the newest version: no pilot pins them. */
export interface AccountRules {
  /** Hours in which an account decides nothing after somebody else made a link to its password. */
  readonly linkWaitHours: number;
  /** The same where no second administrator stood behind the link. */
  readonly soleLinkWaitHours: number;
  /** Characters of a password, at least. */
  readonly passwordLength: number;
  /** The body's own words (its name, its town), which no password may rest on. */
  readonly passwordWords: readonly string[];
}

/**
 * Who reads a technology's evidence files and private texts, auditors apart: its department, its evaluators and those who
 * decide on it, or everyone who holds a role. Always that of the newest version.
 */
export const readings = ["concerned", "everyone"] as const;
export type Reading = (typeof readings)[number];
