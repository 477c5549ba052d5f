import { scoringVersion } from "../../domain/scoring/method-version.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import { perSecond } from "../charts/load.ts";
import type { Language } from "../view/languages.ts";

type Throughput = NonNullable<IndicatorResult["throughput"]>;

/**
 * Since method 2 headroom runs from the highest load level passed to the lowest missed. Method 1 bounded the rate of one
 * level, whose noise says nothing of the capacity: it is not shown as a range.
 */
export const hasLevels = ({ measure, throughput }: IndicatorResult, method: string = scoringVersion): boolean =>
  measure === "headroom" && throughput !== undefined && method !== "1";

/** Which load levels pass, miss, or are open, in words. Under more load than it carries a service may answer less often. */
export function levelsText({ t, format }: Language, { lower = 0, upper }: Throughput): string {
  const passed = perSecond(format, lower);
  if (upper === undefined) return t(`indicators:levels.${lower > 0 ? "passes" : "none"}`, { passed });
  const missed = perSecond(format, upper);
  if (lower === 0) return t("indicators:levels.noneMissed", { missed });
  return t(`indicators:levels.${upper > lower ? "passesMissed" : "passesFalls"}`, { passed, missed });
}

/** What stands beside the figure where there is little room: its range, or that nothing bounds it. */
export function levelBounds({ t, format }: Language, { measured }: IndicatorResult): string {
  const { lower = 0, upper } = measured ?? {};
  if (upper === undefined) return t("indicators:levels.orMore", { from: format.number(lower, 2) });
  return upper > lower ? format.range(lower, upper, 2) : t("indicators:levels.noMore");
}

/**
 * The rates of the highest level passed and of the first missed, requests a second. The bounds of the throughput lie a little
 * beside them, so that by these the very level that passed would look open.
 *
 * @param demand requests a second
 */
export function levelEnds({ distribution, throughput }: IndicatorResult, demand: number): Throughput | undefined {
  if (throughput === undefined || distribution?.kind !== "levels") return throughput;
  const { passed, missed } = distribution;
  return {
    estimate: throughput.estimate,
    ...(passed === null ? {} : { lower: passed.mean * demand }),
    ...(missed === null ? {} : { upper: missed.mean * demand }),
  };
}

/**
 * How one load level stands, by its rate in requests a second.
 *
 * @param keepsLevel whether its own figures, taken as they are, keep the service level; null where they do not say
 */
export function levelState(
  rate: number,
  keepsLevel: boolean | null,
  { lower = 0, upper = Infinity }: Throughput,
): "passes" | "misses" | "open" {
  // Stored figures have twelve digits.
  if (keepsLevel === false) return rate >= upper * (1 - 1e-9) ? "misses" : "open";
  return rate <= lower * (1 + 1e-9) ? "passes" : "open";
}
