import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** What technologies warn of, what is ahead among it: whoever reads leaves out what has not come yet or is over. */
export const warningsTable = sqliteTable(
  "warnings",
  {
    key: integer("key").primaryKey(),
    technology: text("technology").notNull(),
    department: text("department").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject"),
    /** Its moments as they are read: a day in one, an instant in the other; "" where it is the other, or always. */
    fromDay: text("fromDay").notNull(),
    fromInstant: text("fromInstant").notNull(),
    untilDay: text("untilDay").notNull(),
    untilInstant: text("untilInstant").notNull(),
    due: text("due"),
    /** By when, or since when it has been there, as it is sorted. */
    dueSort: text("dueSort").notNull(),
    weight: text("weight").notNull(),
    person: text("person"),
    role: text("role"),
    /** JSON list of person ids. */
    excluded: text("excluded").notNull(),
    /** JSON of what its sentence names. */
    params: text("params").notNull(),
  },
  (table) => [
    index("warnings_technology").on(table.technology),
    index("warnings_begin").on(table.fromInstant),
    index("warnings_end").on(table.untilInstant),
    index("warnings_due").on(table.dueSort, table.key),
    index("warnings_kind").on(table.kind, table.dueSort, table.key),
    index("warnings_department").on(table.department, table.dueSort, table.key),
    index("warnings_person").on(table.person, table.dueSort, table.key),
    index("warnings_role").on(table.role, table.dueSort, table.key),
  ],
);

export type WarningRow = typeof warningsTable.$inferSelect;

/** Before it has a key. */
export type NewWarningRow = Omit<WarningRow, "key"> & { readonly key: null };
