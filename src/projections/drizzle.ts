import { createRequire } from "node:module";
import type * as SqliteCore from "drizzle-orm/sqlite-core";

/** What describes the tables of read models, as CommonJS: db/drizzle.ts says why. */
const require = createRequire(import.meta.url);

export const { getTableConfig, index, integer, real, sqliteTable, text, uniqueIndex } =
  require("drizzle-orm/sqlite-core") as typeof SqliteCore;
