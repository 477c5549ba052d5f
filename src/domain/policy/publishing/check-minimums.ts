import type { Reason } from "../../words/decision.ts";
import { indicatorFor } from "../for-tier.ts";
import { leastSample } from "./least-sample.ts";
import type { BestCase } from "./least-sample.ts";
import { tiers } from "../../words/tier.ts";
import type { Policy } from "../policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import type { Tier } from "../../words/tier.ts";

/**
 * Minimum samples with which the indicator cannot clear its floor whatever the pilot shows: "at least 30" would then be a
 * promise that no evidence keeps. Each at the place where it is written, and once for all the tiers that share it.
 */
export const checkMinimums = (policy: Policy): readonly Reason[] =>
  policy.criteria.flatMap(({ indicators }, i) =>
    indicators.flatMap((indicator, j) => checkMinimum(indicator, policy, `criteria.${i}.indicators.${j}`)),
  );

function checkMinimum(indicator: Indicator, policy: BestCase, path: string): readonly Reason[] {
  const tiersNamed = tiers.filter((tier) => speaksOfIt(indicator, tier));
  const levels = tiersNamed.length < tiers.length ? [null, ...tiersNamed] : tiersNamed;
  const reasons = levels.flatMap((tier) => reasonsOf(indicator, tier, policy, path));
  return [...new Map(reasons.map((reason) => [reason.field, reason])).values()];
}

/** Does the tier say anything of its own that decides whether its minimum can ever be enough? */
const speaksOfIt = ({ byTier }: Indicator, tier: Tier): boolean =>
  byTier?.[tier]?.floor !== undefined || byTier?.[tier]?.minimumSample !== undefined;

function reasonsOf(indicator: Indicator, tier: Tier | null, policy: BestCase, path: string): readonly Reason[] {
  const { key, measure, floor = null, minimumSample: minimum } = indicatorFor(indicator, tier);
  const least = leastSample(indicatorFor(indicator, tier), policy);
  if (!(minimum < least)) return [];
  const at = (written: boolean): string => (tier !== null && written ? `${path}.byTier.${tier}` : path);
  const named = { indicator: key, tier: tier ?? "all" };
  if (Number.isFinite(least)) {
    const params = { ...named, minimum, least, unit: measure };
    return [{ code: "PolicyMinimumNeverPasses", params, field: `${at(true)}.minimumSample` }];
  }
  const ownFloor = tier !== null && indicator.byTier?.[tier]?.floor !== undefined;
  return [{ code: "PolicyFloorNeverPasses", params: { ...named, floor }, field: `${at(ownFloor)}.floor` }];
}
