import { forTier } from "../policy/for-tier.ts";
import { leastSample } from "../policy/publishing/least-sample.ts";
import type { Policy } from "../policy/policy.ts";
import type { Indicator } from "../measures/measures.ts";
import type { Tier } from "../words/tier.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import { floorOf, yardstickOf } from "../measures/yardstick.ts";
import { exactChances, sampleOf } from "./exact.ts";
import type { Setting } from "./exact.ts";
import type { Chances } from "./chances.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import { isSimulated, truthOf } from "./profiles.ts";
import type { SimulatedMeasure } from "./profiles.ts";
import { lastWhere } from "./search.ts";

/** A pilot that somebody thinks of: how large, how good in truth, in how much noise. */
export interface ImaginedPilot {
  readonly tier: Tier;
  readonly samples: Samples;
  readonly truth: Truth;
  /** Looks that the plan schedules, from 1 on. */
  readonly looks: number;
}

export interface ExactRow {
  readonly indicator: Indicator;
  readonly measure: SimulatedMeasure;
  readonly floor: number;
  /** What is asked about, in the indicator's unit. */
  readonly quality: number;
  readonly sample: number;
  readonly minimum: number;
  /** With less the floor cannot be cleared, whatever is found; Infinity: with no sample at all. */
  readonly least: number;
  readonly chances: Chances;
  /** The least good quality that passes in four of five pilots; null: none does with this sample. */
  readonly passesWith: number | null;
  /** The least sample with which the quality asked passes so often, in the measure's own count; null: none we know of. */
  readonly enough: number | null;
  /** A floor that the quality asked clears so often with this sample: its own, or the strictest; null: none we know of. */
  readonly floorPassed: number | null;
}

export interface ExactResult {
  readonly rows: readonly ExactRow[];
  /** Chance that all floors clear: the product, as if indicators were independent. */
  readonly pass: number;
  /** Chance that at least one fails. */
  readonly fail: number;
  /** The row with the smallest chance; null where nothing has a floor. */
  readonly bottleneck: ExactRow | null;
  /** Indicators that are not optional and are of measures that are not simulated. */
  readonly leftOut: readonly Indicator[];
}

/** What "passes" means where one number is wanted: four of five. */
export const POWER = 0.8;

/** Every indicator that applies by itself; groups, comparisons and optional ones depend on a plan's own choice. */
export function exactResult(policy: Policy, asked: ImaginedPilot, nuisance: Nuisance): ExactResult {
  const judged = forTier(policy, asked.tier);
  const indicators = judged.criteria.flatMap((criterion) =>
    criterion.indicators.filter(({ optional }) => optional !== true),
  );
  const rows = indicators.flatMap((indicator) => rowOf(indicator, judged, asked, nuisance));
  const pass = rows.reduce((product, row) => product * ownChance(row), 1);
  return {
    rows,
    pass,
    fail: 1 - rows.reduce((product, { chances }) => product * (1 - chances.fail), 1),
    bottleneck: rows.reduce<ExactRow | null>(
      (worst, row) => (worst === null || ownChance(row) < ownChance(worst) ? row : worst),
      null,
    ),
    leftOut: indicators.filter(({ measure, floor }) => floor !== undefined && !isSimulated(measure)),
  };
}

/** The load that headroom is judged at passes by the very bounds of the two shares: their chances count once. */
const ownChance = ({ measure, chances }: ExactRow): number =>
  measure === "headroom" ? (chances.pass > 0 ? 1 : 0) : chances.pass;

function rowOf(indicator: Indicator, policy: Policy, asked: ImaginedPilot, nuisance: Nuisance): ExactRow[] {
  const { measure } = indicator;
  const yardstick = yardstickAt(indicator, policy, asked.looks);
  if (!isSimulated(measure) || yardstick.floor === undefined) return [];
  const setting = settingOf(policy, asked, nuisance);
  const quality = asked.truth[truthOf[measure]];
  const looks = { ...policy.looks, default: asked.looks };
  const chances = exactChances(measure, setting, yardstick)(quality);
  return [
    {
      indicator,
      measure,
      floor: yardstick.floor,
      quality,
      sample: sampleOf(measure, asked.samples),
      minimum: yardstick.minimum,
      least: leastSample(indicator, { ...policy, looks }),
      chances,
      passesWith: qualityThatPasses(measure, setting, yardstick),
      enough: sampleThatPasses(measure, quality, setting, yardstick),
      floorPassed: chances.pass >= POWER ? yardstick.floor : floorThatPasses(measure, quality, setting, yardstick),
    },
  ];
}

/** @param policy that of the tier */
export function settingOf(policy: Policy, { samples, truth }: ImaginedPilot, nuisance: Nuisance): Setting {
  const rules = { policy, plan: { indicators: {}, looks: [] } };
  const service = { failed: floorOf("failed-share", rules), within: floorOf("within-share", rules) };
  return { samples, nuisance, restore: policy.restore, truth, service };
}

/** The plan that fixes nothing of its own but how often it looks. */
export function yardstickAt(indicator: Indicator, policy: Policy, looks: number): Yardstick {
  const planned = Array.from({ length: looks }, () => "2000-01-01");
  return yardstickOf(indicator, { policy, plan: { indicators: {}, looks: planned } });
}

/** The ends of what a quality can be. */
const scales: { readonly [M in SimulatedMeasure]: readonly [number, number] } = {
  availability: [0.5, 1],
  "failed-share": [0, 1],
  "within-share": [0, 1],
  headroom: [0, 20],
  volume: [0, 20],
  sus: [0, 100],
  "task-success": [0, 1],
  rubric: [1, 5],
};

/** By bisection; chances rise with quality from the floor on. */
function qualityThatPasses(measure: SimulatedMeasure, setting: Setting, yardstick: Yardstick): number | null {
  const { floor, better } = yardstick;
  if (floor === undefined) return null;
  const [low, high] = scales[measure];
  const best = better === "higher" ? high : low;
  const chances = exactChances(measure, setting, yardstick);
  const passes = (quality: number): boolean => chances(quality).pass >= POWER;
  return passes(best) ? lastWhere(passes, best, better === "higher" ? low : high) : null;
}

/** Floors are written in such steps, each in the indicator's unit. */
const floorSteps = {
  availability: 0.001,
  "failed-share": 0.001,
  "within-share": 0.005,
  volume: 0.01,
  sus: 1,
  "task-success": 0.01,
} as const satisfies { readonly [M in SimulatedMeasure]?: number };

/** By bisection over floors, rounded to the easier side, so that it still holds. */
function floorThatPasses(
  measure: SimulatedMeasure,
  quality: number,
  setting: Setting,
  yardstick: Yardstick,
): number | null {
  if (!isCollected(measure)) return null;
  const { better } = yardstick;
  const [low, high] = scales[measure];
  const passes = (floor: number): boolean =>
    exactChances(measure, setting, { ...yardstick, floor })(quality).pass >= POWER;
  const easiest = better === "higher" ? low : high;
  if (!passes(easiest)) return null;
  const strictest = lastWhere(passes, easiest, quality);
  const steps = strictest / floorSteps[measure];
  const whole = better === "higher" ? Math.floor(steps + 1e-6) : Math.ceil(steps - 1e-6);
  return Number((whole * floorSteps[measure]).toPrecision(9));
}

/** What is collected more of for a measure; the others are no matter of samples, or of another measure's. */
const collected = {
  availability: "days",
  "failed-share": "loadHours",
  "within-share": "loadHours",
  volume: "volumeRuns",
  sus: "respondents",
  "task-success": "participants",
} as const satisfies { readonly [M in SimulatedMeasure]?: keyof Samples };

const isCollected = (measure: SimulatedMeasure): measure is keyof typeof collected => Object.hasOwn(collected, measure);

/** Ten times as much as anybody collects. */
const mostTimes = 64;

/** The least sample, from the minimum on, with which a quality passes in four of five pilots. */
function sampleThatPasses(
  measure: SimulatedMeasure,
  quality: number,
  setting: Setting,
  yardstick: Yardstick,
): number | null {
  if (!isCollected(measure) || yardstick.floor === undefined) return null;
  const { better, floor } = yardstick;
  if (better === "higher" ? quality <= floor : quality >= floor) return null;
  const name = collected[measure];
  const per = sampleOf(measure, { ...setting.samples, [name]: 1 });
  const samples = (count: number): Samples => ({ ...setting.samples, [name]: count / per });
  const passes = (count: number): boolean =>
    exactChances(measure, { ...setting, samples: samples(count) }, yardstick)(quality).pass >= POWER;
  const unit = measure === "availability" ? 24 : name === "loadHours" ? 36 : 1;
  let [under, enough] = [0, Math.max(1, Math.ceil(Math.max(yardstick.minimum, 2) / unit))];
  const most = enough * mostTimes;
  while (!passes(enough * unit)) {
    if (enough >= most) return null;
    [under, enough] = [enough, Math.min(most, enough * 2)];
  }
  // The minimum itself may do.
  while (enough - under > 1 && under > 0) {
    const middle = Math.floor((under + enough) / 2);
    if (passes(middle * unit)) enough = middle;
    else under = middle;
  }
  return enough * unit;
}

export interface CurvePoint extends Chances {
  readonly quality: number;
}

/** Chances over the qualities about the floor: from well below it to as far above it as passes nearly always. */
export function chanceCurve(
  row: Pick<ExactRow, "measure" | "floor" | "passesWith" | "quality">,
  setting: Setting,
  yardstick: Yardstick,
  points = 61,
): CurvePoint[] {
  const [from, to] = rangeOf(row);
  const chances = exactChances(row.measure, setting, yardstick);
  return Array.from({ length: points }, (_, at) => {
    const quality = from + ((to - from) * at) / (points - 1);
    return { quality, ...chances(quality) };
  });
}

/** Where rough data are simulated: a few qualities over the curve's range. */
export function roughQualities(
  row: Pick<ExactRow, "measure" | "floor" | "passesWith" | "quality">,
  points = 9,
): readonly number[] {
  const [from, to] = rangeOf(row);
  const fine = (quality: number): number => Number(quality.toPrecision(12));
  return Array.from({ length: points }, (_, at) => fine(from + ((to - from) * (at + 0.5)) / points));
}

function rangeOf({
  measure,
  floor,
  passesWith,
  quality,
}: Pick<ExactRow, "measure" | "floor" | "passesWith" | "quality">): readonly [number, number] {
  const [low, high] = scales[measure];
  const widest = Math.max(
    Math.abs((passesWith ?? floor) - floor),
    Math.abs(quality - floor),
    Math.abs(floor) * 0.02,
    1e-4,
  );
  return [Math.max(low, floor - 1.6 * widest), Math.min(high, floor + 1.6 * widest)];
}

/** The curve of one row of a result. */
export function judgedCurve(policy: Policy, asked: ImaginedPilot, row: ExactRow, nuisance: Nuisance): CurvePoint[] {
  const judged = forTier(policy, asked.tier);
  return chanceCurve(row, settingOf(judged, asked, nuisance), yardstickAt(row.indicator, judged, asked.looks));
}
