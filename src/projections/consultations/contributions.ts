import type { Database } from "better-sqlite3";
import {
  contributionChannels,
  countsKey,
  hidingReasons,
  noCounts,
  withJoined,
} from "../../domain/technology/state/consultations.ts";
import type { ContributionCounts } from "../../domain/technology/state/consultations.ts";
import { cursorOf, readCursor } from "../portfolio/cursor.ts";
import type { ContributionRow } from "./tables.ts";
import type { ConsultationQueries, ContributionFilter } from "./types.ts";

const mostCounted = 1000;

/** Contributions page by page, by an index each, however many there are. */
export function contributionLists(
  db: Database,
): Pick<ConsultationQueries, "contributions" | "countOf" | "contribution"> {
  const byId = db.prepare<[string], ContributionRow>("SELECT * FROM contributions WHERE id = ?");
  const keysOf = (filter: ContributionFilter, from: number | null, limit: number): readonly number[] => {
    const { sql, values } = keysIn(filter, from !== null);
    return db
      .prepare<object, number>(sql)
      .pluck()
      .all({ ...values, ...(from !== null && { from }), limit });
  };
  const byKey = db.prepare<[number], ContributionRow>("SELECT * FROM contributions WHERE key = ?");
  return {
    contributions: ({ after, limit, ...filter }) => {
      const cursor = readCursor(after ?? undefined);
      const keys = keysOf(filter, cursor === null ? null : cursor[1], limit + 1);
      const last = keys.length > limit ? keys[limit - 1] : undefined;
      const items = keys.slice(0, limit).flatMap((key) => byKey.get(key) ?? []);
      return { items, next: last === undefined ? null : cursorOf(["", last]) };
    },
    countOf: (filter) => keysOf(filter, null, mostCounted + 1).length,
    contribution: (id) => byId.get(id) ?? null,
  };
}

/**
 * The keys of a list, the newest first. What lies in several stretches of an index, as points and reasons do, is taken from
 * each up to what the page holds: what is in two of them is told once, and nothing is sorted but a few pages.
 */
function keysIn({ technology, consultation, points, channel, hidden }: ContributionFilter, beyond: boolean) {
  const inPoints = points === undefined || points === "none" ? null : points;
  const key = inPoints === null ? "c.key" : "p.key";
  const stretches =
    inPoints !== null
      ? inPoints.map((_, at) => `p.point = @point${at}`)
      : hidden === true
        ? hidingReasons.map((why) => `c.hidden = '${why}'`)
        : ["1"];
  const [from, of] =
    inPoints === null
      ? ["contributions c", "c"]
      : [
          `contributionPoints p${channel === undefined && hidden !== true ? "" : " JOIN contributions c ON c.key = p.key"}`,
          "p",
        ];
  const also = [
    ...(points === "none" ? ["c.unplaced = 1"] : []),
    ...(channel === undefined ? [] : ["c.channel = @channel"]),
    ...(hidden === true && inPoints !== null ? ["c.hidden <> ''"] : []),
    ...(beyond ? [`${key} < @from`] : []),
  ];
  const each = stretches.map(
    (stretch) =>
      `SELECT ${key} AS key FROM ${from} WHERE ${[`${of}.technology = @technology`, `${of}.consultation = @consultation`, stretch, ...also].join(" AND ")} ORDER BY ${key} DESC LIMIT @limit`,
  );
  return {
    sql:
      each.length === 1
        ? (each[0] ?? "")
        : `${each.map((sql) => `SELECT key FROM (${sql})`).join(" UNION ")} ORDER BY key DESC LIMIT @limit`,
    values: {
      technology,
      consultation,
      ...(channel !== undefined && { channel }),
      ...Object.fromEntries((inPoints ?? []).map((point, at) => [`point${at}`, point])),
    },
  };
}

interface Tally {
  readonly consultation: string;
  readonly kind: string;
  readonly key: string;
  readonly count: number;
}

/** How the contributions stand, from counts that were stored. */
export function contributionCounts(
  db: Database,
): Pick<ConsultationQueries, "counts" | "inPoints" | "uncounted" | "isUncounted" | "pollsToCount"> {
  const all = db.prepare<[string], Tally>("SELECT * FROM contributionTallies WHERE technology = ? AND kind <> 'point'");
  const points = db.prepare<[string, string], Tally>(
    "SELECT * FROM contributionTallies WHERE technology = ? AND consultation = ? AND kind = 'point' AND count > 0",
  );
  /** What is in two of them is one: counted by the index where points were joined, which few are. */
  const inAny = (technology: string, consultation: string, some: readonly string[]): number =>
    db
      .prepare<unknown[], number>(
        `SELECT COUNT(DISTINCT key) FROM contributionPoints
         WHERE technology = ? AND consultation = ? AND point IN (${some.map(() => "?").join(", ")})`,
      )
      .pluck()
      .get(technology, consultation, ...some) ?? 0;
  const over = db.prepare<
    [string],
    { readonly technology: string; readonly consultation: string; readonly counted: string }
  >("SELECT technology, consultation, counted FROM consultations WHERE withdrawnOn = '' AND closesOn < ?");
  const polls = db.prepare<[string], { readonly technology: string; readonly consultation: string }>(
    "SELECT technology, consultation FROM consultations WHERE withdrawnOn = '' AND closesOn < ? AND uncounted = 1",
  );
  const counts = (technology: string) => countsFrom(all.all(technology));
  const uncounted = (today: string) => {
    const rows = over.all(today);
    const stored = new Map([...new Set(rows.map(({ technology }) => technology))].map((id) => [id, counts(id)]));
    const unsaid = rows.filter(
      ({ technology, consultation, counted }) =>
        countsKey(stored.get(technology)?.[consultation] ?? noCounts) !== counted,
    );
    return [...new Set(unsaid.map(({ technology }) => technology))];
  };
  const overIn = db.prepare<[string, string], { readonly consultation: string; readonly counted: string }>(
    "SELECT consultation, counted FROM consultations WHERE technology = ? AND withdrawnOn = '' AND closesOn < ?",
  );
  return {
    counts,
    inPoints: (technology, asking) => {
      const { consultation } = asking;
      const own = new Map(points.all(technology, consultation).map(({ key, count }) => [key, count]));
      const joined = new Set(asking.points.map(({ into }) => into));
      for (const { point } of asking.points.filter((target) => joined.has(target.point)))
        own.set(point, inAny(technology, consultation, withJoined(asking, point)));
      return own;
    },
    uncounted,
    isUncounted: (technology, today) => {
      const stored = counts(technology);
      return overIn
        .all(technology, today)
        .some(({ consultation, counted }) => countsKey(stored[consultation] ?? noCounts) !== counted);
    },
    pollsToCount: (today) => polls.all(today),
  };
}

function countsFrom(tallies: readonly Tally[]): { readonly [consultation: string]: ContributionCounts } {
  const of = (consultation: string): ContributionCounts => {
    const own = new Map(
      tallies
        .filter((tally) => tally.consultation === consultation)
        .map(({ kind, key, count }) => [`${kind} ${key}`, count]),
    );
    const each = <K extends string>(kind: string, keys: readonly K[]) =>
      Object.fromEntries(keys.map((key) => [key, own.get(`${kind} ${key}`) ?? 0])) as { readonly [P in K]: number };
    return {
      channels: each("channel", contributionChannels),
      hidden: each("hidden", hidingReasons),
      unplaced: own.get("unplaced ") ?? 0,
    };
  };
  return Object.fromEntries([...new Set(tallies.map(({ consultation }) => consultation))].map((id) => [id, of(id)]));
}
