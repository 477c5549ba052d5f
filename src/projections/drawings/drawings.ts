import type { Database } from "better-sqlite3";
import { clearanceOf, piecesBehind } from "../../domain/radar/clearance.ts";
import { placesOf } from "../../domain/radar/places.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import { datesAhead } from "../../domain/technology/dates.ts";
import { integer, sqliteTable, text } from "../drizzle.ts";
import { putInto } from "../read-model.ts";
import type { ReadModel, WrittenTechnology } from "../read-model.ts";
import { turnsIn, turnsTable, turnWriter } from "./turns.ts";
import type { TurnsOf } from "./turns.ts";
import type { Drawing, Drawings, Evidence } from "./types.ts";

const table = sqliteTable("drawings", {
  /** That of the technology's row. */
  key: integer("key").primaryKey(),
  /** JSON of a Drawing. */
  drawing: text("drawing").notNull(),
});

type Row = typeof table.$inferSelect;

/** What a list of a page draws is asked for by the keys of its rows: nothing here is searched or sorted. */
export const drawings: ReadModel<Drawings> = {
  tables: [table, turnsTable],
  writesBy: ["turns_technology"],
  writer: (db) => {
    const put = db.prepare<Row>(putInto(table));
    const turns = turnsIn(db);
    return {
      event: turnWriter(db),
      technology: (written) => {
        const { state } = written;
        const key = state.passages[0]?.position ?? state.position;
        put.run({ key, drawing: JSON.stringify(drawingOf(written, turns)) });
      },
    };
  },
  queries: (db: Database) => {
    const of = db.prepare<[string], Row>(
      `SELECT d.* FROM json_each(?) AS listed CROSS JOIN drawings AS d ON d.key = listed.value`,
    );
    return {
      of: (keys) => new Map(of.all(JSON.stringify(keys)).map((row) => [row.key, JSON.parse(row.drawing) as Drawing])),
    };
  },
};

function drawingOf(written: WrittenTechnology, turns: TurnsOf): Drawing {
  const { id, state: t, policy, today, dayOf, verdict } = written;
  return {
    places: placesOf(t, turns(id, t), dayOf),
    looks: t.looks.map((look) => ({ on: dayOf(look.at), ...evidenceOf(look.verdict) })),
    evidence: verdict === null ? null : evidenceOf(verdict.verdict),
    decisions: t.decisions.map(({ at, position, gate, outcome }) => ({ on: dayOf(at), position, gate, outcome })),
    ahead: datesAhead(t, { policy, today, dayOf }),
  };
}

const evidenceOf = (verdict: Verdict): Evidence => ({
  clearance: clearanceOf(verdict),
  pieces: piecesBehind(verdict),
  reach: Object.fromEntries(
    verdict.criteria.map(({ id, measuredIndicators, applicableIndicators }) => [
      id,
      { measured: measuredIndicators, applicable: applicableIndicators },
    ]),
  ),
});
