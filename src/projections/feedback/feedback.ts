import type { Database } from "better-sqlite3";
import { mondayOf } from "../../domain/feedback/trend.ts";
import { feedbackKey, nothingOwed } from "../../domain/technology/state/feedback.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import { cursorOf, readCursor } from "../portfolio/cursor.ts";
import type { Ground, ReadModel } from "../read-model.ts";
import { feedbackTable, notedTable, tallyTable } from "./table.ts";
import type { FeedbackRow } from "./table.ts";
import type { FeedbackFilter, FeedbackQueries, FeedbackState, FeedbackSum, FeedbackWeek } from "./types.ts";
import { feedbackWriter } from "./writer.ts";

/** Messages about technologies in use, with the counts that pages show of them. */
export const feedback: ReadModel<FeedbackQueries> = {
  tables: [feedbackTable, tallyTable, notedTable],
  writesBy: ["feedback_id", "feedback_tally"],
  writer: (db) => {
    const say = db.prepare<[string, string]>(
      "INSERT INTO feedbackNoted VALUES (?, ?) ON CONFLICT (technology) DO UPDATE SET said = excluded.said",
    );
    const unsay = db.prepare<[string]>("DELETE FROM feedbackNoted WHERE technology = ?");
    return {
      feedback: feedbackWriter(db),
      technology: ({ id, state }) => {
        const standing = feedbackKey(state.feedback.standing);
        // Most technologies have no message: for them there is no row.
        if (standing === nothingSaid) unsay.run(id);
        else say.run(id, standing);
      },
    };
  },
  queries: (db, asked) => ({ ...listsIn(db, asked), ...sumsIn(db, asked), ...talliesIn(db, asked) }),
};

const nothingSaid = feedbackKey(nothingOwed);

const mostCounted = 1000;

const states: { readonly [S in FeedbackState]: string } = {
  open: "open = 1",
  waiting: "open = 1 AND waitsUntil >= @today",
  overdue: "open = 1 AND due < @today",
  answered: "open = 0",
  reopened: "reopened = 1",
  call: "callBack > ''",
};

const fields = { severity: "severity", category: "category", place: "place", group: "audience" } as const;

/** Those of which an answer is owed come by its day. */
const byDay = (state: FeedbackState | undefined): boolean => state === "open" || state === "overdue";

function chosen(filter: FeedbackFilter, { today }: Ground) {
  const { technology, state } = filter;
  const named = (Object.keys(fields) as (keyof typeof fields)[]).filter((name) => filter[name] !== undefined);
  return {
    sql: [
      "technology = @technology",
      ...(state === undefined ? [] : [states[state]]),
      ...named.map((name) => `${fields[name]} = @${name}`),
    ].join(" AND "),
    values: { technology, today: today(), ...Object.fromEntries(named.map((name) => [name, filter[name]])) },
  };
}

function listsIn(db: Database, asked: Ground): Pick<FeedbackQueries, "page" | "count" | "of"> {
  const byId = db.prepare<[string], FeedbackRow>("SELECT * FROM feedback WHERE id = ?");
  return {
    page: ({ after, limit, ...filter }) => {
      const { sql, values } = chosen(filter, asked);
      const cursor = readCursor(after ?? undefined);
      const owed = byDay(filter.state);
      const beyond = cursor === null ? "" : owed ? "AND (due, key) > (@sort, @key)" : "AND key < @key";
      const rows = db
        .prepare<object, FeedbackRow>(
          `SELECT * FROM feedback WHERE ${sql} ${beyond} ORDER BY ${owed ? "due, key" : "key DESC"} LIMIT @limit`,
        )
        .all({ ...values, sort: cursor?.[0] ?? "", key: cursor?.[1] ?? 0, limit: limit + 1 });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items: rows.slice(0, limit), next: last === undefined ? null : cursorOf([last.due, last.key]) };
    },
    count: (filter) => {
      const { sql, values } = chosen(filter, asked);
      const [amount] = db
        .prepare<object, [number]>(`SELECT count(*) FROM (SELECT 1 FROM feedback WHERE ${sql} LIMIT @most)`)
        .raw()
        .get({ ...values, most: mostCounted + 1 }) as [number];
      return amount;
    },
    of: (message) => byId.get(message) ?? null,
  };
}

interface Tally {
  readonly key: string;
  readonly count: number;
}

function tallies(db: Database): (technology: string, kind: string, from?: string) => readonly Tally[] {
  const all = db.prepare<[string, string, string], Tally>(
    "SELECT key, count FROM feedbackTallies WHERE technology = ? AND kind = ? AND key >= ? AND count > 0 ORDER BY key",
  );
  return (technology, kind, from = "") => all.all(technology, kind, from);
}

function sumsIn(db: Database, _: Ground): Pick<FeedbackQueries, "sum"> {
  const of = tallies(db);
  return {
    sum: (technology, today): FeedbackSum => {
      const all = new Map(of(technology, "all").map(({ key, count }) => [key, count]));
      const due = of(technology, "due");
      const late = (which: 0 | 1) => total(due.filter(({ key }) => (key.split(" ")[which] ?? "") < today));
      return {
        received: all.get("received") ?? 0,
        open: total(due),
        overdue: late(0),
        veryOverdue: late(1),
        answered: (all.get("received") ?? 0) - total(due),
        reopened: all.get("reopened") ?? 0,
        calls: total(of(technology, "call")),
        medianDays: median(of(technology, "days")),
      };
    },
  };
}

const total = (some: readonly Tally[]): number => some.reduce((sum, { count }) => sum + count, 0);

/** Keys are days with leading zeros, in their order. */
function median(some: readonly Tally[]): number | null {
  const half = total(some) / 2;
  let seen = 0;
  for (const { key, count } of some) {
    seen += count;
    if (seen >= half) return Number(key);
  }
  return null;
}

/** Weeks that pages draw. */
const drawnWeeks = 26;

function talliesIn(
  db: Database,
  { today }: Ground,
): Pick<FeedbackQueries, "weeks" | "owed" | "technologies" | "noted"> {
  const of = tallies(db);
  const first = db
    .prepare<[string, string], string>(
      "SELECT key FROM feedbackTallies WHERE technology = ? AND kind = ? AND count > 0 ORDER BY key LIMIT 1",
    )
    .pluck();
  const named = db.prepare<[], string>("SELECT DISTINCT technology FROM feedbackTallies").pluck();
  const noted = db.prepare<[string], string>("SELECT said FROM feedbackNoted WHERE technology = ?").pluck();
  return {
    weeks: (technology) => weeksOf(of(technology, "week", JSON.stringify([firstWeek(today())]).slice(0, -1))),
    owed: (technology) => {
      const [answerDue = null, answerVery = null] = first.get(technology, "due")?.split(" ") ?? [];
      return { answerDue, answerVery, callBackDue: first.get(technology, "call") ?? null };
    },
    technologies: () => named.all(),
    noted: (technology) => noted.get(technology) ?? nothingSaid,
  };
}

const firstWeek = (today: Day): Day => addDays(mondayOf(today), -7 * drawnWeeks);

/** What was severe and what was not, as one. */
function weeksOf(some: readonly Tally[]): readonly FeedbackWeek[] {
  const weeks = new Map<string, FeedbackWeek>();
  for (const { key, count } of some) {
    const [week, place, group, severe] = JSON.parse(key) as [string, string, string, number];
    const cell = JSON.stringify([week, place, group]);
    const before = weeks.get(cell);
    weeks.set(cell, {
      week,
      place: place === "" ? null : place,
      group: group === "" ? null : group,
      count: (before?.count ?? 0) + count,
      severe: (before?.severe ?? 0) + (severe === 1 ? count : 0),
    });
  }
  return [...weeks.values()];
}
