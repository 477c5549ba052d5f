import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import { falsePasses, outcomesOf } from "../../../src/domain/simulation/errors.ts";
import { decentTruth } from "../../../src/domain/simulation/profiles.ts";
import type { NuisanceName, SimulatedMeasure } from "../../../src/domain/simulation/profiles.ts";

/** The quick form of `npm run bench -- --only gate`: the same seed, a few hundred pilots, and three standard errors to spare. */
const SEED = 20_261_129;
const PILOTS = 300;

const margin = (goal: number, of: number): number => 3 * Math.sqrt((goal * (1 - goal)) / of);
const share = ({ count, of }: { readonly count: number; readonly of: number }): number => count / of;

describe("a technology exactly at a floor", () => {
  it.each<[SimulatedMeasure, NuisanceName, Tier]>([
    ["availability", "repairs-2h-uneven", "I"],
    ["availability", "repairs-12h-uneven", "IV"],
    ["failed-share", "stalls-120s", "I"],
    ["within-share", "slow-times", "II"],
    ["headroom", "rough", "I"],
    ["volume", "rough", "III"],
    ["sus", "some-unhappy", "II"],
    ["sus", "sites-differ", "III"],
    ["task-success", "people-alike", "I"],
  ])("passes by its %s in one of twenty pilots at most, under %s in tier %s", (measure, noise, tier) => {
    const found = falsePasses(plainPolicy, tier, measure, noise, SEED, PILOTS);
    expect(share(found)).toBeLessThanOrEqual(0.05 + margin(0.05, PILOTS));
  });
});

describe("a technology well beyond every floor, at the least that the default policy asks for", () => {
  it.each<[Tier, NuisanceName]>([
    ["I", "calm"],
    ["II", "calm"],
    ["III", "calm"],
    ["IV", "calm"],
    // Noise costs power, never the promise that nothing good fails.
    ["I", "rough"],
    ["IV", "rough"],
  ])("passes in nine of ten calm pilots, four of five rough ones, and never fails: tier %s, %s", (tier, noise) => {
    const pilots = 60;
    const goal = noise === "calm" ? 0.9 : 0.8;
    const { pass, fail } = outcomesOf(plainPolicy, tier, noise, SEED, pilots);
    expect(share(fail)).toBeLessThanOrEqual(0.01 + margin(0.01, pilots));
    expect(share(pass)).toBeGreaterThanOrEqual(goal - margin(goal, pilots));
  });

  it("passes in four of five with less to spare", () => {
    const { pass } = outcomesOf(plainPolicy, "I", "calm", SEED, 60, decentTruth);
    expect(share(pass)).toBeGreaterThanOrEqual(0.8 - margin(0.8, 60));
  });
});
