import { index, sqliteTable, text } from "../drizzle.ts";

/** Pieces that are or were offered, a row each; `audience` is "*", or departments between commas: ",health,transport,". */
export const offers = sqliteTable(
  "sharedOffers",
  {
    technology: text("technology").notNull(),
    department: text("department").notNull(),
    evidence: text("evidence").notNull(),
    kind: text("kind").notNull(),
    audience: text("audience").notNull(),
    /** "" while it stands; else what became of it. */
    moved: text("moved").notNull(),
    expiresOn: text("expiresOn").notNull(),
    at: text("at").notNull(),
  },
  (of) => [index("offered_technology").on(of.technology, of.evidence), index("offered_at").on(of.at)],
);

/** Pieces that were taken over, a row each. */
export const loans = sqliteTable(
  "sharedLoans",
  {
    technology: text("technology").notNull(),
    department: text("department").notNull(),
    borrowed: text("borrowed").notNull(),
    origin: text("origin").notNull(),
    originDepartment: text("originDepartment").notNull(),
    evidence: text("evidence").notNull(),
    at: text("at").notNull(),
    /** "" while its stream says that it stands. */
    moved: text("moved").notNull(),
  },
  (of) => [
    index("lent_technology").on(of.technology),
    index("lent_origin").on(of.origin, of.evidence),
    index("lent_at").on(of.at),
  ],
);
