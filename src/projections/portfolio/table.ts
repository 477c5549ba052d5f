import { index, integer, real, sqliteTable, text, uniqueIndex } from "../drizzle.ts";

/** One row a technology, as lists show, sort and filter them. */
export const technologies = sqliteTable(
  "technologies",
  {
    /** Ledger position of the first event: unique, stable over rebuilds, the rowid of the search index. */
    key: integer("key").primaryKey(),
    id: text("id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** The name as it is compared and sorted. */
    nameKey: text("nameKey").notNull(),
    department: text("department").notNull(),
    tier: text("tier").notNull(),
    stage: text("stage").notNull(),
    /** Place of the stage in the life of a technology, for sorting. */
    stageRank: integer("stageRank").notNull(),
    held: integer("held").notNull(),
    /** 1 where an imported stage is only asserted. */
    asserted: integer("asserted").notNull(),
    proposer: text("proposer").notNull(),
    sponsor: text("sponsor").notNull(),
    gate: text("gate"),
    gateWaits: integer("gateWaits").notNull(),
    /** Of a gate that waits: 1 where no condition bars an approval. */
    ready: integer("ready").notNull(),
    /** What the last look said, and the stated cost of a year: leaders choose by them what to decide next. */
    outcome: text("outcome"),
    annual: real("annual"),
    /** One letter a condition: m met, u unmet, k unknown, w waived. */
    conditions: text("conditions").notNull(),
    /** The next date, or a day after every other. */
    dateSort: text("dateSort").notNull(),
    /** JSON of what a list shows and never filters by. */
    detail: text("detail").notNull(),
    /** Digest of all that a list shows of the row: as long as it stays the same, so does what was drawn of it. */
    face: text("face").notNull(),
    proposedAt: text("proposedAt").notNull(),
    updatedAt: text("updatedAt").notNull(),
    version: integer("version").notNull(),
    position: integer("position").notNull(),
    /** Digests of summary and need as copied for search. */
    summary: text("summary").notNull(),
    need: text("need").notNull(),
    /** The first day on which the passing of time alone may change this row. */
    recheckOn: text("recheckOn"),
    /** The next instant after which, within a day, the passing of time alone may change it. */
    recheckAt: text("recheckAt"),
    /** From when what presses within the day is marked, and after when it is overdue. */
    pressingFrom: text("pressingFrom"),
    pressingDue: text("pressingDue"),
  },
  (table) => [
    uniqueIndex("technologies_id").on(table.id),
    uniqueIndex("technologies_slug").on(table.slug),
    // For every filter that is offered, each sort within it: entries.ts names them, and a test sees them used.
    // What is late is asked of the index itself, since most that is walked by another sort may not be.
    index("technologies_name").on(table.nameKey, table.key, table.dateSort),
    index("technologies_stage").on(table.stageRank, table.key, table.dateSort),
    index("technologies_date").on(table.dateSort, table.key),
    index("technologies_updated").on(table.updatedAt, table.key, table.dateSort),
    index("technologies_stage_name").on(table.stageRank, table.nameKey, table.key, table.dateSort),
    index("technologies_stage_date").on(table.stageRank, table.dateSort, table.key),
    index("technologies_stage_updated").on(table.stageRank, table.updatedAt, table.key, table.dateSort),
    index("technologies_department_name").on(table.department, table.nameKey, table.key),
    index("technologies_department_stage").on(table.department, table.stageRank, table.key),
    index("technologies_department_date").on(table.department, table.dateSort, table.key),
    index("technologies_department_updated").on(table.department, table.updatedAt, table.key),
    index("technologies_department_stage_name").on(table.department, table.stageRank, table.nameKey, table.key),
    index("technologies_department_stage_date").on(table.department, table.stageRank, table.dateSort, table.key),
    index("technologies_department_stage_updated").on(table.department, table.stageRank, table.updatedAt, table.key),
    index("technologies_tier").on(table.tier, table.stageRank, table.key),
    index("technologies_department_tier").on(table.department, table.tier, table.stageRank, table.key),
    index("technologies_proposer").on(table.proposer),
    index("technologies_sponsor").on(table.sponsor),
    index("technologies_recheck").on(table.recheckOn),
    index("technologies_recheckAt").on(table.recheckAt),
  ],
);

/** Kept beside the rows, because counting a hundred thousand rows for every page is what makes such pages slow. */
export const counters = sqliteTable("counters", {
  name: text("name").primaryKey(),
  amount: integer("amount").notNull(),
});

/**
 * Chinese is indexed as overlapping pairs (search-words.ts makes them), so that two characters are a query; a trigram
 * tokenizer would need three. Deleted words leave the index at once: an erased need must not stay in a segment.
 */
export const searchIndex = `CREATE VIRTUAL TABLE search USING fts5(name, summary, need, department, tokenize = "unicode61 remove_diacritics 2", prefix = '2');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);`;

export type StoredRow = typeof technologies.$inferSelect;

/** As it is made of a technology; its face is told from the rest when it is written. */
export type UnfacedRow = Omit<StoredRow, "face">;
