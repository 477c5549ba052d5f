import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** A row for each thing that counts for a period, see domain/technology/manifest/countable.ts. */
export const countables = sqliteTable(
  "countables",
  {
    key: integer("key").primaryKey(),
    technology: text("technology").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    department: text("department").notNull(),
    standing: text("standing").notNull(),
    /** The day by which it counts. */
    day: text("day").notNull(),
    /** JSON */
    detail: text("detail").notNull(),
    position: integer("position"),
  },
  (of) => [
    index("countables_technology").on(of.technology),
    // A list is a seek for each standing that its figure is made of.
    index("countables_of").on(of.kind, of.standing, of.day, of.technology, of.subject),
    index("countables_within").on(of.department, of.kind, of.standing, of.day, of.technology, of.subject),
  ],
);

/** How many of them there are on each day, of each department and of all (""): a period is a sum over its days. */
export const sums = sqliteTable("countableSums", {
  /** Department, kind, standing and day: the order of a read. */
  name: text("name").primaryKey(),
  amount: integer("amount").notNull(),
});

export type CountableRow = Omit<typeof countables.$inferSelect, "key">;

export type SumRow = typeof sums.$inferSelect;

/** Parts what a name is made of; no key of a department, kind or standing has it. */
const parting = "\t";

export const sumName = (department: string, kind: string, standing: string, day: string): string =>
  [department, kind, standing, day].join(parting);
