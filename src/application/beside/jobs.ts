import type { ImportMapping } from "../../domain/imports/mapping.ts";
import type { ImportReading } from "../../domain/imports/reading.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { ScoringContext } from "../../domain/scoring/context.ts";
import type { SizeAnswer, SizeAsked } from "../../domain/scoring/plan-size.ts";
import type { PlannedLooks } from "../../domain/statistics/looks.ts";
import type { Without } from "../../domain/scoring/sensitivity-evidence.ts";
import type { Sensitivity } from "../../domain/scoring/sensitivity.ts";
import type { IndicatorResult, Verdict } from "../../domain/scoring/verdict-types.ts";
import type { OtherWeights } from "../../domain/scoring/weight-space.ts";
import type { WeighedColumn, WeighedRow } from "../../domain/scoring/weight-table.ts";
import type { ImaginedPilot, CurvePoint, ExactResult, ExactRow } from "../../domain/simulation/exact-policy.ts";
import type { Json } from "../../domain/words/json.ts";
import type { FileFault, FileSeen } from "../imports/read-file.ts";
import type { Replay } from "../replay-types.ts";
import type { SheetWritten } from "./workbook.ts";

/** What takes so long that nobody else's page may wait for it, and what each is answered with. */
export interface Jobs {
  readonly sensitivity: {
    readonly kind: "sensitivity";
    readonly indicators: readonly IndicatorResult[];
    readonly policy: Pick<Policy, "criteria" | "passMark">;
    readonly look: PlannedLooks;
  };
  readonly without: { readonly kind: "without"; readonly context: ScoringContext };
  readonly verdict: { readonly kind: "verdict"; readonly context: ScoringContext };
  readonly weights: {
    readonly kind: "weights";
    readonly columns: readonly WeighedColumn[];
    readonly rows: readonly WeighedRow[];
    readonly passMark: number;
  };
  /** One statistical method on somebody's own numbers. */
  readonly method: { readonly kind: "method"; readonly name: string; readonly input: Json };
  /** What passes under a policy, in numbers, and the curve of one indicator: the named one, or the bottleneck. */
  readonly exact: {
    readonly kind: "exact";
    readonly policy: Policy;
    readonly asked: ImaginedPilot;
    readonly indicator: string | null;
  };
  /** The samples that a plan would need, by indicator. */
  readonly sizes: { readonly kind: "sizes"; readonly asked: { readonly [indicator: string]: SizeAsked } };
  /** A decision worked out again from the ledger and the vault of a folder. */
  readonly decision: { readonly kind: "decision"; readonly dataDir: string; readonly position: number };
  /** What a file from elsewhere holds, with the words of some of its columns. */
  readonly seeFile: {
    readonly kind: "seeFile";
    readonly path: string;
    readonly reading: ImportReading;
    readonly columns: readonly string[];
  };
  /** Its rows as a mapping means them. */
  readonly mapFile: { readonly kind: "mapFile"; readonly path: string; readonly mapping: ImportMapping };
  /** Several lists as the sheets of one XLSX. */
  readonly workbook: { readonly kind: "workbook"; readonly sheets: readonly SheetWritten[] };
}

export interface Answers {
  readonly sensitivity: Sensitivity;
  readonly without: { readonly whole: Verdict; readonly without: readonly Without[] };
  readonly verdict: Verdict;
  readonly weights: readonly OtherWeights[];
  /** Refused: what the method says of the numbers. */
  readonly method: { readonly answer: Json } | { readonly refused: string };
  /** A row is null where nothing has a floor. */
  readonly exact: {
    readonly result: ExactResult;
    readonly row: ExactRow | null;
    readonly curve: readonly CurvePoint[];
  };
  readonly sizes: { readonly [indicator: string]: SizeAnswer };
  /** Null: there is no decision at that position. */
  readonly decision: Replay | null;
  readonly seeFile: FileSeen | FileFault;
  /** Lines of JSON, a row each: thirty megabytes of objects at once would hold everybody up. */
  readonly mapFile: { readonly lines: Uint8Array } | FileFault;
  readonly workbook: Uint8Array;
}

export type Job = Jobs[keyof Jobs];
export type Answer = Answers[keyof Jobs];

export type Reply = { readonly answer: Answer } | { readonly error: unknown };
