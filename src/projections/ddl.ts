import { createHash } from "node:crypto";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import {
  checkpoint,
  counters,
  decisions,
  erasures,
  pending,
  simulated,
  technologies,
  timeline,
  work,
} from "../../db/readmodel/schema.ts";

/**
 * Chinese is indexed as overlapping pairs (search.ts makes them), so that two characters are a query; a trigram
 * tokenizer would need three. Deleted words leave the index at once: an erased need must not stay in a segment.
 */
const search = `CREATE VIRTUAL TABLE search USING fts5(name, summary, need, department, tokenize = "unicode61 remove_diacritics 2", prefix = '2');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);`;

const tables = [checkpoint, technologies, counters, timeline, work, decisions, erasures, pending, simulated];

/** Raised where what the projections write changes while the tables stay the same. */
const contents = 3;

export const definition = [...tables.map(tableSql), search].join("\n");

/** Another fingerprint: another file. */
export const fingerprint = createHash("sha256").update(`${contents}\n${definition}`).digest("hex");

function tableSql(table: SQLiteTable): string {
  const { name, columns, indexes } = getTableConfig(table);
  const body = columns.map(columnSql).join(", ");
  return [`CREATE TABLE ${name} (${body}) STRICT;`, ...indexes.map((index) => indexSql(name, index.config))].join("\n");
}

function columnSql(column: SQLiteColumn): string {
  const key = column.primary ? " PRIMARY KEY" : "";
  return `${column.name} ${column.getSQLType().toUpperCase()}${key}${column.notNull ? " NOT NULL" : ""}`;
}

interface IndexConfig {
  readonly name: string;
  readonly unique: boolean;
  readonly columns: readonly unknown[];
}

function indexSql(table: string, { name, unique, columns }: IndexConfig): string {
  const names = columns.map((column) => (column as SQLiteColumn).name).join(", ");
  return `CREATE ${unique ? "UNIQUE " : ""}INDEX ${name} ON ${table} (${names});`;
}
