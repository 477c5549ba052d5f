import type { Database } from "better-sqlite3";
import type { JsonObject } from "../domain/words/json.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { technologyStream } from "./known.ts";
import type { TimelineEntry, TimelinePage } from "./types.ts";

export interface Timeline {
  /** Newest first; `before` is a position a page gave as `next`. */
  page(query: { readonly technology: string; readonly before?: number; readonly limit: number }): TimelinePage;
  /** The newest entries of all technologies. */
  latest(limit: number): readonly TimelineEntry[];
}

export interface TimelineTable {
  add(technology: string, event: LedgerEvent): void;
  /** What was taken away on a legal ground must not stay in a copy. */
  replace(position: number, standIn: Pick<LedgerEvent, "schema"> & { readonly payload: object }): void;
  timeOf(position: number): string | null;
}

interface Row extends Omit<TimelineEntry, "payload" | "stream"> {
  readonly technology: string;
  readonly payload: string;
}

export function timelineTable(db: Database): TimelineTable {
  const insert = db.prepare<[number, string, number, string, number, string, string, string, string]>(
    "INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const replace = db.prepare<[number, string, number]>(
    "UPDATE timeline SET schema = ?, payload = ? WHERE position = ?",
  );
  const time = db.prepare<[number], string>("SELECT time FROM timeline WHERE position = ?").pluck();
  return {
    add: (technology, { position, version, type, schema, time: at, actor, role, payload }) =>
      void insert.run(position, technology, version, type, schema, at, actor, role, JSON.stringify(payload)),
    replace: (position, { schema, payload }) => void replace.run(schema, JSON.stringify(payload), position),
    timeOf: (position) => time.get(position) ?? null,
  };
}

export function timelineReader(db: Database): Timeline {
  const page = db.prepare<[string, number, number], Row>(
    "SELECT * FROM timeline WHERE technology = ? AND position < ? ORDER BY position DESC LIMIT ?",
  );
  const total = db.prepare<[string], number>("SELECT version FROM technologies WHERE id = ?").pluck();
  const latest = db.prepare<[number], Row>("SELECT * FROM timeline ORDER BY position DESC LIMIT ?");
  return {
    page: ({ technology, before = Number.MAX_SAFE_INTEGER, limit }) => {
      const rows = page.all(technology, before, limit + 1);
      const entries = rows.slice(0, limit).map(entry);
      return {
        entries,
        total: total.get(technology) ?? 0,
        next: rows.length > limit ? (entries.at(-1)?.position ?? null) : null,
      };
    },
    latest: (limit) => latest.all(limit).map(entry),
  };
}

const entry = ({ technology, payload, ...row }: Row): TimelineEntry => ({
  ...row,
  stream: technologyStream(technology),
  payload: JSON.parse(payload) as JsonObject,
});
