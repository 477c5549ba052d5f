import { index, integer, sqliteTable, text, uniqueIndex } from "../drizzle.ts";

/** A row a consultation, as its technology's stream has it. */
export const consultationTable = sqliteTable(
  "consultations",
  {
    /** Ledger position of its opening. */
    key: integer("key").primaryKey(),
    technology: text("technology").notNull(),
    consultation: text("consultation").notNull(),
    slug: text("slug").notNull(),
    /** Of the technology. */
    name: text("name").notNull(),
    department: text("department").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    opensOn: text("opensOn").notNull(),
    closesOn: text("closesOn").notNull(),
    respondBy: text("respondBy").notNull(),
    openedAt: text("openedAt").notNull(),
    /** Empty until then. */
    answeredAt: text("answeredAt").notNull(),
    withdrawnOn: text("withdrawnOn").notNull(),
    answeredOn: text("answeredOn").notNull(),
    /** What the technology's stream says of its contributions, as countsKey() has it. */
    counted: text("counted").notNull(),
    /** 1: answers of a poll that nobody has counted. */
    uncounted: integer("uncounted").notNull(),
  },
  (table) => [
    uniqueIndex("consultation_id").on(table.technology, table.consultation),
    index("consultation_closes").on(table.withdrawnOn, table.answeredOn, table.closesOn, table.key),
    index("consultation_owed").on(table.withdrawnOn, table.answeredOn, table.respondBy, table.key),
    index("consultation_answered").on(table.withdrawnOn, table.answeredOn, table.key),
    index("consultation_withdrawn").on(table.withdrawnOn, table.key),
  ],
);

export type ConsultationRow = typeof consultationTable.$inferSelect;

/** A row a contribution, as its own entries have it; no words that people wrote. */
export const contributionTable = sqliteTable(
  "contributions",
  {
    /** Ledger position of its first entry. */
    key: integer("key").primaryKey(),
    id: text("id").notNull(),
    technology: text("technology").notNull(),
    consultation: text("consultation").notNull(),
    channel: text("channel").notNull(),
    receivedOn: text("receivedOn").notNull(),
    /** With a space between; empty: in none. */
    points: text("points").notNull(),
    /** Why it is hidden; empty: it is not. */
    hidden: text("hidden").notNull(),
    /** 1: it has to be put into a point. */
    unplaced: integer("unplaced").notNull(),
  },
  (table) => [
    uniqueIndex("contribution_id").on(table.id),
    index("contribution_consultation").on(table.technology, table.consultation, table.key),
    index("contribution_unplaced").on(table.technology, table.consultation, table.unplaced, table.key),
    index("contribution_hidden").on(table.technology, table.consultation, table.hidden, table.key),
    index("contribution_channel").on(table.technology, table.consultation, table.channel, table.key),
  ],
);

export type ContributionRow = typeof contributionTable.$inferSelect;

/** Which contributions are in a point. */
export const placedTable = sqliteTable(
  "contributionPoints",
  {
    number: integer("number").primaryKey(),
    technology: text("technology").notNull(),
    consultation: text("consultation").notNull(),
    point: text("point").notNull(),
    /** Of the contribution. */
    key: integer("key").notNull(),
  },
  (table) => [uniqueIndex("contribution_point").on(table.technology, table.consultation, table.point, table.key)],
);

/**
 * Counts that pages show, kept with every entry so that none of them walks the contributions: `channel`, `hidden` by reason,
 * `point`, and `unplaced` with an empty key.
 */
export const contributionTallyTable = sqliteTable(
  "contributionTallies",
  {
    number: integer("number").primaryKey(),
    technology: text("technology").notNull(),
    consultation: text("consultation").notNull(),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [uniqueIndex("contribution_tally").on(table.technology, table.consultation, table.kind, table.key)],
);
