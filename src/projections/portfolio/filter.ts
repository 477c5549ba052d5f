import { undecided } from "../../domain/radar/rings.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import type { Day, Instant } from "../../domain/words/text.ts";
import { sortColumns } from "./sort.ts";
import type { PortfolioQuery, PortfolioSort } from "./types.ts";

/** A query's filter as SQL over `technologies AS t`. What was searched for comes on top, see entries.ts. */
export interface Filter {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  /** The index whose rows are those of the filter (but for `late`), in the order of a sort. */
  readonly indexFor: (sort: PortfolioSort) => string;
  /** The day before which everything is late, where only that is asked for. */
  readonly late: Day | null;
}

export function filterOf(query: PortfolioQuery, today: Day, now: Instant): Filter {
  const { stage, department, late, held, tier, outcome, annualUpTo } = query;
  const parts: [string, unknown][] = [];
  if (tier !== undefined) parts.push(["t.tier = ?", tier]);
  if (outcome !== undefined) parts.push(["t.outcome = ?", outcome]);
  if (annualUpTo !== undefined) parts.push(["t.annual <= ?", annualUpTo]);
  if (department !== undefined) parts.push(["t.department = ?", department]);
  if (stage !== undefined) parts.push(["t.stageRank = ?", stages.indexOf(stage)]);
  if (late === true) parts.push(["t.dateSort < ?", today]);
  // An answer is kept by its filter: within a minute it is the same one.
  const minute = `${now.slice(0, 16)}:00.000Z`;
  const warned = query.warned === true ? [today, minute, today, minute] : [];
  return {
    conditions: [
      ...parts.map(([sql]) => sql),
      ...(query.warned === true ? [isWarned] : []),
      ...(query.risky === true ? [isRisky] : []),
      ...(held === true ? ["t.held = 1"] : []),
      ...(query.asserted === true ? ["t.asserted = 1"] : []),
      ...(query.decided === true ? [isDecided] : []),
      ...(ofDecision(query) ? ["t.gateWaits = 1"] : []),
      ...(query.decision === "ready" ? ["t.ready = 1"] : []),
    ],
    values: [...parts.map(([, value]) => value), ...warned],
    indexFor: (sort) => indexFor(query, sort),
    late: late === true ? today : null,
  };
}

const isWarned = `EXISTS (SELECT 1 FROM warnings AS w WHERE w.technology = t.id
  AND w.fromDay <= ? AND w.fromInstant <= ? AND w.untilDay > ? AND w.untilInstant > ?)`;

const isRisky = "EXISTS (SELECT 1 FROM risks AS r WHERE r.technology = t.id AND r.ended = 0 AND r.above = 1)";

/** A proposal has a ring where a file says that it is further. */
const isDecided = `(t.stageRank NOT IN (${undecided.map((stage) => stages.indexOf(stage)).join(", ")})
  OR (t.asserted = 1 AND t.stageRank = ${stages.indexOf("proposed")}))`;

/** Only what waits for a decision is chosen by verdict, tier or cost. */
const ofDecision = ({ decision, tier, outcome, annualUpTo }: Partial<PortfolioQuery>): boolean =>
  [decision, tier, outcome, annualUpTo].some((chosen) => chosen !== undefined);

/**
 * Held ones are so few that theirs need no others in front. What waits for a decision has an index that holds all it is
 * chosen by, so that no row is read for one that is not meant. Within a stage, the order by stage is that by key.
 */
function indexFor(query: PortfolioQuery, sort: PortfolioSort): string {
  const { stage, department, held } = query;
  if (held === true) return `technologies_held_${sort}`;
  if (query.asserted === true) return `technologies_asserted_${sort}`;
  if (ofDecision(query)) return `technologies_waits_${sort}`;
  const before = [
    ...(department === undefined ? [] : ["department"]),
    ...(stage === undefined || sort === "stage" ? [] : ["stage"]),
  ];
  return ["technologies", ...before, sort].join("_");
}

/** Of those with scores, from a look or from newer evidence; written out in the same words wherever it is asked. */
export const isMeasured = "json_extract(detail, '$.scoresFrom') IS NOT NULL";

const chosenBy = ["ready", "tier", "outcome", "annual", "department", "stageRank", "dateSort", "gateWaits"];

/** Of parts of the rows, which a description of tables cannot say. */
export const partialIndexes = Object.entries(sortColumns)
  .map(([sort, column]) => `CREATE INDEX technologies_held_${sort} ON technologies (${column}, key) WHERE held = 1;`)
  .concat(
    Object.entries(sortColumns).map(
      ([sort, column]) =>
        `CREATE INDEX technologies_waits_${sort} ON technologies (${[...new Set([column, "key", ...chosenBy])].join(", ")}) WHERE gateWaits = 1;`,
    ),
  )
  .concat(
    Object.entries(sortColumns).map(
      ([sort, column]) =>
        `CREATE INDEX technologies_asserted_${sort} ON technologies (${column}, key, dateSort) WHERE asserted = 1;`,
    ),
  )
  .concat(`CREATE INDEX technologies_measured ON technologies (updatedAt, key) WHERE ${isMeasured};`)
  .join("\n");
