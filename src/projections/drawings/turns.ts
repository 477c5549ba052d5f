import type { Database } from "better-sqlite3";
import { turnIn } from "../../domain/radar/places.ts";
import type { Turn } from "../../domain/radar/places.ts";
import type { PastEvent } from "../../domain/technology/state/envelope.ts";
import type { AssertedStage } from "../../domain/technology/state/imports.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Instant } from "../../domain/words/text.ts";
import { index, integer, sqliteTable, text } from "../drizzle.ts";
import { insertInto } from "../read-model.ts";

/** A state knows when it was held, but not when that ended, and of the rows it was imported from the last one. */
export const turnsTable = sqliteTable(
  "turns",
  {
    position: integer("position").primaryKey(),
    technology: text("technology").notNull(),
    at: text("at").notNull(),
    turn: text("turn").notNull(),
    /** Asserted by an import. */
    stage: text("stage"),
  },
  (table) => [index("turns_technology").on(table.technology, table.position)],
);

type Row = typeof turnsTable.$inferSelect;

export type TurnsOf = (id: string, t: Pick<Technology, "holds" | "imported">) => readonly Turn[];

/** Most technologies never have any, and are not asked for them. */
export function turnsIn(db: Database): TurnsOf {
  const of = db.prepare<[string], Row>("SELECT * FROM turns WHERE technology = ? ORDER BY position");
  return (id, { holds, imported }) => (holds.length === 0 && imported === null ? [] : of.all(id).map(turnOf));
}

export function turnWriter(db: Database): (technology: string, event: PastEvent) => void {
  const insert = db.prepare<Row>(insertInto(turnsTable));
  return (technology, event) => {
    const turn = turnIn(event);
    if (turn === null) return;
    const { position, at, is } = turn;
    insert.run({ position, technology, at, turn: is, stage: is === "imported" ? turn.stage : null });
  };
}

function turnOf({ position, at, turn, stage }: Row): Turn {
  const when: { readonly position: number; readonly at: Instant } = { position, at };
  if (turn === "imported") return { ...when, is: "imported", stage: stage as AssertedStage | null };
  return { ...when, is: turn as "held" | "resumed" };
}
