import type { Database } from "better-sqlite3";
import { cursorOf, readCursor } from "../portfolio/cursor.ts";
import type { Ground, ReadModel } from "../read-model.ts";
import { contributionCounts, contributionLists } from "./contributions.ts";
import { consultationTable, contributionTable, contributionTallyTable, placedTable } from "./tables.ts";
import type { ConsultationRow } from "./tables.ts";
import type { ConsultationQueries, ListedState } from "./types.ts";
import { consultationWriter, contributionWriter } from "./writer.ts";

/** Consultations, and what people say in them, with the counts that pages show of it. */
export const consultations: ReadModel<ConsultationQueries> = {
  tables: [consultationTable, contributionTable, placedTable, contributionTallyTable],
  writesBy: ["contribution_id", "contribution_tally", "contribution_point"],
  writer: (db) => ({ technology: consultationWriter(db), contribution: contributionWriter(db) }),
  queries: (db, asked) => ({ ...listsIn(db, asked), ...contributionLists(db), ...contributionCounts(db) }),
};

const mostCounted = 1000;

const undecided = "withdrawnOn = '' AND answeredOn = ''";

/** What each state asks for, and the day by which its list comes. */
const states: { readonly [S in ListedState]: { readonly sql: string; readonly by: string; readonly newest: boolean } } =
  {
    ahead: { sql: `${undecided} AND closesOn >= @today AND opensOn > @today`, by: "closesOn", newest: false },
    open: { sql: `${undecided} AND opensOn <= @today AND closesOn >= @today`, by: "closesOn", newest: false },
    owed: { sql: `${undecided} AND closesOn < @today`, by: "respondBy", newest: false },
    overdue: { sql: `${undecided} AND closesOn < @today AND respondBy < @today`, by: "respondBy", newest: false },
    answered: { sql: "withdrawnOn = '' AND answeredOn > ''", by: "answeredOn", newest: true },
    withdrawn: { sql: "withdrawnOn > ''", by: "withdrawnOn", newest: true },
  };

const everyState = { sql: "1", by: "key", newest: true };

function listsIn(db: Database, { today }: Ground): Pick<ConsultationQueries, "list" | "listed" | "of"> {
  const asking = db.prepare<[string, string], ConsultationRow>(
    "SELECT * FROM consultations WHERE technology = ? AND consultation = ?",
  );
  return {
    list: ({ state, technology, after, limit }) => {
      const { sql, by, newest } = state === null ? everyState : states[state];
      const cursor = readCursor(after ?? undefined);
      const beyond =
        cursor === null ? "" : by === "key" ? "AND key < @key" : `AND (${by}, key) ${newest ? "<" : ">"} (@sort, @key)`;
      const order = [...new Set([by, "key"])].map((column) => `${column} ${newest ? "DESC" : "ASC"}`).join(", ");
      const within = technology === undefined ? "" : "AND technology = @technology";
      const rows = db
        .prepare<object, ConsultationRow & { readonly sort: string | number }>(
          `SELECT *, ${by} AS sort FROM consultations WHERE ${sql} ${within} ${beyond} ORDER BY ${order} LIMIT @limit`,
        )
        .all({
          today: today(),
          ...(technology !== undefined && { technology }),
          sort: cursor?.[0] ?? "",
          key: cursor?.[1] ?? 0,
          limit: limit + 1,
        });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items: rows.slice(0, limit), next: last === undefined ? null : cursorOf([String(last.sort), last.key]) };
    },
    listed: (state) => {
      const [amount] = db
        .prepare<object, [number]>(
          `SELECT count(*) FROM (SELECT 1 FROM consultations WHERE ${states[state].sql} LIMIT ${mostCounted + 1})`,
        )
        .raw()
        .get({ today: today() }) as [number];
      return amount;
    },
    of: (technology, consultation) => asking.get(technology, consultation) ?? null,
  };
}
