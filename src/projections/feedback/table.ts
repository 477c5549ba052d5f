import { index, integer, sqliteTable, text, uniqueIndex } from "../drizzle.ts";

/** A row a message, as its own entries have it; no words that people wrote. */
export const feedbackTable = sqliteTable(
  "feedback",
  {
    /** Ledger position of its first entry. */
    key: integer("key").primaryKey(),
    id: text("id").notNull(),
    technology: text("technology").notNull(),
    category: text("category").notNull(),
    severity: text("severity").notNull(),
    /** Empty: not said. */
    place: text("place").notNull(),
    audience: text("audience").notNull(),
    channel: text("channel").notNull(),
    receivedOn: text("receivedOn").notNull(),
    /** 1: an answer is owed. */
    open: integer("open").notNull(),
    /** The last day on which the writer is waited for; empty: nobody is. */
    waitsUntil: text("waitsUntil").notNull(),
    due: text("due").notNull(),
    very: text("very").notNull(),
    /** Empty until it is answered. */
    answeredOn: text("answeredOn").notNull(),
    outcome: text("outcome").notNull(),
    reopened: integer("reopened").notNull(),
    /** 0: none. */
    rating: integer("rating").notNull(),
    /** The day of a call that is owed; empty: none is. */
    callBack: text("callBack").notNull(),
  },
  (table) => [
    uniqueIndex("feedback_id").on(table.id),
    index("feedback_technology").on(table.technology, table.key),
    index("feedback_open").on(table.technology, table.open, table.due, table.key),
    index("feedback_severity").on(table.technology, table.severity, table.key),
    index("feedback_category").on(table.technology, table.category, table.key),
    index("feedback_place").on(table.technology, table.place, table.key),
    index("feedback_audience").on(table.technology, table.audience, table.key),
    index("feedback_reopened").on(table.technology, table.reopened, table.key),
    index("feedback_call").on(table.technology, table.callBack, table.key),
  ],
);

export type FeedbackRow = typeof feedbackTable.$inferSelect;

/**
 * Counts that pages show, kept with every entry so that none of them walks the messages. By kind and key: `due` of open messages by
 * "last day, very overdue after"; `call` by day; `days` answers by the working days they took; `week` by
 * [Monday, place, group, severe]; `all` by what was counted.
 */
export const tallyTable = sqliteTable(
  "feedbackTallies",
  {
    number: integer("number").primaryKey(),
    technology: text("technology").notNull(),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [uniqueIndex("feedback_tally").on(table.technology, table.kind, table.key)],
);

/** What each technology's own stream says of its messages, as feedbackKey() has it. */
export const notedTable = sqliteTable("feedbackNoted", {
  technology: text("technology").primaryKey(),
  said: text("said").notNull(),
});
