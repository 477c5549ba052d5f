import { rounded } from "../../../domain/words/rounded.ts";
import { z } from "zod";
import { assumedTruth, assumedTruths, leastSamples } from "../../../domain/simulation/assumed-truths.ts";
import type { ImaginedPilot } from "../../../domain/simulation/exact-policy.ts";
import type { Truth } from "../../../domain/simulation/pilot.ts";
import { tiers } from "../../../domain/words/tier.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Tier } from "../../../domain/words/tier.ts";
import { choice, decimal, wholeNumber } from "../../forms/fields.ts";
import { problemsOf } from "../../forms/problems.ts";
import type { Problem } from "../../forms/problems.ts";
import { nest } from "../../forms/typed.ts";
import type { Typed } from "../../forms/typed.ts";

const percent = () => decimal({ least: 0, most: 100, percent: true });
const ratio = () => decimal({ least: 0, most: 20 });

const schema = z.object({
  tier: choice(["I", "II", "III", "IV"]),
  days: wholeNumber({ least: 1, most: 1096 }),
  looks: wholeNumber({ least: 1, most: 12 }),
  loadHours: decimal({ least: 0, most: 1000 }),
  loadLevel: decimal({ least: 0.1, most: 20 }),
  loadRuns: wholeNumber({ least: 1, most: 50 }),
  volumeRuns: wholeNumber({ least: 0, most: 500 }),
  respondents: wholeNumber({ least: 0, most: 5000 }),
  participants: wholeNumber({ least: 0, most: 1000 }),
  attemptsEach: wholeNumber({ least: 1, most: 50 }),
  drills: wholeNumber({ least: 0, most: 50 }),
  evaluators: wholeNumber({ least: 0, most: 20 }),
  sites: wholeNumber({ least: 1, most: 20 }),
  truth: choice([...assumedTruths, "own"]),
  own: z.object({
    availability: percent(),
    failedShare: percent(),
    withinShare: percent(),
    headroom: ratio(),
    volume: ratio(),
    sus: decimal({ least: 0, most: 100 }),
    taskSuccess: percent(),
    rubric: decimal({ least: 1, most: 5 }),
  }),
  indicator: z.string().max(80).optional(),
});

export const sampleFields = [
  "days",
  "looks",
  "drills",
  "loadHours",
  "loadLevel",
  "loadRuns",
  "volumeRuns",
  "respondents",
  "participants",
  "attemptsEach",
  "evaluators",
  "sites",
] as const;

/** Shares are typed as percent. */
export const inPercent: readonly (keyof Truth)[] = ["availability", "failedShare", "withinShare", "taskSuccess"];

const names: ReadonlySet<string> = new Set(["policy", "plan", "tier", "truth", "indicator", ...sampleFields]);

/** Who asks nothing in particular sees what the policy's own least samples of tier III pass. */
export function typedOrDefault(given: Typed, policy: Policy): Typed {
  const asked = given["tier"];
  const tier = tiers.find((candidate) => candidate === asked) ?? "III";
  const known = Object.entries(given).filter(([name]) => names.has(name) || name.startsWith("own."));
  return { ...defaults(policy, tier), ...Object.fromEntries(known) };
}

function defaults(policy: Policy, tier: Tier): Typed {
  const { ...samples } = leastSamples(policy, tier);
  const own = Object.entries(assumedTruth("good")).map(([name, value]: [string, number]) => [
    `own.${name}`,
    String(inPercent.includes(name as keyof Truth) ? rounded(value * 100) : value),
  ]);
  return {
    policy: String(policy.version),
    tier,
    looks: String(policy.looks.default),
    ...Object.fromEntries(Object.entries(samples).map(([name, value]) => [name, String(value)])),
    truth: "good",
    ...(Object.fromEntries(own) as Typed),
  };
}

export type Read =
  | { readonly asked: ImaginedPilot & { readonly truthName: string }; readonly problems: readonly [] }
  | { readonly asked: null; readonly problems: readonly Problem[] };

export function readQuery(typed: Typed): Read {
  const parsed = schema.safeParse(nest(typed));
  if (!parsed.success) return { asked: null, problems: problemsOf(parsed.error) };
  const { tier, looks, truth, own, indicator: _, ...samples } = parsed.data;
  return {
    asked: {
      tier,
      looks,
      samples,
      truth: truth === "own" ? ownTruth(own) : assumedTruth(truth),
      truthName: truth,
    },
    problems: [],
  };
}

const ownTruth = (own: Truth): Truth =>
  Object.fromEntries(
    Object.entries(own).map(([name, value]: [string, number]) => [
      name,
      inPercent.includes(name as keyof Truth) ? rounded(value / 100) : value,
    ]),
  ) as unknown as Truth;

/** The address of this very question. */
export const addressOf = (typed: Typed, more: Typed = {}): string =>
  `/policy/simulator?${new URLSearchParams(
    Object.entries({ ...typed, ...more }).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "",
    ),
  ).toString()}`;
