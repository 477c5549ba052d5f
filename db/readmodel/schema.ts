import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Read models: disposable. There are no migrations; where the fingerprint of this schema differs from the file's, the
 * file is thrown away and made again from the ledger. Columns carry the names of the code, so that a raw row is typed.
 * No names of people and no free text stand here but the copies for search, which an erasure drops.
 */
export const checkpoint = sqliteTable("checkpoint", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

export const technologies = sqliteTable(
  "technologies",
  {
    /** Ledger position of the first event: unique, stable over rebuilds, the rowid of the search index. */
    key: integer("key").primaryKey(),
    id: text("id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    nameSort: text("nameSort").notNull(),
    department: text("department").notNull(),
    tier: text("tier").notNull(),
    stage: text("stage").notNull(),
    /** Place of the stage in the life of a technology, for sorting. */
    stageRank: integer("stageRank").notNull(),
    held: integer("held").notNull(),
    proposer: text("proposer").notNull(),
    sponsor: text("sponsor").notNull(),
    gate: text("gate"),
    gateWaits: integer("gateWaits").notNull(),
    /** One letter a condition: m met, u unmet, k unknown, w waived. */
    conditions: text("conditions").notNull(),
    /** The next date, or a day after every other. */
    dateSort: text("dateSort").notNull(),
    /** JSON of what a list shows and never filters by. */
    detail: text("detail").notNull(),
    proposedAt: text("proposedAt").notNull(),
    updatedAt: text("updatedAt").notNull(),
    version: integer("version").notNull(),
    position: integer("position").notNull(),
    /** Digests of summary and need as copied for search. */
    summary: text("summary").notNull(),
    need: text("need").notNull(),
    /** The first day on which the passing of time alone may change this row. */
    recheckOn: text("recheckOn"),
  },
  (table) => [
    uniqueIndex("technologies_id").on(table.id),
    uniqueIndex("technologies_slug").on(table.slug),
    index("technologies_name").on(table.nameSort, table.key),
    index("technologies_stage").on(table.stageRank, table.key),
    index("technologies_date").on(table.dateSort, table.key),
    index("technologies_updated").on(table.updatedAt, table.key),
    index("technologies_stage_name").on(table.stage, table.nameSort, table.key),
    index("technologies_stage_date").on(table.stage, table.dateSort, table.key),
    index("technologies_stage_updated").on(table.stage, table.updatedAt, table.key),
    index("technologies_department_name").on(table.department, table.nameSort, table.key),
    index("technologies_department_stage").on(table.department, table.stageRank, table.key),
    index("technologies_department_date").on(table.department, table.dateSort, table.key),
    index("technologies_department_updated").on(table.department, table.updatedAt, table.key),
    index("technologies_recheck").on(table.recheckOn),
  ],
);

/** Files erased on a legal ground: the sweep sees that none of them is left in the vault. */
export const erasures = sqliteTable("erasures", {
  digest: text("digest").primaryKey(),
  technology: text("technology").notNull(),
});

/** Technologies whose events are applied while their row is still to be made: only during a rebuild. */
export const pending = sqliteTable("pending", {
  id: text("id").primaryKey(),
});

/** Kept beside the rows, because counting a hundred thousand rows for every page is what makes such pages slow. */
export const counters = sqliteTable("counters", {
  name: text("name").primaryKey(),
  amount: integer("amount").notNull(),
});

export const timeline = sqliteTable(
  "timeline",
  {
    position: integer("position").primaryKey(),
    technology: text("technology").notNull(),
    version: integer("version").notNull(),
    type: text("type").notNull(),
    schema: integer("schema").notNull(),
    time: text("time").notNull(),
    actor: text("actor").notNull(),
    role: text("role").notNull(),
    payload: text("payload").notNull(),
  },
  (table) => [index("timeline_technology").on(table.technology, table.position)],
);

/** What waits: for one person, or for anybody with the role who is not excluded. */
export const work = sqliteTable(
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
  },
  (table) => [
    index("work_technology").on(table.technology),
    index("work_person").on(table.person, table.dueSort, table.key),
    index("work_role").on(table.role, table.dueSort, table.key),
  ],
);

export const decisions = sqliteTable(
  "decisions",
  {
    position: integer("position").primaryKey(),
    technology: text("technology").notNull(),
    gate: text("gate").notNull(),
    outcome: text("outcome").notNull(),
    decidedAt: text("decidedAt").notNull(),
    policyVersion: integer("policyVersion").notNull(),
    drift: text("drift").notNull(),
    drifted: integer("drifted").notNull(),
  },
  (table) => [
    index("decisions_technology").on(table.technology, table.gate, table.position),
    index("decisions_drifted").on(table.drifted, table.position),
  ],
);

/** What took minutes of simulation and follows from a policy alone: key is a digest of everything it follows from. */
export const simulated = sqliteTable("simulated", {
  key: text("key").primaryKey(),
  /** JSON */
  answer: text("answer").notNull(),
});
