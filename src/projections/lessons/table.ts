import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** A row a technology that came to an end, or whose rollout was taken back. */
export const lessonsTable = sqliteTable(
  "lessons",
  {
    /** That of its row in the portfolio, the rowid of the search index. */
    key: integer("key").primaryKey(),
    department: text("department").notNull(),
    /** How it last ended. */
    ending: text("ending").notNull(),
    endedAt: text("endedAt").notNull(),
    /** Ledger position of its end: the list is sorted by it. */
    position: integer("position").notNull(),
    /** 1: what was learned from this end is on record. */
    learned: integer("learned").notNull(),
    /** JSON list of the digests of its lessons, the oldest first. */
    digests: text("digests").notNull(),
  },
  (table) => [
    index("lessons_position").on(table.position),
    index("lessons_department").on(table.department, table.position),
    index("lessons_ending").on(table.ending, table.position),
  ],
);

/** As the portfolio's index; an erased lesson must not stay in a segment either. */
export const lessonIndex = `CREATE VIRTUAL TABLE lessonSearch USING fts5(name, summary, department, lessons, tokenize = "unicode61 remove_diacritics 2", prefix = '2');
INSERT INTO lessonSearch (lessonSearch, rank) VALUES ('secure-delete', 1);`;

export type LessonRow = typeof lessonsTable.$inferSelect;
