import type { RestoreRules } from "../measures/restore-time.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import { betaCdf, chiSquareQuantile, fQuantile } from "../statistics/distributions.ts";
import { logGamma } from "../statistics/log-gamma.ts";
import type { Chances } from "./chances.ts";
import { integral } from "./search.ts";

/** Times in hours. */
export interface OutageSample {
  readonly observed: number;
  /** Drills that show how long restoring takes; each takes as long as a repair. */
  readonly drills: number;
  /** Mean time until it is up again, and its coefficient of variation, above 0. */
  readonly repair: number;
  readonly variation: number;
  readonly promised: number;
  readonly rules: RestoreRules;
}

/**
 * Chance that availability clears its floor by the smaller of its two bounds (exponential repairs; one more outage as long as
 * R) at c′, and that it fails by the upper F-bound at (1−c′)/m. Outages are Poisson, downtimes gamma; R comes from drills and
 * outages by the policy's restore rules. The longest of several exponential repairs as a share of their sum does not depend on
 * the sum: that makes the integral exact; other shapes, and more than 20 outages, take the parts for independent.
 *
 * @returns of what is true, 0–1
 */
export function availabilityChances(sample: OutageSample, yardstick: Yardstick): (availability: number) => Chances {
  const { floor } = yardstick;
  if (floor === undefined || sample.observed <= 0) return () => ({ pass: 0, fail: 0 });
  const known: Chances[] = [];
  const given = givenOutages(sample, floor, yardstick);
  return (availability) => {
    const expected = (sample.observed * (1 - availability)) / sample.repair;
    let [pass, fail] = [0, 0];
    for (let r = 0; r <= mostOutages(expected); r += 1) {
      const weight = poisson(r, expected);
      if (weight < 1e-9) continue;
      const chances = (known[r] ??= given(r));
      pass += weight * chances.pass;
      fail += weight * chances.fail;
    }
    return { pass: Math.min(1, pass), fail: Math.min(1, fail) };
  };
}

/** Chances where so many outages came; they do not depend on how many were to be expected. */
function givenOutages(sample: OutageSample, floor: number, { confidence, failConfidence }: Yardstick) {
  const { observed, drills, repair, variation, promised, rules } = sample;
  const odds = floor <= 0 ? 1e12 : 1 / floor - 1;
  const enoughDrills = drills >= rules.shownBy;
  const least = Math.max(promised, rules.leastMinutes / 60, enoughDrills ? 0 : rules.unshownHours);
  const shape = 1 / (variation * variation);
  const drillsBelow = (hours: number): number =>
    drills === 0 ? 1 : gammaBelow(hours, shape, repair / shape) ** drills;
  return (r: number): Chances => {
    const rate = r === 0 ? -Math.log(1 - confidence) : chiSquareQuantile(confidence, 2 * r + 2) / 2;
    // down + R ≤ allowed·(observed − down)
    const allowed = (odds * (r + 1)) / rate;
    const room = allowed * observed;
    if (r === 0) return { pass: least <= room ? drillsBelow(room / rules.factor) : 0, fail: 0 };
    const sum = { shape: r * shape, scale: repair / shape };
    const byRepairs = mostDown(observed, (odds * r) / ((r + 1) * fQuantile(confidence, 2 * r, 2 * r + 2)));
    const most = Math.min(byRepairs, (room - least) / (1 + allowed));
    const beyond = mostDown(observed, odds * fQuantile(failConfidence, 2 * r, 2 * r));
    const density = densityOf(sum);
    const passing = (down: number): number => {
      const longest = (room - (1 + allowed) * down) / rules.factor;
      return density(down) * longestShareBelow(longest / down, r, shape) * drillsBelow(longest);
    };
    // Up to here even a single outage of all that time would do; from there on none would.
    const upToOne = Math.min(most, room / (1 + allowed + rules.factor));
    const all = Math.min(most, room / (1 + allowed + rules.factor / r));
    return {
      pass: overRoot(passing, 0, upToOne) + overRoot(passing, upToOne, all),
      fail: Math.max(0, 1 - gammaBelow(beyond, sum.shape, sum.scale)),
    };
  };
}

/** Of a window, the time down at which down/up is so much. */
const mostDown = (window: number, ratio: number): number =>
  ratio === Infinity ? window : (window * ratio) / (1 + ratio);

const mostOutages = (expected: number): number => Math.ceil(expected + 8 * Math.sqrt(expected) + 8);

const poisson = (r: number, mean: number): number =>
  mean <= 0 ? (r === 0 ? 1 : 0) : Math.exp(r * Math.log(mean) - mean - logGamma(r + 1));

interface Gamma {
  readonly shape: number;
  readonly scale: number;
}

/** P(the largest of r parts of 1 ≤ m), the parts as gamma variables of this shape over their sum. */
function longestShareBelow(m: number, r: number, shape: number): number {
  if (m >= 1) return 1;
  if (r === 1 || m * r <= 1) return 0;
  if (shape !== 1 || r > 20) return betaCdf(m, shape, (r - 1) * shape) ** r;
  let [sum, choose] = [0, 1];
  for (let j = 0; j * m < 1 && j <= r; j += 1) {
    sum += (j % 2 === 0 ? 1 : -1) * choose * (1 - j * m) ** (r - 1);
    choose = (choose * (r - j)) / (j + 1);
  }
  return Math.min(1, Math.max(0, sum));
}

function densityOf({ shape, scale }: Gamma): (x: number) => number {
  const constant = -logGamma(shape) - shape * Math.log(scale);
  return (x) => (x <= 0 ? 0 : Math.exp((shape - 1) * Math.log(x) - x / scale + constant));
}

/** Over √x, where the density of a shape from ½ on has no pole, and that of shape 1 no jump at 0. */
const overRoot = (f: (x: number) => number, from: number, to: number, intervals?: number): number =>
  to <= from ? 0 : integral((root) => 2 * root * f(root * root), Math.sqrt(from), Math.sqrt(to), intervals);

/** P(X ≤ x). */
function gammaBelow(x: number, shape: number, scale: number): number {
  if (x <= 0) return 0;
  if (shape === 1) return -Math.expm1(-x / scale);
  const end = Math.min(x, scale * (shape + 12 * Math.sqrt(shape) + 30));
  const density = densityOf({ shape, scale });
  const start = Math.max(0, scale * (shape - 12 * Math.sqrt(shape)));
  if (start >= end) return 0;
  return Math.min(1, overRoot(density, start, end, 120));
}
