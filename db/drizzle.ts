import { createRequire } from "node:module";
import type * as Drizzle from "drizzle-orm";
import type * as BetterSqlite3 from "drizzle-orm/better-sqlite3";
import type * as SqliteCore from "drizzle-orm/sqlite-core";

/**
 * Drizzle as CommonJS. As ES modules it costs a start half a second and ninety megabytes, for Node reads its long list
 * of exports at each of a hundred files; the types are the same.
 */
const require = createRequire(import.meta.url);

export const {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  ne,
  or,
  sql,
} = require("drizzle-orm") as typeof Drizzle;
export const { drizzle } = require("drizzle-orm/better-sqlite3") as typeof BetterSqlite3;
export const sqliteCore = require("drizzle-orm/sqlite-core") as typeof SqliteCore;
