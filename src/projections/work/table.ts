import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** What waits: for one person, or for anybody with the role who is not excluded. */
export const workTable = sqliteTable(
  "work",
  {
    key: integer("key").primaryKey(),
    technology: text("technology").notNull(),
    kind: text("kind").notNull(),
    person: text("person"),
    role: text("role"),
    /** JSON list of person ids: authors, recused, those who did their part. */
    excluded: text("excluded").notNull(),
    gate: text("gate"),
    subject: text("subject"),
    dueSort: text("dueSort").notNull(),
    since: text("since").notNull(),
    /** It waits from this instant on; "": at once. */
    fromAt: text("fromAt").notNull(),
    /** Where it is due within its day; "": with the end of it. */
    dueAt: text("dueAt").notNull(),
  },
  (table) => [
    index("work_technology").on(table.technology),
    index("work_person").on(table.person, table.kind, table.dueSort),
    index("work_role").on(table.role, table.kind, table.dueSort),
  ],
);

export type WorkRow = Omit<typeof workTable.$inferSelect, "key">;
