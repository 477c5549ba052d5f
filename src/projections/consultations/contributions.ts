import type { Database } from "better-sqlite3";
import {
  contributionChannels,
  countsKey,
  hidingReasons,
  noCounts,
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
  return {
    contributions: ({ after, limit, ...filter }) => {
      const { sql, values, key } = chosen(filter);
      const cursor = readCursor(after ?? undefined);
      const rows = db
        .prepare<object, ContributionRow>(
          `SELECT DISTINCT c.* FROM ${sql} ${cursor === null ? "" : `AND ${key} < @from`} ORDER BY ${key} DESC LIMIT @limit`,
        )
        .all({ ...values, from: cursor?.[1] ?? 0, limit: limit + 1 });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items: rows.slice(0, limit), next: last === undefined ? null : cursorOf(["", last.key]) };
    },
    countOf: (filter) => {
      const { sql, values, key } = chosen(filter);
      const [amount] = db
        .prepare<object, [number]>(`SELECT count(*) FROM (SELECT DISTINCT ${key} FROM ${sql} LIMIT @most)`)
        .raw()
        .get({ ...values, most: mostCounted + 1 }) as [number];
      return amount;
    },
    contribution: (id) => byId.get(id) ?? null,
  };
}

/** What a list is made from, up to and with its conditions. */
function chosen({ technology, consultation, points, channel, hidden }: ContributionFilter) {
  const inPoints = Array.isArray(points) ? (points as readonly string[]) : null;
  const from =
    inPoints === null
      ? "contributions c WHERE c.technology = @technology AND c.consultation = @consultation"
      : `contributionPoints p JOIN contributions c ON c.key = p.key
         WHERE p.technology = @technology AND p.consultation = @consultation
         AND p.point IN (${inPoints.map((_, i) => `@point${i}`).join(", ")})`;
  return {
    sql: [
      from,
      ...(points === "none" ? ["c.unplaced = 1"] : []),
      ...(channel === undefined ? [] : ["c.channel = @channel"]),
      ...(hidden === true ? ["c.hidden > ''"] : []),
    ].join(" AND "),
    key: inPoints === null ? "c.key" : "p.key",
    values: {
      technology,
      consultation,
      ...(channel !== undefined && { channel }),
      ...Object.fromEntries((inPoints ?? []).map((point, i) => [`point${i}`, point])),
    },
  };
}

interface Tally {
  readonly consultation: string;
  readonly kind: string;
  readonly key: string;
  readonly count: number;
}

/** How the contributions stand, from counts that were kept. */
export function contributionCounts(
  db: Database,
): Pick<ConsultationQueries, "counts" | "inPoints" | "uncounted" | "isUncounted" | "pollsToCount"> {
  const all = db.prepare<[string], Tally>("SELECT * FROM contributionTallies WHERE technology = ? AND kind <> 'point'");
  const points = db.prepare<[string, string], Tally>(
    "SELECT * FROM contributionTallies WHERE technology = ? AND consultation = ? AND kind = 'point' AND count > 0",
  );
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
    const kept = new Map([...new Set(rows.map(({ technology }) => technology))].map((id) => [id, counts(id)]));
    const unsaid = rows.filter(
      ({ technology, consultation, counted }) =>
        countsKey(kept.get(technology)?.[consultation] ?? noCounts) !== counted,
    );
    return [...new Set(unsaid.map(({ technology }) => technology))];
  };
  const overIn = db.prepare<[string, string], { readonly consultation: string; readonly counted: string }>(
    "SELECT consultation, counted FROM consultations WHERE technology = ? AND withdrawnOn = '' AND closesOn < ?",
  );
  return {
    counts,
    inPoints: (technology, consultation) =>
      new Map(points.all(technology, consultation).map(({ key, count }) => [key, count])),
    uncounted,
    isUncounted: (technology, today) => {
      const kept = counts(technology);
      return overIn
        .all(technology, today)
        .some(({ consultation, counted }) => countsKey(kept[consultation] ?? noCounts) !== counted);
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
