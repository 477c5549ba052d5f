import type { Database } from "better-sqlite3";
import type { Ledger } from "./port.ts";

/** What is asked of the columns and the stored bytes, whether or not an entry can still be read as one. */
export interface Lookups {
  readonly streamAt: (position: number) => string | null;
  readonly hashed: (beginning: string, limit: number) => readonly number[];
  readonly streamsWith: (type: string) => readonly string[];
  readonly actorsOf: (stream: string) => readonly string[];
  readonly names: (digest: string) => boolean;
  readonly streamsNaming: (...asked: Parameters<Ledger["streamsNaming"]>) => readonly string[];
}

/** @param db with the ledger's tables. */
export function prepareLookups(db: Database): Lookups {
  const column = (sql: string) => db.prepare<(string | number)[], string>(sql).pluck();
  const streamAt = column("SELECT stream FROM leaf WHERE position = ?");
  const hashed = db
    .prepare<[Buffer, Buffer, string, number], number>(
      `SELECT position FROM leaf WHERE substr(hash, 1, 4) BETWEEN ? AND ? AND lower(hex(hash)) GLOB ?
       ORDER BY position LIMIT ?`,
    )
    .pluck();
  const streamsWith = column("SELECT stream FROM leaf WHERE type = ? GROUP BY stream ORDER BY min(position)");
  const actorsOf = column("SELECT DISTINCT actor FROM leaf WHERE stream = ?");
  const naming = db.prepare<[string], 1>("SELECT 1 FROM leaf WHERE instr(bytes, CAST(? AS BLOB)) > 0 LIMIT 1");
  const streamsNaming = column(
    `SELECT DISTINCT stream FROM leaf
     WHERE type IN (SELECT value FROM json_each(?)) AND instr(bytes, CAST(? AS BLOB)) > 0`,
  );
  return {
    streamAt: (position) => streamAt.get(position) ?? null,
    hashed: (beginning, limit) =>
      hashed.all(indexedPart(beginning, "0"), indexedPart(beginning, "f"), `${beginning}*`, limit),
    streamsWith: (type) => streamsWith.all(type),
    actorsOf: (stream) => actorsOf.all(stream),
    names: (digest) => naming.get(digest) !== undefined,
    streamsNaming: (digest, types) => streamsNaming.all(JSON.stringify(types), digest),
  };
}

/** The four bytes that the index holds, of a beginning that may be shorter. */
const indexedPart = (beginning: string, rest: "0" | "f"): Buffer =>
  Buffer.from(beginning.slice(0, 8).padEnd(8, rest), "hex");
