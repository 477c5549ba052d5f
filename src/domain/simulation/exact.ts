import type { Indicator, RestoreRules } from "../policy/policy.ts";
import type { Yardstick } from "../scoring/found.ts";
import { normalCdf, tQuantile } from "../statistics/distributions.ts";
import { availabilityChances } from "./exact-availability.ts";
import { meanChances } from "./exact-mean.ts";
import { shareChances } from "./exact-share.ts";
import type { ShareSample } from "./exact-share.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";

/** 0–1; what is neither stays open. */
export interface Chances {
  readonly pass: number;
  readonly fail: number;
}

/** What is measured how often, in which noise, under which rules for restore times. */
export interface Setting {
  readonly samples: Samples;
  readonly nuisance: Nuisance;
  readonly restore: RestoreRules;
}

/** The quality of each measure that is simulated; the others need a plan's choice, or people's answers of another kind. */
export const qualities = {
  availability: "availability",
  "failed-share": "failedShare",
  "within-share": "withinShare",
  headroom: "headroom",
  volume: "volume",
  sus: "sus",
  "task-success": "taskSuccess",
  rubric: "rubric",
} as const satisfies { readonly [M in Indicator["measure"]]?: keyof Truth };
export type SimulatedMeasure = keyof typeof qualities;

export const isSimulated = (measure: Indicator["measure"]): measure is SimulatedMeasure =>
  Object.hasOwn(qualities, measure);

const never: Chances = { pass: 0, fail: 0 };

/**
 * Chance, in data without much noise, that one indicator clears its floor, and that it fails it: closed forms and one
 * numerical integral, so that a page can draw curves of them. A sample under the minimum is unknown: neither.
 *
 * @returns of what is true, in the indicator's unit
 */
export function exactChances(
  measure: SimulatedMeasure,
  { samples, nuisance, restore }: Setting,
  yardstick: Yardstick,
): (quality: number) => Chances {
  const { floor } = yardstick;
  if (floor === undefined || sampleOf(measure, samples) < yardstick.minimum) return () => never;
  switch (measure) {
    case "availability":
      return availabilityChances(outageSample(samples, nuisance, restore), yardstick);
    case "failed-share":
    case "within-share":
      return (quality) => shareChances(quality, loadSample(measure, quality, samples, nuisance), yardstick);
    case "headroom":
      return (quality) => ({ pass: quality >= floor ? 1 : 0, fail: quality < floor ? 1 : 0 });
    case "volume":
      return (quality) =>
        meanChances(quality, { n: samples.volumeRuns, spread: nuisance.volumeSpread * quality }, yardstick);
    case "sus":
      return (quality) =>
        meanChances(quality, { n: samples.respondents, spread: nuisance.susSpread, lowest: 0 }, yardstick);
    case "task-success":
      return (quality) => shareChances(quality, taskSample(samples, nuisance, yardstick.confidence), yardstick);
    case "rubric":
      return (quality) => rubricChances(quality, samples.evaluators, nuisance.raterSpread, floor);
  }
}

const outageSample = (samples: Samples, nuisance: Nuisance, rules: RestoreRules) => ({
  observed: samples.days * 24,
  drills: samples.drills,
  repair: nuisance.repairHours,
  variation: nuisance.repairVariation,
  promised: nuisance.promisedHours,
  rules,
});

/** What the minimum sample is compared with, in the measure's own count. */
export function sampleOf(measure: SimulatedMeasure, samples: Samples): number {
  switch (measure) {
    case "availability":
      return samples.days * 24;
    case "failed-share":
    case "within-share":
    case "headroom":
      return Math.floor(samples.loadHours * 360);
    case "volume":
      return samples.volumeRuns;
    case "sus":
      return samples.respondents;
    case "task-success":
      return samples.participants;
    case "rubric":
      return samples.evaluators;
  }
}

/** Requests a second of a simulated load run: more would only make calm data calmer. */
const REQUESTS_A_SECOND = 50;
/** As the method has it: what lies closer together is one event. */
const STALL_SECONDS = 180;

/** The share of requests found varies as its slices do; the method counts no more than one event in three minutes. */
function loadSample(
  measure: "failed-share" | "within-share",
  share: number,
  { loadHours }: Samples,
  { stallSeconds, sliceCorrelation, sliceSpread }: Nuisance,
): ShareSample {
  const seconds = loadHours * 3600;
  const own = share * (1 - share);
  const slices = (sliceSpread ** 2 * (1 + sliceCorrelation)) / (1 - sliceCorrelation) / (seconds / 10);
  const variance = own / (seconds * REQUESTS_A_SECOND) + (measure === "within-share" ? slices : 0);
  const independent = measure === "failed-share" && stallSeconds > 0 ? seconds / stallSeconds : own / variance;
  const alone = own === 0 ? seconds * REQUESTS_A_SECOND : independent;
  return { independent: alone, counted: Math.min(alone, seconds / STALL_SECONDS) };
}

/** Korn and Graubard's effective sample at its expectation. */
function taskSample(
  { participants, attemptsEach }: Samples,
  { intraclass }: Nuisance,
  confidence: number,
): ShareSample {
  if (participants < 2) return { independent: participants, counted: 0 };
  const attempts = participants * attemptsEach;
  const independent = attempts / (1 + (attemptsEach - 1) * intraclass);
  const adjusted =
    attemptsEach > 1 ? (tQuantile(confidence, attempts - 1) / tQuantile(confidence, participants - 1)) ** 2 : 1;
  return { independent, counted: independent * adjusted };
}

/** Each evaluator's score is a whole anchor, 1–5; the lowest is held against the floor, the highest fails it. */
function rubricChances(quality: number, evaluators: number, spread: number, floor: number): Chances {
  if (evaluators < 1) return { pass: 0, fail: 0 };
  const least = Math.ceil(floor - 1e-9);
  if (least <= 1) return { pass: 1, fail: 0 };
  if (least > 5) return { pass: 0, fail: 1 };
  const edge = least - 0.5 - quality;
  const below = spread === 0 ? (edge > 0 ? 1 : 0) : normalCdf(edge / spread);
  return { pass: (1 - below) ** evaluators, fail: below ** evaluators };
}
