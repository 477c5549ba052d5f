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
}

export type Gate = "admission" | "completion" | "rollout" | "adoption";
export const gates: readonly Gate[] = ["admission", "completion", "rollout", "adoption"];
export type Tier = "I" | "II" | "III" | "IV";
export const tiers: readonly Tier[] = ["I", "II", "III", "IV"];
export const evidenceKinds = [
  "load",
  "availability",
  "volume",
  "sus",
  "umux-lite",
  "seq",
  "tasks",
  "satisfaction",
  "accessibility",
  "outcomes",
  "components",
  "document",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export interface Named {
  readonly en: string;
  readonly zh: string;
}

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

/** How an indicator is measured; methods.md. */
export const measures = [
  "availability",
  "failed-share",
  "within-share",
  "headroom",
  "volume",
  "sus",
  "umux-lite",
  "seq",
  "task-success",
  "satisfaction",
  "accessibility",
  "fairness",
  "rubric",
] as const;
export type Measure = (typeof measures)[number];

export interface Indicator {
  /** Unique within the policy, kebab-case: "availability". A rubric item's key too. */
  readonly key: string;
  readonly name: Named;
  readonly measure: Measure;
  /** Applies only where a plan chooses it; its weight then joins the others, which keep their proportions. */
  readonly optional?: true;
  readonly weight: number;
  readonly better: "higher" | "lower";
  /**
   * In the indicator's unit: shares 0–1, SUS, UMUX-Lite and satisfaction 0–100, SEQ 1–7, headroom and volume as a ratio to
   * the stated demand, accessibility as serious and critical findings, fairness as a difference of shares, rubric 1–5.
   * Absent: no floor.
   */
  readonly floor?: number;
  readonly target?: number;
  /** Clamped piecewise-linear value function: [unit, 0–100], ascending in the unit. */
  readonly value: readonly (readonly [number, number])[];
  /**
   * In the measure's own count: clusters (10 s slices), outages' observed hours, runs, respondents, participants, pages,
   * people of each group compared, evaluators.
   */
  readonly minimumSample: number;
  /** What a tier asks instead: a small tool in one office cannot show what a national service must. */
  readonly byTier?: { readonly [T in Tier]?: TierLevel };
  /** Groups that must each clear the floor by themselves ("older", "disability", "staff", "public"). */
  readonly groups?: readonly string[];
  /** Rubric only: question and anchors 1–5. */
  readonly rubric?: Rubric;
}

/** Each that is absent is the indicator's own. */
export interface TierLevel {
  readonly floor?: number;
  readonly target?: number;
  readonly value?: Indicator["value"];
  readonly minimumSample?: number;
}

export interface Rubric {
  readonly question: Named;
  readonly anchors: readonly [Named, Named, Named, Named, Named];
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

export interface WaiverRules {
  /** Approvers who must grant it. */
  readonly grantors: number;
  readonly mostDays: number;
}

/**
 * How long a failure is taken to last when availability is bounded: a promise is no evidence. Shown by drills of the pilot
 * and by its outages, it is the longest of them times `factor`, never under `leastMinutes` nor under what the plan promises.
 */
export interface RestoreRules {
  /** Drills that it takes to show it, from 1 on. */
  readonly shownBy: number;
  /** Above 1: the longest of a few is not the longest there will be. */
  readonly factor: number;
  readonly leastMinutes: number;
  /** Taken where too few have shown it. */
  readonly unshownHours: number;
}

/** How far ahead a person may set an end: what is due in another century binds nobody. */
export interface Terms {
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

export interface Deadlines {
  /** Days from a gate's opening to its decision. */
  readonly gateDays: number;
  /** Days an evaluator has to submit. */
  readonly scoringDays: number;
  /** Days to close an incident, by severity 1 (worst) to 4. */
  readonly incidentDays: { readonly 1: number; readonly 2: number; readonly 3: number; readonly 4: number };
}
