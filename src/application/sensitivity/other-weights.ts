import { setImmediate as turn } from "node:timers/promises";
import type { Policy } from "../../domain/policy/policy.ts";
import { lastLook } from "../../domain/gates/dossier-of.ts";
import { measureIndicators } from "../../domain/scoring/measure-indicators.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import { pointScores } from "../../domain/scoring/weight-space.ts";
import type { OtherWeights } from "../../domain/scoring/weight-space.ts";
import { weightTable } from "../../domain/scoring/weight-table.ts";
import type { WeighedColumn, WeighedRow } from "../../domain/scoring/weight-table.ts";
import { measureContext } from "../../domain/technology/looks/look-context.ts";
import type { Instant } from "../../domain/words/text.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Services } from "../services.ts";
import { inWorker } from "../beside/in-worker.ts";
import { keptBeside } from "./answer-cache.ts";

/** One technology among others under all the ways to weigh. */
export interface Compared {
  readonly row: PortfolioRow;
  /** When its last look was taken; null: figures of today, before any look. */
  readonly lookedAt: Instant | null;
  /** The point score under the policy's own weights, unknown indicators counted 0. */
  readonly score: number;
  /** Indicators whose floor is not cleared, or that are unknown: they bar a pass whatever the weights. */
  readonly open: number;
  readonly weights: OtherWeights;
}

/** Technologies measured under one version of the policy: only these have the same indicators. */
export interface Comparison {
  readonly policy: Policy;
  readonly technologies: readonly Compared[];
}

export interface Comparisons {
  /** Newest policy first. */
  readonly comparisons: readonly Comparison[];
  /** True: only the technologies that changed last were compared. */
  readonly cut: boolean;
}

/** More would make the comparison unreadable, and whoever asks first would wait for them. */
export const mostCompared = 100;

type Parts = Pick<Services, "views" | "today">;

const known = keptBeside<Comparisons>(2);
const measured = keptBeside<readonly Gathered[]>(4 * mostCompared);
const weighed = keptBeside<readonly OtherWeights[]>(20);

/**
 * Worked out once for an edition of the lists and a day. What is written meanwhile costs what it changes: a technology is
 * measured anew after an entry of its own, and the many weights are gone through, in a thread of their own, after a figure
 * has changed.
 */
export function underOtherWeights(parts: Parts): Promise<Comparisons> {
  const { views, today } = parts;
  return known(views, `${views.edition()} ${today()}`, () => compare(parts));
}

async function compare(parts: Parts): Promise<Comparisons> {
  const { views, today } = parts;
  const rows = views.portfolio.measured(mostCompared + 1);
  const collected: Gathered[] = [];
  for (const row of rows.slice(0, mostCompared)) {
    const key = `${row.id} ${row.position} ${today()}`;
    const own = await measured(views, key, async () => {
      // Folding and measuring take a millisecond or two each: others get their turn in between.
      await turn();
      return gathered(parts, row);
    });
    // The row may have been written anew without an entry, as days pass.
    collected.push(...own.map((figures) => ({ ...figures, row })));
  }
  const versions = [...new Set(collected.map(({ policy }) => policy.version))].sort((a, b) => b - a);
  const comparisons: Comparison[] = [];
  for (const version of versions) {
    comparisons.push(
      await compared(
        parts,
        collected.filter(({ policy }) => policy.version === version),
      ),
    );
  }
  return { comparisons, cut: rows.length > mostCompared };
}

interface Gathered {
  readonly row: PortfolioRow;
  readonly policy: Policy;
  readonly lookedAt: Instant | null;
  readonly indicators: readonly IndicatorResult[];
}

/** The indicators of the look that stands; before one, those of today's evidence. */
async function gathered({ views, today }: Parts, row: PortfolioRow): Promise<Gathered[]> {
  const t = await views.technologyState(row.id);
  if (t === null || t.plan === null) return [];
  const policy = views.policies.pinnedBy(t.plan, t.tier);
  const look = lastLook(t);
  if (look !== null) return [{ row, policy, lookedAt: look.at, indicators: look.verdict.indicators }];
  const context = measureContext(t, policy, today());
  return context === null ? [] : [{ row, policy, lookedAt: null, indicators: measureIndicators(context) }];
}

async function compared({ views }: Parts, gathered: readonly Gathered[]): Promise<Comparison> {
  const [first] = gathered;
  if (first === undefined) throw new Error("A comparison needs a technology");
  const { policy } = first;
  const columns = columnsOf(policy, gathered);
  const rows = gathered.map(({ row, indicators }) => ({ id: row.id, values: pointScores(columns, indicators) }));
  const job = { kind: "weights", columns, rows, passMark: policy.passMark } as const;
  const weights = await weighed(views, JSON.stringify(job), () => inWorker<"weights">(job));
  const scores = presentScores(policy, columns, rows);
  return {
    policy,
    technologies: gathered.flatMap(({ row, lookedAt, indicators }, at): Compared[] => {
      const own = weights[at];
      if (own === undefined) return [];
      return [{ row, lookedAt, score: scores[at] ?? 0, open: openOf(indicators), weights: own }];
    }),
  };
}

/** Optional indicators that no plan chose are no columns. */
function columnsOf(policy: Policy, gathered: readonly Gathered[]): WeighedColumn[] {
  const measured = new Set(gathered.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  return policy.criteria.flatMap(({ key, indicators }) =>
    indicators
      .filter((indicator) => measured.has(indicator.key))
      .map((indicator) => ({ criterion: key, id: indicator.key })),
  );
}

/** Each row under the policy's own weights. */
function presentScores(policy: Policy, columns: readonly WeighedColumn[], rows: readonly WeighedRow[]): Float64Array {
  const total = policy.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weights = policy.criteria.flatMap(({ key, weight, indicators }) => {
    const own = indicators.filter((indicator) =>
      columns.some(({ criterion, id }) => criterion === key && id === indicator.key),
    );
    const sum = own.reduce((all, indicator) => all + indicator.weight, 0);
    return own.map((indicator) => (weight / total) * (indicator.weight / sum));
  });
  const scores = new Float64Array(rows.length);
  weightTable(columns, rows).score(Float64Array.from(weights), scores);
  return scores;
}

const openOf = (indicators: readonly IndicatorResult[]): number =>
  indicators.filter(({ state }) => state === "straddles" || state === "beyond" || state === "unknown").length;
