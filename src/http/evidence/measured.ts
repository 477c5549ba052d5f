import { measureIndicators } from "../../domain/scoring/measure-indicators.ts";
import type { ScoringContext } from "../../domain/scoring/context.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import { createBounded } from "../../projections/bounded.ts";
import type { Bounded } from "../../projections/bounded.ts";
import type { TechnologyPage } from "../technology-page.ts";

/** Some three hundred technologies' figures. */
const mostBytes = 4 * 1024 * 1024;
/** From above, what one indicator takes. */
const indicatorBytes = 700;

const measured = new WeakMap<
  object,
  { readonly generation: number; readonly kept: Bounded<readonly IndicatorResult[]> }
>();

/**
 * The indicators as the evidence says today. Whoever opens the page of the same state again, another one or in another
 * language, is not kept waiting for them.
 *
 * @param views whose technology it is
 */
export function indicatorsToday(
  views: { readonly generation: number },
  { row, technology, policy, today }: Pick<TechnologyPage, "row" | "technology" | "policy" | "today">,
  context: ScoringContext,
): readonly IndicatorResult[] {
  const results = keptOf(views);
  const key = `${row.id} ${technology.version} ${policy.version} ${today}`;
  const known = results.find(key);
  if (known !== undefined) return known;
  const made = measureIndicators(context);
  results.keep(key, made, made.length * indicatorBytes);
  return made;
}

/** With other read models other versions are handed out: figures of earlier ones go with them. */
function keptOf(views: { readonly generation: number }): Bounded<readonly IndicatorResult[]> {
  const known = measured.get(views);
  if (known?.generation === views.generation) return known.kept;
  const results = createBounded<readonly IndicatorResult[]>(mostBytes);
  measured.set(views, { generation: views.generation, kept: results });
  return results;
}
