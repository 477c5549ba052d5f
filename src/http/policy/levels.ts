import { isJudged } from "../../domain/measures/measures.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { TierLevel } from "../../domain/measures/indicator.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { Tier } from "../../domain/words/tier.ts";

/** What a tier may ask for by itself, in the order of the tables. */
export const levelRules = ["floor", "target", "minimumSample", "value"] as const satisfies readonly (keyof TierLevel)[];
export type LevelRule = (typeof levelRules)[number];

/** Scores of evaluators mean the same in every tier. */
export const knowsTiers = ({ measure }: Pick<Indicator, "measure">): boolean => !isJudged(measure);

/** Named after the indicator, whose place in the list may change: no input's name is longer than five steps. */
export const levelPath = (key: string, tier: Tier, rule: LevelRule): string => `levels.${key}.${tier}.${rule}`;

export const isLevel = (path: string): boolean => path.startsWith("levels.");

/** Tiers that ask something else than the indicator's own numbers. */
export const tiersApart = ({ byTier }: Indicator): readonly Tier[] =>
  tiers.filter((tier) => Object.values(byTier?.[tier] ?? {}).some((figure) => figure !== undefined));
