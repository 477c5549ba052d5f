import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { Yardstick } from "../../../src/domain/measures/yardstick.ts";
import { availabilityChances } from "../../../src/domain/simulation/exact-availability.ts";
import { meanChances } from "../../../src/domain/simulation/exact-mean.ts";
import { chanceCurve, exactResult, settingOf, yardstickAt } from "../../../src/domain/simulation/exact-policy.ts";
import { shareChances } from "../../../src/domain/simulation/exact-share.ts";
import { exactChances } from "../../../src/domain/simulation/exact.ts";
import type { Samples } from "../../../src/domain/simulation/pilot.ts";
import { calm, decentTruth, goodTruth as good } from "../../../src/domain/simulation/profiles.ts";
import { simulateIndicators } from "../../../src/domain/simulation/simulate.ts";
import { availabilityLower, availabilityUpper } from "../../../src/domain/statistics/availability.ts";
import { normalCdf } from "../../../src/domain/statistics/distributions.ts";
import { summarise, tMargin } from "../../../src/domain/statistics/means.ts";
import { Pcg32 } from "../../../src/domain/statistics/pcg32.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../../../src/domain/statistics/proportions.ts";

/** What the closed forms say is held against pilots drawn one by one and judged by the bounds themselves. */
const RUNS = 6000;
const NEAR = 0.02;

/** More than the default policy asks of tier III. */
const samples: Samples = {
  days: 90,
  drills: 3,
  loadHours: 40,
  loadLevel: 1.3,
  loadRuns: 1,
  volumeRuns: 8,
  respondents: 60,
  participants: 30,
  attemptsEach: 5,
  evaluators: 3,
  sites: 1,
};
const yardstick = (floor: number, more: Partial<Yardstick> = {}): Yardstick => ({
  better: "higher",
  floor,
  minimum: 1,
  confidence: 0.95,
  failConfidence: 0.995,
  ...more,
});

/** So that less than the policy asks for is judged as well. */
const withoutMinimums = (policy: Policy): Policy => ({
  ...policy,
  criteria: policy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => ({ ...one, minimumSample: 1 })),
  })),
});

function shares(random: Pcg32, of: () => { readonly pass: boolean; readonly fail: boolean }) {
  let [pass, fail] = [0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const one = of();
    if (one.pass) pass += 1;
    if (one.fail) fail += 1;
  }
  return { pass: pass / RUNS, fail: fail / RUNS, left: random.uniform() };
}

const seeded = (seed: number): Pcg32 => new Pcg32([0, seed], [0, 1]);
const exponential = (random: Pcg32, mean: number): number => -Math.log(1 - random.uniform()) * mean;
const normal = (random: Pcg32, mean: number, sd: number): number =>
  mean + sd * Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());

describe("a share", () => {
  it("that allows no failure passes as often as none happens", () => {
    const chances = shareChances(0.99, { independent: 59, counted: 59 }, yardstick(0.95));
    expect(chances.pass).toBeCloseTo(0.99 ** 59, 9);
    expect(shareChances(1, { independent: 58, counted: 58 }, yardstick(0.95)).pass).toBe(0);
  });

  it.each([
    [0.97, 0.95, "higher"],
    [0.9, 0.95, "higher"],
    [0.004, 0.01, "lower"],
    [0.03, 0.01, "lower"],
  ] as const)("of %s against %s, %s the better, is as draws say", (truth, floor, better) => {
    const random = seeded(7);
    const [independent, counted] = [1200, 600];
    const one = yardstick(floor, { better });
    const drawn = shares(random, () => {
      let events = 0;
      for (let i = 0; i < independent; i += 1) if (random.uniform() < truth) events += 1;
      const found = (events / independent) * counted;
      const [low, up] = [
        clopperPearsonLower(found, counted, better === "higher" ? 0.95 : 0.995),
        clopperPearsonUpper(found, counted, better === "higher" ? 0.995 : 0.95),
      ];
      return better === "higher" ? { pass: low >= floor, fail: up < floor } : { pass: up <= floor, fail: low > floor };
    });
    const chances = shareChances(truth, { independent, counted }, one);
    expect(Math.abs(chances.pass - drawn.pass)).toBeLessThan(NEAR);
    expect(Math.abs(chances.fail - drawn.fail)).toBeLessThan(NEAR);
  });

  it("of a million trials is reckoned like one of forty thousand", () => {
    const at = (n: number) => shareChances(0.9562, { independent: n, counted: 600 }, yardstick(0.94)).pass;
    expect(Math.abs(at(49_999) - at(50_001))).toBeLessThan(0.005);
  });
});

describe("a mean", () => {
  it("at its floor clears it by the plain bound as often as the confidence allows", () => {
    expect(meanChances(1, { n: 6, spread: 0.2 }, yardstick(1)).pass).toBeCloseTo(0.05, 5);
    expect(meanChances(1, { n: 6, spread: 0.2 }, yardstick(1)).fail).toBeCloseTo(0.005, 5);
  });

  it.each([
    [80, 24],
    [75, 12],
    [64, 48],
  ])("of %s from %s people, one more at the bottom, is as draws say", (truth, n) => {
    const random = seeded(11);
    const drawn = shares(random, () => {
      const answers = Array.from({ length: n }, () => normal(random, truth, 14));
      const more = summarise([...answers, 0]);
      const plain = summarise(answers);
      return { pass: more.mean - tMargin(more, 0.95) >= 68, fail: plain.mean + tMargin(plain, 0.995) < 68 };
    });
    const chances = meanChances(truth, { n, spread: 14, lowest: 0 }, yardstick(68));
    expect(Math.abs(chances.pass - drawn.pass)).toBeLessThan(NEAR);
    expect(Math.abs(chances.fail - drawn.fail)).toBeLessThan(NEAR);
  });
});

describe("availability", () => {
  const rules = { shownBy: 2, factor: 3, leastMinutes: 60, unshownHours: 12 };

  it("without an outage to be feared rests on the restore time alone", () => {
    const sample = { observed: 2160, drills: 0, repair: 0.4, variation: 1, promised: 0.5, rules };
    // 12 h · ln 20 · .99 / .01 = 3,559 h, where no drill has shown less.
    expect(availabilityChances(sample, yardstick(0.99))(1).pass).toBe(0);
    expect(availabilityChances({ ...sample, observed: 3600 }, yardstick(0.99))(1).pass).toBe(1);
  });

  // Of 200,000 draws of two weeks each, floor 90 %, repairs of 0.4 h and three drills.
  it.each([
    [0.9995, 0.9953],
    [0.999, 0.996],
    [0.997, 0.9975],
  ])("of %s loses nothing of a single short outage: %s", (truth, drawn) => {
    const asked = { shownBy: 3, factor: 5, leastMinutes: 60, unshownHours: 24 };
    const few = { observed: 336, drills: 3, repair: 0.4, variation: 1, promised: 0, rules: asked };
    const { pass } = availabilityChances(few, { ...yardstick(0.9), confidence: 0.95 })(truth);
    expect(Math.abs(pass - drawn)).toBeLessThan(0.001);
  });

  it.each([
    [0.9995, 2160, 3, 0.4],
    [0.999, 1440, 2, 0.4],
    [0.995, 1440, 1, 0.4],
    [0.98, 2160, 0, 2],
    [0.999, 2160, 2, 3],
  ])("of %s in %s h with %s drills and repairs of %s h is as draws say", (truth, observed, drills, repair) => {
    const random = seeded(13);
    const floor = 0.99;
    const drawn = shares(random, () => {
      const repairs: number[] = [];
      const expected = (observed * (1 - truth)) / repair;
      for (let at = exponential(random, 1); at < expected; at += exponential(random, 1))
        repairs.push(exponential(random, repair));
      const drilled = Array.from({ length: drills }, () => exponential(random, repair));
      const longest = rules.factor * Math.max(0, ...repairs, ...drilled);
      const shown = drills >= rules.shownBy;
      const restore = Math.max(0.5, shown ? rules.leastMinutes / 60 : rules.unshownHours, longest);
      const down = Math.min(
        observed,
        repairs.reduce((sum, one) => sum + one, 0),
      );
      const renewal = { outages: repairs.length, down, up: observed - down };
      return {
        pass: availabilityLower(renewal, restore, 0.95) >= floor,
        fail: availabilityUpper(renewal, 0.995) < floor,
      };
    });
    const sample = { observed, drills, repair, variation: 1, promised: 0.5, rules };
    const chances = availabilityChances(sample, yardstick(floor))(truth);
    expect(Math.abs(chances.pass - drawn.pass)).toBeLessThan(NEAR);
    expect(Math.abs(chances.fail - drawn.fail)).toBeLessThan(NEAR);
  });
});

describe("a policy", () => {
  const asked = { tier: "III", samples, truth: good, looks: 1 } as const;

  it("is said by its rows, their product and the smallest of them", () => {
    const { rows, pass, fail, bottleneck, leftOut } = exactResult(plainPolicy, asked, calm);
    expect(rows.map(({ indicator }) => indicator.key)).toEqual(
      plainPolicy.criteria.flatMap(({ indicators }) => indicators.flatMap((one) => (one.optional ? [] : [one.key]))),
    );
    expect(pass).toBeCloseTo(
      rows.reduce((product, { chances }) => product * chances.pass, 1),
      12,
    );
    expect(fail).toBeLessThan(0.001);
    expect(bottleneck?.chances.pass).toBe(Math.min(...rows.map(({ chances }) => chances.pass)));
    expect(leftOut).toEqual([]);
  });

  it("passes nothing of which too little is collected", () => {
    const few = { ...samples, respondents: 5 };
    const { pass, bottleneck } = exactResult(plainPolicy, { ...asked, samples: few }, calm);
    expect(pass).toBe(0);
    expect(bottleneck?.indicator.key).toBe("sus");
  });

  it("finds the quality that passes in four of five pilots", () => {
    for (const { indicator, measure, passesWith } of exactResult(plainPolicy, asked, calm).rows) {
      if (passesWith === null) throw new Error(`${indicator.key} never passes`);
      const setting = settingOf(plainPolicy, asked, calm);
      const chances = exactChances(measure, setting, yardstickAt(indicator, plainPolicy, 1));
      if (measure === "headroom") continue;
      expect(chances(passesWith).pass, indicator.key).toBeCloseTo(0.8, 3);
    }
  });

  it("says that each load test of 12 minutes is too short, whatever it finds", () => {
    const rows = exactResult(plainPolicy, { ...asked, samples: { ...samples, loadHours: 0.2 } }, calm).rows;
    const failed = rows.find(({ measure }) => measure === "failed-share");
    // ln .05 / ln .99 = 298.07 events at three minutes each.
    expect(failed).toMatchObject({ sample: 72, minimum: 14_400, least: 5366, passesWith: null });
  });

  it("finds the strictest floor that an office of eight people can pass", () => {
    const office = { ...samples, respondents: 8, participants: 8 };
    const { rows } = exactResult(withoutMinimums(forTier(plainPolicy, "I")), { ...asked, samples: office }, calm);
    const sus = rows.find(({ measure }) => measure === "sus")!;
    expect(sus.chances.pass).toBeLessThan(0.3);
    const passes = (floor: number): number =>
      meanChances(80, { n: 8, spread: 14, lowest: 0 }, { ...yardstick(floor), confidence: 0.95 }).pass;
    const floor = sus.floorPassed ?? 0;
    expect([passes(floor) >= 0.8, passes(floor + 1) >= 0.8]).toEqual([true, false]);
  });

  it("finds the sample with which a quality passes so often, from the minimum on", () => {
    const few = { ...samples, respondents: 12, participants: 30 };
    const policy = withoutMinimums(forTier(plainPolicy, "III"));
    const { rows } = exactResult(policy, { ...asked, truth: decentTruth, samples: few }, calm);
    const sus = rows.find(({ measure }) => measure === "sus")!;
    expect(sus.chances.pass).toBeLessThan(0.5);
    const enough = sus.enough ?? 0;
    const passes = (n: number): number => meanChances(76, { n, spread: 14, lowest: 0 }, yardstick(68)).pass;
    expect([passes(enough) >= 0.8, passes(enough - 1) >= 0.8]).toEqual([true, false]);
    // Nothing is enough for what lies on the floor itself.
    const onFloor = exactResult(policy, { ...asked, truth: { ...good, sus: 68 } }, calm).rows;
    expect(onFloor.find(({ measure }) => measure === "sus")!.enough).toBeNull();
  });

  it("draws curves that rise to passing and fall from failing", () => {
    const setting = settingOf(plainPolicy, asked, calm);
    for (const row of exactResult(plainPolicy, asked, calm).rows) {
      const curve = chanceCurve(row, setting, yardstickAt(row.indicator, plainPolicy, 1));
      const upwards = row.indicator.better === "higher" ? curve : curve.toReversed();
      for (const [at, point] of upwards.entries()) {
        const before = upwards[at - 1] ?? point;
        // A short outage more shows a little more than none: that is what the bound says, and no error of the curve.
        const falls = row.measure === "availability" ? 0.03 : 1e-6;
        expect(point.pass, row.indicator.key).toBeGreaterThanOrEqual(before.pass - falls);
        expect(point.fail, row.indicator.key).toBeLessThanOrEqual(before.fail + 1e-6);
        expect(point.pass + point.fail).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  });

  it("takes rubric scores for whole anchors", () => {
    const one = yardstickAt(plainPolicy.criteria[0]!.indicators[2]!, plainPolicy, 1);
    const chances = exactChances("rubric", settingOf(plainPolicy, asked, calm), one)(2);
    expect(chances.pass).toBeCloseTo(normalCdf(0.5 / 0.4) ** 3, 9);
  });
});

describe("what is reckoned", () => {
  it.each([
    ["good", good, 1],
    ["decent", decentTruth, 0.5],
  ] as const)("of a %s technology is what pilots show that are simulated through the measures", (_, truth, share) => {
    const own = {
      ...samples,
      loadHours: samples.loadHours * share,
      respondents: Math.round(samples.respondents * share),
      participants: Math.round(samples.participants * share),
    };
    const policy = withoutMinimums(forTier(plainPolicy, "III"));
    const rows = exactResult(policy, { tier: "III", samples: own, truth, looks: 1 }, calm).rows;
    const runs = 150;
    const cleared = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      const design = { policy, truth, nuisance: calm, samples: own, looks: 1 };
      for (const { id, state } of simulateIndicators(design, 3, run))
        if (state === "cleared") cleared.set(id, (cleared.get(id) ?? 0) + 1);
    }
    for (const { indicator, chances } of rows) {
      const shown = (cleared.get(indicator.key) ?? 0) / runs;
      // Three Monte Carlo errors, and what the formulas leave out (scales that end, estimated effective samples).
      const error = 3 * Math.sqrt(Math.max(chances.pass * (1 - chances.pass), 0.004) / runs) + 0.03;
      expect(Math.abs(shown - chances.pass), `${indicator.key}: ${shown} and ${chances.pass}`).toBeLessThan(error);
    }
  });
});
