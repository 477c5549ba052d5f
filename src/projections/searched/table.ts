import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** A row a thing that search finds: a piece of evidence, a risk … No words that are not everybody's with a role. */
export const searchedTable = sqliteTable(
  "searched",
  {
    /** Ledger position of its first entry: unique, the newest is the highest, the rowid of the index. */
    position: integer("position").primaryKey(),
    technology: text("technology").notNull(),
    kind: text("kind").notNull(),
    item: text("item").notNull(),
    /** Of its private text; "" where it has a name instead. */
    digest: text("digest").notNull(),
    name: text("name").notNull(),
    /** Digest of what the index holds of it: as long as it stays the same, nothing is written. */
    print: text("print").notNull(),
  },
  (table) => [index("searched_technology").on(table.technology)],
);

/**
 * As the portfolio's index, and with single characters, which Chinese is searched by too. Beside the words stand the
 * kind and whom they are for (readers.ts), so that one question of the index answers and counts what somebody may see, the
 * newest first, and joins nothing.
 */
export const searchedIndex = `CREATE VIRTUAL TABLE searchedWords USING fts5(words, kind, readers, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2');
INSERT INTO searchedWords (searchedWords, rank) VALUES ('secure-delete', 1);`;

export type SearchedRow = typeof searchedTable.$inferSelect;
