import type { EvidenceKind } from "../evidence/kinds.ts";
import type { MeasureContext } from "./context.ts";
import type { MeasureFinding } from "./finding.ts";
import type { EvidenceUnit, IndicatorUnit } from "./finding-parts.ts";
import type { Yardstick } from "./yardstick.ts";

/**
 * All that the product knows of one measure. The policy form, the plan form, scoring, what is needed, pages and tables read
 * it; nothing else lists measures. What it is called stands in the locales under its name.
 */
export interface MeasureRecord<Name extends string = string> {
  /** Kebab-case, as policies and verdicts on the ledger have it. */
  readonly name: Name;
  /** The kind of file that shows it; null for what people judge and no file can show. */
  readonly kind: EvidenceKind | null;
  /** What its figures are in: estimate, bounds, floor, target. */
  readonly unit: IndicatorUnit;
  /** What it can be at all, in its unit: no floor, limit or target lies beyond. */
  readonly range: readonly [least: number, most: number];
  readonly better: "higher" | "lower";
  /** What its sample is counted in. */
  readonly sample: EvidenceUnit;
  /** What two samples of it are compared by; absent: they are not compared. */
  readonly compares?: "shares" | "means";
  /** How a sample is reckoned from what a planner expects; absent: the minimum sample is all that is asked. */
  readonly planning?: Planning;
  /** Its files tell groups of people apart, so that each can be held to the floor. */
  readonly groups?: true;
  /** A plan may choose that its floor be cleared at any look, by an e-value. */
  readonly anytime?: true;
  /** A piece that differs for the worse decides alone: a larger minimum sample could leave out one that was seen to be bad. */
  readonly worstPiece?: true;
  /** Measures by whose floors its evidence is judged: it takes what they take, whatever its own minimum sample. */
  readonly judgedBy?: readonly string[];
  /** Absent where there is no such reckoning: ratios to a demand, audits, differences between groups, rubrics. */
  readonly faultlessSample?: FaultlessSample;
  readonly measure: (context: MeasureContext, yardstick: Yardstick, of: Measured) => MeasureFinding;
  readonly figure: FigureStyle;
  /** Name of the method behind its number, where there is one. */
  readonly method?: string;
}

/** What is measured: an indicator by its key, whole or of one group. */
export interface Measured {
  readonly key: string;
  readonly group?: string | undefined;
}

export interface Planning {
  /**
   * What is expected: a share of events; a mean and its spread; the outages of 30 days and the minutes of each; the difference
   * of two groups and the share in one of them.
   */
  readonly expects: "share" | "mean" | "outages" | "difference";
  readonly unit: EvidenceUnit | "days";
}

/**
 * The smallest sample with which the measure could clear a floor at all, if a pilot shows nothing but the best: no request
 * failed, nothing was down and every drill was over at once, every task succeeded, everyone chose the top of the scale. In the
 * measure's own unit, from 1 on; Infinity where no sample is ever enough. Source: methods.md, each measure's own bound.
 *
 * @param risk 1 − c′
 * @param leastSeconds that a failure is taken to last whatever was shown
 */
type FaultlessSample = (floor: number, risk: number, leastSeconds: number) => number;

/**
 * How its figures are said. share: percent. gap: a difference of shares, in percentage points. ratio: times the demand. number:
 * points of a scale. count: whole findings. anchor: a place on a rubric.
 */
export interface FigureStyle {
  readonly as: "share" | "gap" | "ratio" | "number" | "count" | "anchor";
  /** The finest step worth saying of a quality that is asked about and was not measured, in the measure's unit. */
  readonly step: number;
}
