import { sqliteTable, text } from "./drizzle.ts";
import type { ReadModel } from "./read-model.ts";

/** Files erased on a legal ground: the sweep sees that none of them is left in the vault. */
const table = sqliteTable("erasures", {
  digest: text("digest").primaryKey(),
  technology: text("technology").notNull(),
});

/** A row is a hint: only the ledger says that a file may go. */
export type ErasedFile = typeof table.$inferSelect;

export interface Erasures {
  all(): readonly ErasedFile[];
}

export const erasures: ReadModel<Erasures> = {
  tables: [table],
  writer: (db) => {
    const add = db.prepare<[string, string]>("INSERT INTO erasures VALUES (?, ?) ON CONFLICT DO NOTHING");
    return {
      event: (technology, event) => {
        if (event.type === "FileErased") add.run(event.payload.digest, technology);
      },
    };
  },
  queries: (db) => {
    const all = db.prepare<[], ErasedFile>("SELECT technology, digest FROM erasures");
    return { all: () => all.all() };
  },
};
