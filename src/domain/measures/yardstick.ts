import { indicatorsOf } from "./indicator.ts";
import type { IndicatorOf } from "./indicator.ts";
import type { MeasureContext } from "./context.ts";
import { failRisk, lookConfidence } from "../statistics/looks.ts";

/** The yardstick of one indicator, or of one group of it. */
export interface Yardstick {
  readonly better: "higher" | "lower";
  readonly floor?: number;
  readonly minimum: number;
  /** c′ */
  readonly confidence: number;
  /** 1 − (1−c′)/m */
  readonly failConfidence: number;
  /** c, where the plan chose the anytime rule: an e-value stands against it at every look and not against c′. */
  readonly anytime?: number;
}

interface Rules {
  readonly policy: MeasureContext["policy"];
  readonly plan: Pick<MeasureContext["plan"], "indicators" | "looks">;
  readonly heldAt?: MeasureContext["heldAt"];
}

/** Fixed in the locked plan; one it does not name applies, unless it is optional. */
export function isApplicable(
  { key, optional }: Pick<IndicatorOf, "key" | "optional">,
  { plan }: { readonly plan: Pick<Rules["plan"], "indicators"> },
): boolean {
  return plan.indicators[key]?.applicable ?? optional !== true;
}

/** Compared with a baseline by the margin that the plan fixed; null: not compared. */
export function marginOf(indicator: IndicatorOf, rules: Rules): number | null {
  return isApplicable(indicator, rules) ? (rules.plan.indicators[indicator.key]?.margin ?? null) : null;
}

/** The policy's floor, or the plan's where that is stricter. */
function plannedFloor(indicator: IndicatorOf, { plan }: Rules): number | undefined {
  const { floor, better } = indicator;
  const planned = plan.indicators[indicator.key]?.floor ?? undefined;
  if (floor === undefined || planned === undefined) return planned ?? floor;
  return better === "higher" ? Math.max(floor, planned) : Math.min(floor, planned);
}

/** The strictest floor among the indicators of a measure: the service level that throughput is judged at. */
export function floorOf(measure: string, rules: Rules): number | undefined {
  const indicators = indicatorsOf(rules.policy).filter((indicator) => indicator.measure === measure);
  const floors = indicators.flatMap((indicator) => plannedFloor(indicator, rules) ?? []);
  if (floors.length === 0) return undefined;
  return indicators[0]?.better === "lower" ? Math.min(...floors) : Math.max(...floors);
}

/** m: the floors of every applicable indicator, each of its groups, each comparison and each criterion. */
export function countFloors(rules: Rules): number {
  return rules.policy.criteria.reduce(
    (sum, criterion) =>
      sum + 1 + criterion.indicators.reduce((inner, indicator) => inner + floorsOf(indicator, rules), 0),
    0,
  );
}

function floorsOf(indicator: IndicatorOf, rules: Rules): number {
  if (!isApplicable(indicator, rules)) return 0;
  const compared = marginOf(indicator, rules) === null ? 0 : 1;
  return plannedFloor(indicator, rules) === undefined ? compared : compared + 1 + (indicator.groups?.length ?? 0);
}

/** What the indicator, or a group of it, is held against at a look. A group's minimum is the policy's group size. */
export function yardstickOf(indicator: IndicatorOf, rules: Rules, isGroup = false): Yardstick {
  const look = { confidence: rules.policy.confidence, looks: Math.max(1, rules.plan.looks.length) };
  const floor = plannedFloor(indicator, rules);
  const planned = rules.plan.indicators[indicator.key]?.minimumSample ?? 0;
  const anytime = rules.plan.indicators[indicator.key]?.anytime === true;
  return {
    better: indicator.better,
    ...(floor === undefined ? {} : { floor }),
    minimum: isGroup ? rules.policy.minimumGroup : Math.max(indicator.minimumSample, planned),
    confidence: rules.heldAt ?? lookConfidence(look),
    failConfidence: rules.heldAt ?? 1 - failRisk(look, countFloors(rules)),
    ...(anytime && { anytime: rules.policy.confidence }),
  };
}
