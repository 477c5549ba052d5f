import type { FindingSeverity, InterfaceRuleName } from "./interface-rules.ts";

/**
 * What a reader makes of a tool's output: typed, with units in the names. A field that a tool does not
 * report is absent, never zero. Shares are 0–1, sd uses n−1, times are RFC 3339 UTC.
 */
export type Measurement = (
  | LoadMeasurement
  | AvailabilityMeasurement
  | VolumeMeasurement
  | SusMeasurement
  | UmuxLiteMeasurement
  | SeqMeasurement
  | TasksMeasurement
  | AccessibilityMeasurement
  | SatisfactionMeasurement
  | OutcomesMeasurement
  | ComponentsMeasurement
  | InterfaceMeasurement
) &
  MeasurementHead;

export type MeasurementKind = Measurement["kind"];

export interface MeasurementHead {
  /** Name of the format, as every error and page shows it: "JMeter CSV". */
  readonly format: string;
  /** First and last instant the data speak of; absent where the file holds no times. */
  readonly from?: string;
  readonly to?: string;
  readonly warnings: readonly Warning[];
  readonly rejectedRows: readonly RejectedRow[];
  /** Rejected rows in all; rejectedRows lists the first hundred only. */
  readonly rejectedCount: number;
  /** Groups of people in the order in which they first appear, files by their digests; absent where none is named. */
  readonly groupNames?: readonly string[];
  /** Rows that are no data: sums of others, trials of a survey, forms sent twice; absent where there are none. */
  readonly leftOut?: number;
  /** Usable plus rejected data rows; over 1 % rejected leaves the indicator unknown. */
  readonly rowCount: number;
}

export interface Warning {
  /** Stable key for the page's sentence, kebab-case: "period-unknown". */
  readonly code: string;
  readonly message: string;
}

/** Why a row cannot be used, as data: a key and its values, for sentences in other languages than the reader's own. */
export interface RowReason {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | RowReason>>;
}

export interface RejectedRow {
  /** 1 = first line of the file, header included. */
  readonly row: number;
  /** In English. */
  readonly reason: string;
  readonly why: RowReason;
  /** Name of the file, for the reader's eyes only, where the piece has several. */
  readonly file?: string;
}

/** Milliseconds; what the tool does not report is absent. */
export interface Latency {
  readonly mean?: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly p95?: number;
  readonly p99?: number;
  readonly max?: number;
}

/** Successes within the plan's latency level. */
interface Within {
  readonly ms: number;
  readonly requests: number;
}

/** A piece of a run, 10 s long but for the last. */
export interface Slice {
  readonly seconds: number;
  readonly requests: number;
  readonly failures: number;
  /** Successes within the level given to the reader. */
  readonly within?: number;
  /** True where it does not follow on the slice before it: another stretch of the run begins. */
  readonly apart?: true;
}

export interface LoadStep {
  readonly concurrency: number;
  readonly seconds: number;
  readonly requests: number;
  readonly failures: number;
  readonly within?: Within;
  readonly throughputPerSecond: number;
  readonly latencyMs: Latency;
  /** Empty where the tool reports a step by its totals only. */
  readonly slices: readonly Slice[];
}

export interface LoadLabel {
  readonly label: string;
  readonly requests: number;
  readonly failures: number;
  readonly latencyMs: Latency;
}

export interface LoadMeasurement {
  readonly kind: "load";
  readonly requests: number;
  /** Absent where the tool does not report failures. */
  readonly failures?: number;
  /** Last end minus first start. */
  readonly durationSeconds: number;
  readonly throughputPerSecond: number;
  readonly latencyMs: Latency;
  readonly within?: Within;
  readonly steps?: readonly LoadStep[];
  readonly slices?: readonly Slice[];
  readonly byLabel?: readonly LoadLabel[];
  /** Rows that are transaction parents, excluded from everything above. */
  readonly transactionParents?: number;
}

export interface Outage {
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
}

export interface ServiceAvailability {
  readonly service: string;
  readonly from?: string;
  readonly to?: string;
  /** Without planned and unknown time; the four are absent, like the period, where a tool reports a share of an unnamed time. */
  readonly observedSeconds?: number;
  readonly downSeconds?: number;
  readonly plannedSeconds?: number;
  readonly unknownSeconds?: number;
  readonly availability: number;
  /** Absent where the tool reports totals only: downtime, not outages. */
  readonly outages?: readonly Outage[];
  /** Planned windows announced before they began; present with outages so that overlaps can be pooled. */
  readonly planned?: readonly Outage[];
  /** Stretches without probes: neither up nor down. */
  readonly unknown?: readonly Outage[];
}

export interface AvailabilityMeasurement {
  readonly kind: "availability";
  readonly services: readonly ServiceAvailability[];
}

export interface VolumeRun {
  readonly records: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly failures: number;
}

export interface VolumeMeasurement {
  readonly kind: "volume";
  readonly runs: readonly VolumeRun[];
}

export interface ScaleRespondent {
  readonly id: string;
  /** True where the file itself names the respondent (an id column, or a form told by its digest): such a one counts once over all pieces. */
  readonly identified: boolean;
  readonly group?: string;
  /** In the questionnaire's own unit. */
  readonly score: number;
  /** What was answered, to tell the same answers from others under the same id; never on a ledger. */
  readonly answers?: string;
}

/** A questionnaire's answers, a score a respondent; mean and sd over respondents. */
export interface ScaleMeasurement {
  /** The lowest and the highest answer that could be given; absent where a reader knows of no other than the questionnaire's own. */
  readonly scale?: { readonly min: number; readonly max: number };
  readonly respondents: readonly ScaleRespondent[];
  readonly dropped: readonly { readonly id: string; readonly reason: string }[];
  readonly n: number;
  readonly mean: number;
  /** Absent for n < 2. */
  readonly sd?: number;
}

/** System Usability Scale, 0–100. */
export interface SusMeasurement extends ScaleMeasurement {
  readonly kind: "sus";
}

/** UMUX-Lite, (x1 + x2 − 2)·100/12 of two items 1–7: 0–100, without the old regression. */
export interface UmuxLiteMeasurement extends ScaleMeasurement {
  readonly kind: "umux-lite";
}

/** Single Ease Question, 1–7 after a task; a respondent's score is the mean over the tasks he rated. */
export interface SeqMeasurement extends ScaleMeasurement {
  readonly kind: "seq";
  readonly tasks: readonly { readonly task: string; readonly n: number; readonly mean: number; readonly sd?: number }[];
}

export interface TaskResult {
  readonly task: string;
  readonly attempts: number;
  readonly successes: number;
  readonly partial: number;
  readonly failures: number;
  /** Of successes only. */
  readonly timesSeconds: readonly number[];
}

export interface TaskParticipant {
  readonly id: string;
  readonly identified: boolean;
  readonly group?: string;
  readonly attempts: number;
  readonly successes: number;
  /** What was done, to tell the same attempts from others under the same id; never on a ledger. */
  readonly answers?: string;
}

export interface TasksMeasurement {
  readonly kind: "tasks";
  readonly tasks: readonly TaskResult[];
  readonly participants: readonly TaskParticipant[];
  /** Successes / attempts; partial is not a success. */
  readonly successRate: number;
}

/** Findings by impact: axe-core's words. */
export interface Violations {
  readonly critical: number;
  readonly serious: number;
  readonly moderate: number;
  readonly minor: number;
}

export interface AccessibilityMeasurement {
  readonly kind: "accessibility";
  /** Distinct pages tested. */
  readonly pages: number;
  /** Failed rules or criteria, counted once a page; where the tool names no impact, serious. */
  readonly violations: Violations;
  /** What a machine could not decide, or a checklist left untested: manual work, never a pass. */
  readonly needsReview: number;
  /** 0–100 where the tool gives one; 100 is not conformance. */
  readonly score?: number;
  /** Success criteria of a manual audit; absent for an automatic one. */
  readonly criteria?: CriteriaAudited;
}

export interface CriteriaAudited {
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly notTested: number;
}

/** Ratings of people served. */
export interface SatisfactionMeasurement {
  readonly kind: "satisfaction";
  readonly responses: number;
  readonly mean: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** Absent where the tool reports a mean only: a point without a bound. */
  readonly sd?: number;
  readonly groups?: readonly {
    readonly group: string;
    readonly n: number;
    readonly mean: number;
    readonly sd?: number;
  }[];
}

/** What an algorithm predicted and what came of it, by group; positive as the mapping says. */
interface OutcomeGroup {
  readonly group: string;
  readonly n: number;
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
}

export interface OutcomesMeasurement {
  readonly kind: "outcomes";
  readonly groups: readonly OutcomeGroup[];
}

export interface ComponentsMeasurement {
  readonly kind: "components";
  readonly components: readonly { readonly name: string; readonly version: string; readonly license?: string }[];
}

/** A place where the description of an interface does not do what a rule asks. */
export interface InterfaceFinding {
  readonly rule: InterfaceRuleName;
  /** As the house takes it; null: only a standard asks for it. */
  readonly severity: FindingSeverity;
  /** JSON pointer into the document: `#/paths/~1permits/get`. */
  readonly pointer: string;
  /** Name of the file, for the reader's eyes only, where the piece has several. */
  readonly file?: string;
}

export interface InterfaceMeasurement {
  readonly kind: "interface";
  /** Distinct files. */
  readonly descriptions: number;
  /** What they offer, calls the other side makes included. */
  readonly operations: number;
  /** Of each rule the first hundred places of a file. */
  readonly findings: readonly InterfaceFinding[];
  /** All places of each rule that is not kept, in the order of the rules. */
  readonly counts: readonly { readonly rule: InterfaceRuleName; readonly count: number }[];
}
