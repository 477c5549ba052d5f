import { createHash } from "node:crypto";
import { getTableConfig } from "./drizzle.ts";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { checkpoint } from "./checkpoint.ts";
import { readModels } from "./models.ts";
import type { ReadModel } from "./read-model.ts";
import { technologiesToWrite } from "./technologies-to-write.ts";
import { written } from "./written.ts";

const models: readonly ReadModel<object>[] = Object.values(readModels);

const tables = [checkpoint, technologiesToWrite, ...models.flatMap((model) => model.tables)];

/** Everything that views.sqlite holds, as SQL that makes it. */
export const definition = [...tables.map(tableSql), ...models.flatMap(({ sql }) => sql ?? [])].join("\n");

const writers = models.flatMap(({ writesBy }) => writesBy ?? []);

/** Indices that only readers need, with the SQL that makes each: a file that is filled from nothing gets them at the end. */
export const laterIndices: readonly { readonly name: string; readonly sql: string }[] = models
  .flatMap((model) => model.tables)
  .flatMap((table) => getTableConfig(table).indexes.map(({ config }) => indexOf(getTableConfig(table).name, config)))
  .filter(({ name }) => !writers.includes(name));

/** Another fingerprint: another file. @param version of what is written in it. */
export const fingerprintOf = (version: string): string =>
  createHash("sha256").update(`${version}\n${definition}`).digest("hex");

export const fingerprint = fingerprintOf(written);

function tableSql(table: SQLiteTable): string {
  const { name, columns, indexes } = getTableConfig(table);
  const body = columns.map(columnSql).join(", ");
  return [`CREATE TABLE ${name} (${body}) STRICT;`, ...indexes.map(({ config }) => indexOf(name, config).sql)].join(
    "\n",
  );
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

function indexOf(table: string, { name, unique, columns }: IndexConfig): { name: string; sql: string } {
  const names = columns.map((column) => (column as SQLiteColumn).name).join(", ");
  return { name, sql: `CREATE ${unique ? "UNIQUE " : ""}INDEX ${name} ON ${table} (${names});` };
}
