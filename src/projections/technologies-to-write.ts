import type { Database } from "better-sqlite3";
import { sqliteTable, text } from "./drizzle.ts";
import type { Day, Instant } from "../domain/words/text.ts";

/** Technologies whose rows are to be written although no event is at hand: the end of a rebuild, a day that passed. */
export const technologiesToWrite = sqliteTable("technologiesToWrite", {
  id: text("id").primaryKey(),
});

export interface TechnologiesToWrite {
  add(id: string): void;
  drop(id: string): void;
  some(most: number): string[];
  /** Adds all that time may have changed by a day and whose newest entry is past a position, and by an instant. */
  addDue(day: Day, past: number, now: Instant): void;
}

export function technologiesToWriteIn(db: Database): TechnologiesToWrite {
  const add = db.prepare<[string]>("INSERT INTO technologiesToWrite VALUES (?) ON CONFLICT DO NOTHING");
  const drop = db.prepare<[string]>("DELETE FROM technologiesToWrite WHERE id = ?");
  const some = db.prepare<[number], string>("SELECT id FROM technologiesToWrite LIMIT ?").pluck();
  const due = db.prepare<[Day, number, Instant]>(
    `INSERT INTO technologiesToWrite SELECT id FROM technologies
       WHERE (recheckOn <= ? AND position > ?) OR recheckAt < ? ON CONFLICT DO NOTHING`,
  );
  return {
    add: (id) => void add.run(id),
    drop: (id) => void drop.run(id),
    some: (most) => some.all(most),
    addDue: (day, past, now) => void due.run(day, past, now),
  };
}
