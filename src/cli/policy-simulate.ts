import { parseArgs } from "node:util";
import { steps } from "../application/simulation/jobs.ts";
import { forTier } from "../domain/policy/for-tier.ts";
import { tiers } from "../domain/words/tier.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Tier } from "../domain/words/tier.ts";
import { scoringVersion } from "../domain/scoring/method-version.ts";
import { assumedTruth, assumedTruths, leastSamples } from "../domain/simulation/assumed-truths.ts";
import { exactResult } from "../domain/simulation/exact-policy.ts";
import type { ImaginedPilot } from "../domain/simulation/exact-policy.ts";
import type { Samples } from "../domain/simulation/pilot.ts";
import { calm } from "../domain/simulation/profiles.ts";
import { SEED } from "../domain/simulation/tally.ts";
import type { Tallies } from "../domain/simulation/tally.ts";
import { Usage } from "./explain.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { readPolicy } from "./policy-file.ts";
import { english, isHopeless, simulatedText } from "./simulated-text.ts";
import type { SimulatedTier } from "./simulated-text.ts";

/** Options that stand for a number of the samples; without one, the policy's own least. */
const sampleOptions = {
  days: "days",
  drills: "drills",
  "load-hours": "loadHours",
  "load-level": "loadLevel",
  "load-runs": "loadRuns",
  "volume-runs": "volumeRuns",
  respondents: "respondents",
  participants: "participants",
  attempts: "attemptsEach",
  evaluators: "evaluators",
  sites: "sites",
} as const satisfies { readonly [option: string]: keyof Samples };
type SampleOption = keyof typeof sampleOptions;

const number = { type: "string" } as const;
const options = {
  ...(Object.fromEntries(Object.keys(sampleOptions).map((name) => [name, number])) as {
    readonly [K in SampleOption]: typeof number;
  }),
  tier: { type: "string", multiple: true },
  looks: number,
  truth: { type: "string", default: "good" },
  pilots: { type: "string", default: "200" },
  json: { type: "boolean", default: false },
} as const;

/** `policy simulate FILE`: 0 where every floor can be cleared with the least samples, 1 where one cannot, 2 for wrong use. */
export function simulatePolicy(args: readonly string[], io: Pick<CommandIo, "out" | "err">): ExitStatus {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Usage("policy simulate takes one file with a policy as JSON");
  const policy = readPolicy(file);
  const asked = tiersOf(values.tier).map((tier) => askedOf(policy, tier, values));
  const pilots = whole("pilots", values.pilots, 0, 100_000);
  const results = asked.map((pilot) => ({
    asked: pilot,
    exact: exactResult(policy, pilot, calm),
    simulated: pilots === 0 ? null : simulated(policy, pilot, pilots),
  }));
  if (values.json) io.out(JSON.stringify(asJson(results), null, 2));
  else {
    const language = english();
    for (const line of results.flatMap((result) => simulatedText(result, language))) io.out(line);
  }
  return results.some(({ exact }) => exact.rows.some(isHopeless)) ? 1 : 0;
}

type Values = { readonly [K in SampleOption]?: string | undefined } & {
  readonly looks?: string | undefined;
  readonly truth: string;
};

function tiersOf(given: readonly string[] | undefined): readonly Tier[] {
  if (given === undefined) return tiers;
  return given.map((name) => {
    const tier = tiers.find((known) => known === name);
    if (tier === undefined) throw new Usage(`There is no tier ${name}: I, II, III or IV`);
    return tier;
  });
}

function askedOf(policy: Policy, tier: Tier, values: Values): ImaginedPilot {
  const truth = assumedTruths.find((known) => known === values.truth);
  if (truth === undefined) throw new Usage(`--truth is good or decent, not ${values.truth}`);
  const given = Object.entries(sampleOptions).flatMap(([option, name]) => {
    const text = values[option as SampleOption];
    const read = option === "load-hours" || option === "load-level" ? decimal : whole;
    return text === undefined ? [] : [[name, read(option, text, 0, 100_000)] as const];
  });
  return {
    tier,
    samples: { ...leastSamples(policy, tier), ...Object.fromEntries(given) },
    truth: assumedTruth(truth),
    looks: values.looks === undefined ? policy.looks.default : whole("looks", values.looks, 1, 12),
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = decimal(name, text, least, most);
  if (!Number.isInteger(value)) throw new Usage(`--${name} is a whole number, not ${text}`);
  return value;
}

function decimal(name: string, text: string, least: number, most: number): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most))
    throw new Usage(`--${name} is a number from ${least} to ${most}, not ${text}`);
  return value;
}

function simulated(policy: Policy, { tier, samples, truth, looks }: ImaginedPilot, pilots: number): Tallies | null {
  const design = { policy: forTier(policy, tier), samples, truth, looks };
  let tallies: Tallies | null = null;
  for (const { answer } of steps({ kind: "pilots", design, pilots }))
    if (answer.kind === "pilots") ({ tallies } = answer);
  return tallies;
}

function asJson(results: readonly SimulatedTier[]) {
  return {
    methodVersion: scoringVersion,
    seed: SEED,
    tiers: results.map(({ asked, exact, simulated: tallies }) => ({
      ...asked,
      exact: {
        pass: exact.pass,
        fail: exact.fail,
        bottleneck: exact.bottleneck?.indicator.key ?? null,
        indicators: exact.rows.map(
          ({ indicator, floor, quality, sample, minimum, least, chances, passesWith, enough, floorPassed }) => ({
            ...{ indicator: indicator.key, floor, quality, sample, minimum },
            // JSON knows no infinity: null, no sample is enough.
            leastThatCanPass: Number.isFinite(least) ? least : null,
            ...chances,
            passesWith,
            enough,
            floorPassed,
          }),
        ),
      },
      simulated: tallies,
    })),
  };
}
