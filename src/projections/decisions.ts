import type { Database } from "better-sqlite3";
import type { Gate } from "../domain/policy/policy.ts";
import type { GateOutcome } from "../domain/technology/state/decision.ts";
import type { Decided } from "../domain/technology/state/gate.ts";
import { isExpired, isWithheld } from "../domain/technology/state/in-force.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day } from "../domain/words/text.ts";
import type { DecisionView, Drift } from "./types.ts";

export interface Decisions {
  /** Newest first. */
  of(technology: string): readonly DecisionView[];
  at(position: number): DecisionView | null;
  latest(technology: string, gate: Gate): DecisionView | null;
  /** Decisions whose ground changed, newest first. */
  drifted(limit: number): readonly DecisionView[];
}

export interface DecisionsTable {
  put(decisions: readonly DecisionView[]): void;
}

interface Row {
  readonly position: number;
  readonly technology: string;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly decidedAt: string;
  readonly policyVersion: number;
  readonly drift: string;
  readonly drifted: number;
}

export function decisionsTable(db: Database): DecisionsTable {
  const put = db.prepare<Row>(
    `INSERT OR REPLACE INTO decisions VALUES
     (@position, @technology, @gate, @outcome, @decidedAt, @policyVersion, @drift, @drifted)`,
  );
  return {
    put: (decisions) => {
      for (const one of decisions) {
        put.run({ ...one, drift: JSON.stringify(one.drift), drifted: one.drift.length > 0 ? 1 : 0 });
      }
    },
  };
}

export function decisionsReader(db: Database): Decisions {
  const of = db.prepare<[string], Row>("SELECT * FROM decisions WHERE technology = ? ORDER BY position DESC");
  const at = db.prepare<[number], Row>("SELECT * FROM decisions WHERE position = ?");
  const latest = db.prepare<[string, Gate], Row>(
    "SELECT * FROM decisions WHERE technology = ? AND gate = ? ORDER BY position DESC LIMIT 1",
  );
  const drifted = db.prepare<[number], Row>("SELECT * FROM decisions WHERE drifted = 1 ORDER BY position DESC LIMIT ?");
  const one = (row: Row | undefined) => (row === undefined ? null : view(row));
  return {
    of: (technology) => of.all(technology).map(view),
    at: (position) => one(at.get(position)),
    latest: (technology, gate) => one(latest.get(technology, gate)),
    drifted: (limit) => drifted.all(limit).map(view),
  };
}

/** Every decision on a technology, with what has become of the evidence it looked at. */
export function decisionsOf(id: string, t: Technology, today: Day): DecisionView[] {
  return t.decisions.map((decided) => ({
    position: decided.position,
    technology: id,
    gate: decided.gate,
    outcome: decided.outcome,
    decidedAt: decided.at,
    policyVersion: decided.record.policyVersion,
    drift: driftOf(decided, t, today),
  }));
}

/** Only an approval stands on its evidence: a return or a rejection does not become wrong when a file goes. */
function driftOf(decided: Decided, t: Technology, today: Day): Drift[] {
  if (decided.outcome === "return" || decided.outcome === "reject") return [];
  return decided.record.evidence.flatMap(({ evidence }): Drift[] => {
    const piece = t.evidence.find((one) => one.evidence === evidence);
    if (piece === undefined) return [];
    if (isWithheld(piece)) return [{ kind: "evidence-withheld", subject: evidence }];
    if (piece.erased) return [{ kind: "evidence-erased", subject: evidence }];
    if (piece.state === "withdrawn") return [{ kind: "evidence-withdrawn", subject: evidence }];
    return piece.state === "expired" || isExpired(piece, today)
      ? [{ kind: "evidence-expired", subject: evidence }]
      : [];
  });
}

const view = ({ position, technology, gate, outcome, decidedAt, policyVersion, drift }: Row): DecisionView => ({
  position,
  technology,
  gate,
  outcome,
  decidedAt,
  policyVersion,
  drift: JSON.parse(drift) as Drift[],
});
