import type { Database } from "better-sqlite3";
import type { Day } from "../domain/words/text.ts";

/** Technologies whose rows are to be written although no event is at hand: the end of a rebuild, a day that passed. */
export interface Pending {
  add(id: string): void;
  drop(id: string): void;
  some(most: number): string[];
  /** Adds all that time may have changed by a day. */
  addDue(day: Day): void;
}

export function pendingTable(db: Database): Pending {
  const add = db.prepare<[string]>("INSERT INTO pending VALUES (?) ON CONFLICT DO NOTHING");
  const drop = db.prepare<[string]>("DELETE FROM pending WHERE id = ?");
  const some = db.prepare<[number], string>("SELECT id FROM pending LIMIT ?").pluck();
  const due = db.prepare<[Day]>(
    "INSERT INTO pending SELECT id FROM technologies WHERE recheckOn <= ? ON CONFLICT DO NOTHING",
  );
  return {
    add: (id) => void add.run(id),
    drop: (id) => void drop.run(id),
    some: (most) => some.all(most),
    addDue: (day) => void due.run(day),
  };
}
