import type { Chances } from "./chances.ts";
import type { RestoreRules } from "../measures/restore-time.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import { STALL_SECONDS } from "../statistics/clustered.ts";
import { normalCdf, tQuantile } from "../statistics/distributions.ts";
import { availabilityChances } from "./exact-availability.ts";
import { meanChances } from "./exact-mean.ts";
import { shareChances } from "./exact-share.ts";
import type { ShareSample } from "./exact-share.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import type { SimulatedMeasure } from "./profiles.ts";

/** What is measured how often, in which noise, under which rules for restore times. */
export interface Setting {
  readonly samples: Samples;
  readonly nuisance: Nuisance;
  readonly restore: RestoreRules;
  /** What headroom hangs on: the shares of requests that are true, and their floors. */
  readonly truth: Pick<Truth, "failedShare" | "withinShare">;
  readonly service: { readonly failed: number | undefined; readonly within: number | undefined };
}

const never: Chances = { pass: 0, fail: 0 };

/**
 * Chance, in data without much noise, that one indicator clears its floor, and that it fails it: closed forms and one
 * numerical integral, so that a page can draw curves of them. A sample under the minimum is unknown: neither.
 *
 * @returns of what is true, in the indicator's unit
 */
export function exactChances(
  measure: SimulatedMeasure,
  setting: Setting,
  yardstick: Yardstick,
): (quality: number) => Chances {
  const { floor } = yardstick;
  const { samples, nuisance, restore } = setting;
  if (floor === undefined || sampleOf(measure, samples) < yardstick.minimum) return () => never;
  switch (measure) {
    case "availability":
      return availabilityChances(outageSample(samples, nuisance, restore), yardstick);
    case "failed-share":
    case "within-share":
      return (quality) => shareChances(quality, loadSample(measure, quality, samples, nuisance), yardstick);
    case "headroom":
      return headroomChances(setting, yardstick, floor);
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

/** Requests a second of a simulated load run: enough that requests by themselves are no noise to speak of. */
const REQUESTS_A_SECOND = 20;
/** Time under the demand before each long run, seconds. */
const WARM_UP = 300;

/** The share of requests found varies as its slices do; the method counts no more than one event in three minutes. */
function loadSample(
  measure: "failed-share" | "within-share",
  share: number,
  { loadHours, loadRuns }: Samples,
  { stallSeconds, sliceCorrelation, sliceSpread }: Nuisance,
  warmUp = WARM_UP,
): ShareSample {
  const seconds = loadHours * 3600 + loadRuns * warmUp;
  const own = share * (1 - share);
  const slices = (sliceSpread ** 2 * (1 + sliceCorrelation)) / (1 - sliceCorrelation) / (seconds / 10);
  const variance = own / (seconds * REQUESTS_A_SECOND) + (measure === "within-share" ? slices : 0);
  const independent = measure === "failed-share" && stallSeconds > 0 ? seconds / stallSeconds : own / variance;
  const alone = own === 0 ? seconds * REQUESTS_A_SECOND : independent;
  return { independent: alone, counted: Math.min(alone, seconds / STALL_SECONDS) };
}

/**
 * One long run at a load of its own: headroom clears its floor where that load is as high and both shares clear theirs at
 * it, which they do only where the technology truly carries it. Less than that leaves it open: a level missed at a load
 * above the floor says nothing of the floor.
 */
function headroomChances(setting: Setting, yardstick: Yardstick, floor: number): (quality: number) => Chances {
  const { samples, nuisance, truth, service } = setting;
  const of = (measure: "failed-share" | "within-share", share: number, limit: number | undefined): number => {
    const own = { ...yardstick, better: measure === "failed-share" ? ("lower" as const) : ("higher" as const) };
    if (limit === undefined) return 0;
    return shareChances(share, loadSample(measure, share, samples, nuisance, 0), { ...own, floor: limit }).pass;
  };
  const pass =
    samples.loadLevel < floor
      ? 0
      : of("failed-share", truth.failedShare, service.failed) * of("within-share", truth.withinShare, service.within);
  return (quality) => ({ pass: quality >= samples.loadLevel ? pass : 0, fail: 0 });
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
