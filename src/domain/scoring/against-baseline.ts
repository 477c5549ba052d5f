import type { Indicator } from "../measures/measures.ts";
import { measureOf } from "../measures/measures.ts";
import { differenceObserved, eventsOf } from "../measures/difference.ts";
import { unknown } from "../measures/finding.ts";
import type { MeasureFinding, Known, Unknown } from "../measures/finding.ts";
import type { MeasureContext, ScoringPiece } from "../measures/context.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import { meanDifference, meanDifferenceAt } from "../measures/mean-difference.ts";
import type { T } from "../measures/mean-difference.ts";
import type { Observed } from "../measures/observed.ts";
import type { Comparison } from "./verdict-types.ts";

export interface Compared {
  readonly finding: MeasureFinding;
  readonly comparison: Comparison;
  /** What the difference, above 0 where the pilot is better, is held against: −margin. */
  readonly yardstick: Yardstick;
}

/**
 * Is the pilot worse than the baseline by less than the margin fixed in the plan? Shares by Newcombe's difference on
 * effective samples, means by Welch's. Several pieces pool on either side; of those that truly differ the baseline takes its
 * best, as the pilot takes its worst.
 * Source: methods.md (non-inferiority), Newcombe 1998, Welch 1947.
 */
export function againstBaseline(
  indicator: Indicator,
  context: MeasureContext,
  yardstick: Yardstick,
  margin: number,
): Compared {
  const { floor, ...open } = yardstick;
  const flipped = { ...open, better: opposite(indicator.better) };
  const { measure } = measureOf(indicator.measure);
  const of = { key: plainKey(indicator) };
  const baseline = measure({ ...context, pieces: context.baseline }, flipped, of);
  const pilot = measure(context, floor === undefined ? open : { ...open, floor }, of);
  const comparison = {
    margin,
    ...(pilot.kind === "known" ? { pilot: pilot.observed.estimate } : {}),
    ...(baseline.kind === "known" ? { baseline: baseline.observed.estimate, baselineN: baseline.observed.n } : {}),
  };
  return {
    finding: difference(pilot, asBaseline(baseline), indicator.better),
    comparison,
    yardstick: { ...open, better: "higher", floor: -margin },
  };
}

function opposite(better: Indicator["better"]): Indicator["better"] {
  return better === "higher" ? "lower" : "higher";
}

/** By its own key no plan asks anything of it: a comparison is no place for the anytime rule. */
function plainKey({ key }: Indicator): string {
  return `${key}~baseline`;
}

function asBaseline(finding: MeasureFinding): MeasureFinding {
  if (finding.kind === "known") return finding;
  const { reason, evidence } = finding;
  return unknown(reason.code === "no-evidence" ? { code: "no-baseline" } : { code: "baseline-unknown", why: reason }, [
    ...evidence,
  ]);
}

function difference(pilot: MeasureFinding, baseline: MeasureFinding, better: Indicator["better"]): MeasureFinding {
  const unknowns = [pilot, baseline].filter((finding): finding is Unknown => finding.kind === "unknown");
  const evidence = together(pilot, baseline);
  const [first] = unknowns;
  if (first !== undefined) return unknown(first.reason, evidence);
  const [of, less] = better === "higher" ? [pilot, baseline] : [baseline, pilot];
  const observed = of.kind === "known" && less.kind === "known" ? observedDifference(of, less, pilot) : undefined;
  return observed === undefined ? unknown({ code: "totals-only" }, evidence) : { kind: "known", observed, evidence };
}

function together(pilot: MeasureFinding, baseline: MeasureFinding): readonly ScoringPiece[] {
  return [...pilot.evidence, ...baseline.evidence];
}

function observedDifference(of: Known, less: Known, pilot: MeasureFinding): Observed | undefined {
  const [a, b] = [of.observed.distribution, less.observed.distribution];
  const { n, unit } = pilot.kind === "known" ? pilot.observed : of.observed;
  if (a.kind === "beta" && b.kind === "beta") {
    return { ...differenceObserved(eventsOf(a), eventsOf(b), unit), n };
  }
  return a.kind === "t" && b.kind === "t" ? welch(a, b, n, unit) : undefined;
}

/** Where neither side varies the difference is as certain as both figures. */
function welch(of: T, less: T, n: number, unit: Observed["unit"]): Observed {
  const distribution = meanDifference(of, less);
  return {
    estimate: distribution.mean,
    n,
    unit,
    lower: (confidence) => meanDifferenceAt(1 - confidence, of, less),
    upper: (confidence) => meanDifferenceAt(confidence, of, less),
    distribution,
    marks: distribution.standardError === 0 ? ["no-variation"] : [],
    scaled: (factor) => welch(more(of, factor), more(less, factor), n * factor, unit),
  };
}

/** The same mean and spread from `factor` times as many. */
function more(side: T, factor: number): T {
  return {
    ...side,
    standardError: side.standardError / Math.sqrt(factor),
    df: Math.max(Number.MIN_VALUE, (side.df + 1) * factor - 1),
  };
}
