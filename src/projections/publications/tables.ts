import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** What the public list says of a technology, and since when its next decision waits to be told; one row each that was decided on. */
export const publicTechnologies = sqliteTable(
  "publicTechnologies",
  {
    technology: text("technology").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** The name as it is looked for: stands in each index, so that a search that finds nothing reads no row. */
    wanted: text("wanted").notNull(),
    department: text("department").notNull(),
    /** As it stood before the first decision that is not told. */
    stage: text("stage").notNull(),
    /** Of the newest decision told; "" and 0 while none is. */
    gate: text("gate").notNull(),
    outcome: text("outcome").notNull(),
    decidedOn: text("decidedOn").notNull(),
    told: integer("told").notNull(),
    /** Day of the first decision that is not told; "" where all are. */
    waitsFrom: text("waitsFrom").notNull(),
    /** How far it came, by the place of the stage among those that are published; −1: not as far as any. */
    reached: integer("reached").notNull(),
  },
  (of) => [
    index("public_slug").on(of.told, of.slug, of.wanted),
    index("public_stage").on(of.stage, of.slug, of.wanted),
    index("public_department").on(of.department, of.slug, of.wanted),
    index("public_waits").on(of.waitsFrom, of.reached),
  ],
);

/** Decisions that were told, by the position of the entry that told them. */
export const publicDecisions = sqliteTable(
  "publicDecisions",
  {
    position: integer("position").primaryKey(),
    technology: text("technology").notNull(),
    decision: integer("decision").notNull(),
    gate: text("gate").notNull(),
    outcome: text("outcome").notNull(),
    decidedOn: text("decidedOn").notNull(),
    at: text("at").notNull(),
  },
  (of) => [index("public_decision").on(of.technology, of.position)],
);
