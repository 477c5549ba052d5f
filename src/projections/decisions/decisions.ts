import { index, integer, sqliteTable, text } from "../drizzle.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import type { GateOutcome } from "../../domain/technology/state/decision.ts";
import { putInto } from "../read-model.ts";
import type { ReadModel } from "../read-model.ts";
import type { Drift } from "../../domain/technology/gate/drift.ts";
import type { DecisionView } from "./drift.ts";

const table = sqliteTable(
  "decisions",
  {
    position: integer("position").primaryKey(),
    technology: text("technology").notNull(),
    gate: text("gate").notNull(),
    outcome: text("outcome").notNull(),
    decidedAt: text("decidedAt").notNull(),
    policyVersion: integer("policyVersion").notNull(),
    /** JSON */
    drift: text("drift").notNull(),
    carries: integer("carries").notNull(),
    drifted: integer("drifted").notNull(),
  },
  (table) => [
    index("decisions_technology").on(table.technology, table.gate, table.position),
    index("decisions_drifted").on(table.drifted, table.position),
  ],
);

type Row = typeof table.$inferSelect;

export interface Decisions {
  /** Newest first. */
  of(technology: string): readonly DecisionView[];
  at(position: number): DecisionView | null;
  latest(technology: string, gate: Gate): DecisionView | null;
  /** Decisions that something stands on and whose ground changed, newest first. */
  drifted(limit: number): readonly DecisionView[];
}

export const decisions: ReadModel<Decisions> = {
  tables: [table],
  writer: (db) => {
    const put = db.prepare<Row>(putInto(table));
    return {
      technology: (written) => {
        for (const decision of written.decisions) {
          const { drift, carries, ...rest } = decision;
          const drifted = carries && drift.length > 0 ? 1 : 0;
          put.run({ ...rest, drift: JSON.stringify(drift), carries: carries ? 1 : 0, drifted });
        }
      },
    };
  },
  queries: (db) => {
    const of = db.prepare<[string], Row>("SELECT * FROM decisions WHERE technology = ? ORDER BY position DESC");
    const at = db.prepare<[number], Row>("SELECT * FROM decisions WHERE position = ?");
    const latest = db.prepare<[string, Gate], Row>(
      "SELECT * FROM decisions WHERE technology = ? AND gate = ? ORDER BY position DESC LIMIT 1",
    );
    const drifted = db.prepare<[number], Row>(
      "SELECT * FROM decisions WHERE drifted = 1 ORDER BY position DESC LIMIT ?",
    );
    const viewOrNull = (row: Row | undefined) => (row === undefined ? null : view(row));
    return {
      of: (technology) => of.all(technology).map(view),
      at: (position) => viewOrNull(at.get(position)),
      latest: (technology, gate) => viewOrNull(latest.get(technology, gate)),
      drifted: (limit) => drifted.all(limit).map(view),
    };
  },
};

const view = ({
  position,
  technology,
  gate,
  outcome,
  decidedAt,
  policyVersion,
  drift,
  carries,
}: Row): DecisionView => ({
  position,
  technology,
  gate: gate as Gate,
  outcome: outcome as GateOutcome,
  decidedAt,
  policyVersion,
  drift: JSON.parse(drift) as Drift[],
  carries: carries === 1,
});
