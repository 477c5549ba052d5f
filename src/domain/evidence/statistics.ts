import type { InterfaceRuleName } from "./interface-rules.ts";
import type { GroupLabel } from "./group-label.ts";

/**
 * The sufficient statistics of one piece of evidence, as the ledger's event carries them: everything a verdict
 * needs and nothing that tells a person, a label or a file. Type aliases, not interfaces, so that they are
 * assignable to JsonObject. Times are RFC 3339 UTC, sd uses n−1, an absent field was not reported.
 */
export type Statistics =
  | LoadStatistics
  | AvailabilityStatistics
  | VolumeStatistics
  | SusStatistics
  | UmuxLiteStatistics
  | SeqStatistics
  | TasksStatistics
  | AccessibilityStatistics
  | SatisfactionStatistics
  | OutcomesStatistics
  | ComponentsStatistics
  | InterfaceStatistics
  | DocumentStatistics
  | WithheldStatistics;

export type StatisticsHead = {
  /** Usable plus rejected data rows. */
  readonly rows: number;
  /** Over 1 % of rows leaves the indicator unknown: see tooManyRejected. */
  readonly rejected: number;
  /** Rows that are no data: sums of others, trials of a survey, forms sent twice; absent where there are none. */
  readonly leftOut?: number;
  readonly from?: string;
  readonly to?: string;
};

/**
 * Events in clusters (10 s slices of a load run, participants of a task test, data-processing runs) as sums, so that pieces pool exactly:
 * Σ(e_i − p̂·t_i)² = sumEE − 2·p̂·sumET + p̂²·sumTT with p̂ = events / trials (methods.md).
 */
export type Clustered = {
  /** k, the number of clusters. */
  readonly clusters: number;
  /** Σ t_i */
  readonly trials: number;
  /** Σ e_i: failures, successes within the level, or successful attempts, as the field's name says. */
  readonly events: number;
  /** Σ e_i² */
  readonly sumEE: number;
  /** Σ e_i·t_i */
  readonly sumET: number;
  /** Σ t_i² */
  readonly sumTT: number;
};

/**
 * The same events with longer stretches of time for clusters, so that a stall longer than a slice of 10 s shows as what it
 * is: one event, not many. A stretch never spans a gap of the run.
 */
export type Blocks = Clustered & { readonly seconds: number };

/** Rates of slices or runs; sd is absent for n < 2. */
export type Rates = { readonly n: number; readonly mean: number; readonly sd?: number };

type LatencyStatistics = {
  readonly mean?: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly p95?: number;
  readonly p99?: number;
  readonly max?: number;
};

/** Successes within the latency level of the plan, over requests. */
export type WithinStatistics = Clustered & { readonly ms: number };

export type LoadStepStatistics = {
  readonly concurrency: number;
  readonly seconds: number;
  readonly requests: number;
  readonly failures: number;
  readonly throughputPerSecond: number;
  /** Requests a second over the step's full 10 s slices. */
  readonly rate: Rates;
  readonly failed: Clustered;
  /** Null where the reader was given no latency level. */
  readonly within: WithinStatistics | null;
  /** As of the whole run. */
  readonly failedBlocks?: readonly Blocks[];
  readonly withinBlocks?: readonly Blocks[];
};

export type LoadStatistics = StatisticsHead & {
  readonly kind: "load";
  readonly requests: number;
  /** Absent where the tool does not report failures. */
  readonly failures?: number;
  readonly durationSeconds: number;
  readonly throughputPerSecond: number;
  readonly latencyMs?: LatencyStatistics;
  /** Failures per slice; null where the tool reports totals only. */
  readonly failed: Clustered | null;
  readonly within: WithinStatistics | null;
  /** One for each of `blockSeconds`; absent from entries made before they were kept, and where there are no slices. */
  readonly failedBlocks?: readonly Blocks[];
  readonly withinBlocks?: readonly Blocks[];
  /** Ascending concurrency; null where it varies continuously or is not reported. */
  readonly steps: readonly LoadStepStatistics[] | null;
};

export type RecordedSpan = { readonly from: string; readonly to: string; readonly seconds: number };

export type ServiceStatistics = {
  /** Exactly as the plan names it. */
  readonly service: string;
  readonly from: string;
  readonly to: string;
  /** Without planned and unknown time. */
  readonly observedSeconds: number;
  readonly downSeconds: number;
  readonly plannedSeconds: number;
  readonly unknownSeconds: number;
  /** Null where the tool reports totals only: a point without a bound. */
  readonly outages: readonly RecordedSpan[] | null;
  readonly planned: readonly RecordedSpan[] | null;
  readonly unknown: readonly RecordedSpan[] | null;
};

export type AvailabilityStatistics = StatisticsHead & {
  readonly kind: "availability";
  /** Services the plan names, in the plan's order. */
  readonly services: readonly ServiceStatistics[];
  /** How many the file speaks of beside these. */
  readonly otherServices: number;
};

export type VolumeStatistics = StatisticsHead & {
  readonly kind: "volume";
  readonly runs: number;
  /** Records a second of each run. */
  readonly records: Rates;
  /** Bytes a second of each run. */
  readonly bytes: Rates;
  /** Failed records over records; the runs are the clusters. */
  readonly failed: Clustered;
};

/** A group under the plan's minimum size carries only n. */
export type ScaleGroupStatistics = {
  readonly group: GroupLabel;
  readonly n: number;
  readonly mean?: number;
  readonly sd?: number;
};

/** A questionnaire's scores. */
export type ScaleStatistics = StatisticsHead & {
  /** The lowest and the highest answer that could be given; absent from entries made before it was asked for. */
  readonly scale?: { readonly min: number; readonly max: number };
  readonly n: number;
  /** In the questionnaire's unit; absent where nobody is left. */
  readonly mean?: number;
  readonly sd?: number;
  /** Respondents with too many items missing. */
  readonly dropped: number;
  /** Identified respondents who were counted in an earlier piece already. */
  readonly alreadyCounted: number;
  readonly groups: readonly ScaleGroupStatistics[];
};

/** 0–100 */
export type SusStatistics = ScaleStatistics & { readonly kind: "sus" };
/** 0–100 */
export type UmuxLiteStatistics = ScaleStatistics & { readonly kind: "umux-lite" };
/** 1–7 */
export type SeqStatistics = ScaleStatistics & { readonly kind: "seq" };

/** A group under the plan's minimum size carries only its number of participants. */
type TasksGroupStatistics = {
  readonly group: GroupLabel;
  readonly n: number;
  readonly succeeded?: Clustered;
};

export type TasksStatistics = StatisticsHead & {
  readonly kind: "tasks";
  readonly participants: number;
  readonly attempts: number;
  readonly successes: number;
  /** Successes over attempts; the participants are the clusters. */
  readonly succeeded: Clustered;
  readonly alreadyCounted: number;
  readonly groups: readonly TasksGroupStatistics[];
};

export type AccessibilityStatistics = StatisticsHead & {
  readonly kind: "accessibility";
  readonly pages: number;
  /** Failed rules or criteria by impact, counted once a page. */
  readonly critical: number;
  readonly serious: number;
  readonly moderate: number;
  readonly minor: number;
  readonly needsReview: number;
  /** 0–100; null where the tool gives none. */
  readonly score: number | null;
  /** Null for an automatic audit. */
  readonly criteria: {
    readonly passed: number;
    readonly failed: number;
    readonly notApplicable: number;
    readonly notTested: number;
  } | null;
};

export type SatisfactionStatistics = StatisticsHead & {
  readonly kind: "satisfaction";
  readonly responses: number;
  readonly mean: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** Absent where only a mean was reported. */
  readonly sd?: number;
  /** A group under the plan's minimum size carries only n. */
  readonly groups: readonly ScaleGroupStatistics[];
};

/** A group under the plan's minimum size carries only n. */
export type OutcomeGroupStatistics = {
  readonly group: GroupLabel;
  readonly n: number;
  readonly cells?: { readonly tp: number; readonly fp: number; readonly tn: number; readonly fn: number };
};

export type OutcomesStatistics = StatisticsHead & {
  readonly kind: "outcomes";
  readonly groups: readonly OutcomeGroupStatistics[];
};

/** Names stay in the vault: only how many there are. */
export type ComponentsStatistics = StatisticsHead & {
  readonly kind: "components";
  readonly components: number;
  readonly withLicense: number;
  /** Absent from entries made before versions were counted. */
  readonly withVersion?: number;
};

/** Which rules the description of an interface does not keep; where, stays in the vault. */
export type InterfaceStatistics = StatisticsHead & {
  readonly kind: "interface";
  readonly descriptions: number;
  readonly operations: number;
  /** Rules that are not kept, in the order of interface-rules.ts, with the number of places. */
  readonly broken: readonly { readonly rule: InterfaceRuleName; readonly count: number }[];
};

/** A document is linkable from a rubric score and never measured. */
type DocumentStatistics = { readonly kind: "document" };

/** Taken away on a legal ground: nothing is known of what was measured. */
type WithheldStatistics = { readonly kind: "withheld" };
