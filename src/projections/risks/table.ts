import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** A row a risk that is rated, as it stands today; no words that people wrote but its name. */
export const risksTable = sqliteTable(
  "risks",
  {
    key: integer("key").primaryKey(),
    technology: text("technology").notNull(),
    item: text("item").notNull(),
    department: text("department").notNull(),
    name: text("name").notNull(),
    family: text("family").notNull(),
    /** Which of the common ones it was begun from; null: none. */
    library: text("library"),
    inherent: text("inherent").notNull(),
    residual: text("residual").notNull(),
    /** 0 very low … 4 very high, of the residual. */
    rank: integer("rank").notNull(),
    /** 1: above what its family may carry. */
    above: integer("above").notNull(),
    /** Of its acceptance: none, asked, refused, standing, lapsed. */
    acceptance: text("acceptance").notNull(),
    until: text("until"),
    /** 1: its treatment is over its day. */
    overdue: integer("overdue").notNull(),
    /** 1: its treatment is done. */
    done: integer("done").notNull(),
    /** 1: its technology has come to an end. */
    ended: integer("ended").notNull(),
  },
  (table) => [
    index("risks_technology").on(table.technology, table.rank, table.item),
    index("risks_above").on(table.ended, table.above, table.rank, table.key),
    index("risks_library").on(table.library, table.technology),
  ],
);

export type RiskRow = typeof risksTable.$inferSelect;

/** Before it has a key. */
export type NewRiskRow = Omit<RiskRow, "key"> & { readonly key: null };
