import type { Database, Statement } from "better-sqlite3";

interface CommandRow {
  readonly last: number;
  readonly actor: string;
  readonly digest: string;
}

interface LeafRow {
  readonly stream: string;
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

/** What a request meets: the first position written under its command id, its stream's version, the newest position. */
export type Standing = readonly [written: number | null, version: number | null, newest: number | null];

interface TipRow {
  readonly position: number;
  readonly time: string;
}

interface TextRow {
  readonly salt: string | null;
  readonly text: string | null;
}

/** The ledger's SQL, prepared once. */
export interface Statements {
  readonly tip: Statement<[], TipRow>;
  readonly standing: Statement<[string, string], Standing>;
  readonly command: Statement<[number], CommandRow>;
  readonly streamVersion: Statement<[string], number>;
  readonly streamTexts: Statement<[string, number], string>;
  readonly streamsTexts: Statement<[string, string, number], string>;
  readonly textsFrom: Statement<[number, number], string>;
  readonly bytesBetween: Statement<[number, number], Buffer>;
  readonly leaf: Statement<[number], LeafRow>;
  readonly leafHash: Statement<[number], Buffer>;
  readonly leafTime: Statement<[number], string>;
  readonly node: Statement<[number], Buffer>;
  readonly claimant: Statement<[string, string], string>;
  readonly anyStream: Statement<[string, string], number>;
  readonly text: Statement<[string], TextRow>;
  readonly checkpoint: Statement<[], string>;
  readonly meta: Statement<[string], string>;
  readonly setMeta: Statement<[string, string]>;
  readonly addLeaf: Statement<[number, string, number, string, number, string, string, string, string, Buffer, Buffer]>;
  readonly addNode: Statement<[number, Buffer]>;
  readonly addCommand: Statement<[number, number, string, string, string]>;
  readonly forgetCommands: Statement<[string]>;
  readonly addClaim: Statement<[string, string, string, number]>;
  readonly dropClaim: Statement<[string, string, string]>;
  readonly addText: Statement<[string, string, string]>;
  readonly eraseText: Statement<[string]>;
  readonly withholdLeaf: Statement<[Buffer, number]>;
  readonly setCheckpoint: Statement<[number, string]>;
  readonly filed: Statement<[], number>;
  readonly addFiled: Statement<[number]>;
  readonly dropFiled: Statement<[number]>;
}

/**
 * Where an index serves several rows a value, SQLite plans a statement anew for each value bound to it, which costs more
 * than the look-up; `+?` keeps the plan.
 *
 * @param db with the ledger's tables.
 */
export function prepareStatements(db: Database): Statements {
  return { ...prepareReads(db), ...prepareWrites(db) };
}

function prepareReads(db: Database) {
  const pluck = <P extends unknown[], R>(sql: string): Statement<P, R> => db.prepare<P, R>(sql).pluck();
  return {
    tip: db.prepare<[], TipRow>("SELECT position, time FROM leaf ORDER BY position DESC LIMIT 1"),
    // One statement for what every append asks: three would cost three times as much.
    standing: db
      .prepare<[string, string], Standing>(
        `SELECT (SELECT first FROM command WHERE id = ?),
                (SELECT version FROM leaf WHERE stream = +? ORDER BY version DESC LIMIT 1),
                (SELECT max(position) FROM leaf)`,
      )
      .raw(),
    command: db.prepare<[number], CommandRow>("SELECT last, actor, digest FROM command WHERE first = ?"),
    streamVersion: pluck<[string], number>("SELECT version FROM leaf WHERE stream = +? ORDER BY version DESC LIMIT 1"),
    // As text: a Buffer for each entry costs twice as much, and its decoding once more.
    streamTexts: pluck<[string, number], string>(
      "SELECT CAST(bytes AS TEXT) FROM leaf WHERE stream = +? AND position <= ? ORDER BY version",
    ),
    // Unasked, SQLite may walk the whole table.
    streamsTexts: pluck<[string, string, number], string>(
      "SELECT CAST(bytes AS TEXT) FROM leaf INDEXED BY leaf_stream WHERE stream >= ? AND stream < ? AND position <= ? ORDER BY stream, version",
    ),
    textsFrom: pluck<[number, number], string>(
      "SELECT CAST(bytes AS TEXT) FROM leaf WHERE position > ? ORDER BY position LIMIT ?",
    ),
    bytesBetween: pluck<[number, number], Buffer>(
      "SELECT bytes FROM leaf WHERE position BETWEEN ? AND ? ORDER BY position",
    ),
    leaf: db.prepare<[number], LeafRow>("SELECT stream, bytes, hash FROM leaf WHERE position = ?"),
    leafHash: pluck<[number], Buffer>("SELECT hash FROM leaf WHERE position = ?"),
    leafTime: pluck<[number], string>("SELECT time FROM leaf WHERE position = ?"),
    node: pluck<[number], Buffer>("SELECT hash FROM node WHERE id = ?"),
    claimant: pluck<[string, string], string>("SELECT stream FROM claim WHERE kind = ? AND key = ?"),
    anyStream: pluck<[string, string], number>("SELECT 1 FROM leaf WHERE stream >= ? AND stream < ? LIMIT 1"),
    text: db.prepare<[string], TextRow>("SELECT salt, text FROM private_text WHERE digest = ?"),
    checkpoint: pluck<[], string>("SELECT note FROM checkpoint"),
    filed: pluck<[], number>("SELECT position FROM filed_checkpoint ORDER BY position"),
    meta: pluck<[string], string>("SELECT value FROM meta WHERE name = ?"),
  };
}

function prepareWrites(db: Database) {
  return {
    setMeta: db.prepare<[string, string]>(
      "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    ),
    addLeaf: db.prepare<[number, string, number, string, number, string, string, string, string, Buffer, Buffer]>(
      "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    addNode: db.prepare<[number, Buffer]>("INSERT INTO node VALUES (?, ?)"),
    addCommand: db.prepare<[number, number, string, string, string]>("INSERT INTO command VALUES (?, ?, ?, ?, ?)"),
    forgetCommands: db.prepare<[string]>(
      "UPDATE command SET digest = '' WHERE first IN (SELECT position FROM leaf WHERE stream = ?)",
    ),
    addClaim: db.prepare<[string, string, string, number]>(
      "INSERT INTO claim VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    dropClaim: db.prepare<[string, string, string]>("DELETE FROM claim WHERE kind = ? AND key = ? AND stream = ?"),
    addText: db.prepare<[string, string, string]>("INSERT INTO private_text VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
    eraseText: db.prepare<[string]>("UPDATE private_text SET salt = NULL, text = NULL WHERE digest = ?"),
    withholdLeaf: db.prepare<[Buffer, number]>("UPDATE leaf SET bytes = ? WHERE position = ?"),
    setCheckpoint: db.prepare<[number, string]>(
      "INSERT INTO checkpoint VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position, note = excluded.note",
    ),
    addFiled: db.prepare<[number]>("INSERT INTO filed_checkpoint VALUES (?) ON CONFLICT DO NOTHING"),
    dropFiled: db.prepare<[number]>("DELETE FROM filed_checkpoint WHERE position = ?"),
  };
}
