import type { Database } from "better-sqlite3";
import { index, integer, sqliteTable, text } from "./drizzle.ts";
import type { JsonObject } from "../domain/words/json.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { technologyStream } from "../domain/technology/streams.ts";
import type { ReadModel } from "./read-model.ts";

/** Every event of every technology, as its history shows it. */
const table = sqliteTable(
  "timeline",
  {
    position: integer("position").primaryKey(),
    technology: text("technology").notNull(),
    version: integer("version").notNull(),
    type: text("type").notNull(),
    schema: integer("schema").notNull(),
    time: text("time").notNull(),
    actor: text("actor").notNull(),
    role: text("role").notNull(),
    payload: text("payload").notNull(),
  },
  (table) => [index("timeline_technology").on(table.technology, table.position)],
);

type Row = Omit<typeof table.$inferSelect, "role"> & Pick<LedgerEvent, "role">;

export type TimelineEntry = Pick<
  LedgerEvent,
  "position" | "stream" | "version" | "type" | "schema" | "time" | "actor" | "role" | "payload"
>;

export interface TimelinePage {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  readonly total: number;
  /** Give as `before` for the next page; null at the end. */
  readonly next: number | null;
}

export interface Timeline {
  /** Newest first; `before` is a position a page gave as `next`. */
  page(query: { readonly technology: string; readonly before?: number; readonly limit: number }): TimelinePage;
  /** Oldest first, after a position. */
  following(query: {
    readonly technology: string;
    readonly after: number;
    readonly limit: number;
  }): readonly TimelineEntry[];
  /** The first entry of a technology whose payload holds a digest; null where none does. */
  naming(query: { readonly technology: string; readonly digest: string }): TimelineEntry | null;
  /** The newest entries of all technologies. */
  latest(limit: number): readonly TimelineEntry[];
}

export const timeline: ReadModel<Timeline> = {
  tables: [table],
  writer: (db) => {
    // By position: names cost a lookup a column, and there is a row for every event.
    const insert = db.prepare<[number, string, number, string, number, string, string, string, string]>(
      "INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    const replace = db.prepare<[number, string, number]>(
      "UPDATE timeline SET schema = ?, payload = ? WHERE position = ?",
    );
    return {
      event: (technology, event, { position, version, type, schema, time, actor, role, payload }) => {
        insert.run(position, technology, version, type, schema, time, actor, role, JSON.stringify(payload));
        // What was taken away on a legal ground must not stay in a copy.
        if (event.type !== "EntryWithheld") return;
        const { entry, standIn } = event.payload;
        replace.run(standIn.schema, JSON.stringify(standIn.payload), entry);
      },
    };
  },
  queries: (db) => {
    const page = db.prepare<[string, number, number], Row>(
      "SELECT * FROM timeline WHERE technology = ? AND position < ? ORDER BY position DESC LIMIT ?",
    );
    const following = db.prepare<[string, number, number], Row>(
      "SELECT * FROM timeline WHERE technology = ? AND position > ? ORDER BY position LIMIT ?",
    );
    const naming = db.prepare<[string, string], Row>(
      "SELECT * FROM timeline WHERE technology = ? AND instr(payload, ?) > 0 ORDER BY position LIMIT 1",
    );
    const total = db.prepare<[string], number>("SELECT version FROM technologies WHERE id = ?").pluck();
    const latest = db.prepare<[number], Row>("SELECT * FROM timeline ORDER BY position DESC LIMIT ?");
    return {
      page: ({ technology, before = Number.MAX_SAFE_INTEGER, limit }) => {
        const rows = page.all(technology, before, limit + 1);
        const entries = rows.slice(0, limit).map(entryOf);
        return {
          entries,
          total: total.get(technology) ?? 0,
          next: rows.length > limit ? (entries.at(-1)?.position ?? null) : null,
        };
      },
      following: ({ technology, after, limit }) => following.all(technology, after, limit).map(entryOf),
      naming: ({ technology, digest }) => {
        const row = naming.get(technology, JSON.stringify(digest));
        return row === undefined ? null : entryOf(row);
      },
      latest: (limit) => latest.all(limit).map(entryOf),
    };
  },
};

/** When an event of a technology happened. */
export function timesOfEvents(db: Database): (position: number) => string | null {
  const time = db.prepare<[number], string>("SELECT time FROM timeline WHERE position = ?").pluck();
  return (position) => time.get(position) ?? null;
}

const entryOf = ({ technology, payload, ...row }: Row): TimelineEntry => ({
  ...row,
  stream: technologyStream(technology),
  payload: JSON.parse(payload) as JsonObject,
});
