import type { Database } from "better-sqlite3";
import type { Role } from "../../domain/people/roles.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import type { Day, PersonId } from "../../domain/words/text.ts";
import { answersPer } from "../answers-per-state.ts";
import { fromStored } from "../portfolio/row.ts";
import type { StoredRow } from "../portfolio/table.ts";
import { driftedAmong } from "../decisions/drift.ts";
import type { Asked, ReadModel, Writer } from "../read-model.ts";
import type { WorkItem } from "./types.ts";
import type { WorkKind } from "../../domain/technology/work.ts";
import { workRows } from "./rows.ts";
import { workTable } from "./table.ts";

export interface Work {
  /** What waits for a person, the most urgent first. A deputy passes the office's role among the roles. */
  of(person: Worker, options?: { readonly limit?: number }): readonly WorkItem[];
  /** How much waits, counted up to 100. */
  count(person: Worker): number;
}

interface Worker {
  readonly id: PersonId;
  readonly roles: readonly Role[];
}

interface Row extends StoredRow {
  readonly w_kind: WorkKind;
  readonly w_gate: Gate | null;
  readonly w_subject: string | null;
  readonly w_due: string;
  readonly w_since: string;
}

const never = "9999-12-31";
const mostCounted = 100;

export const work: ReadModel<Work> = { tables: [workTable], writer, queries };

function writer(db: Database): Writer {
  const drop = db.prepare<[string]>("DELETE FROM work WHERE technology = ?");
  // By position: names cost a lookup a column, and a rebuild writes more of these rows than of any other.
  const add = db.prepare<(string | null)[]>(
    `INSERT INTO work (technology, kind, person, role, excluded, gate, subject, dueSort, since)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    technology: ({ id, state, decisions, ...ground }) => {
      drop.run(id);
      for (const row of workRows(id, state, { ...ground, drifted: driftedAmong(decisions) })) {
        const { kind, person, role, excluded, gate, subject, dueSort, since } = row;
        add.run(id, kind, person, role, excluded, gate, subject, dueSort, since);
      }
    },
  };
}

interface Waiting {
  readonly key: number;
  readonly dueSort: string;
}

/** One list for what is theirs by name and one for each role: an OR over them would use no index, and sort everything. */
function queries(db: Database, { today, state }: Asked): Work {
  // Every page of a person shows the number; it stays the same until something happens.
  const remembered = answersPer(state);
  const theirs = db.prepare<[string, number], Waiting>(
    "SELECT key, dueSort FROM work WHERE person = ? ORDER BY dueSort, key LIMIT ?",
  );
  const anybodys = db.prepare<[string, string, number], Waiting>(
    `SELECT key, dueSort FROM work WHERE role = ?
     AND NOT EXISTS (SELECT 1 FROM json_each(excluded) AS out WHERE out.value = ?) ORDER BY dueSort, key LIMIT ?`,
  );
  const details = db.prepare<[string], Row>(
    `SELECT t.*, w.kind AS w_kind, w.gate AS w_gate, w.subject AS w_subject, w.dueSort AS w_due, w.since AS w_since
     FROM json_each(?) AS first CROSS JOIN work AS w ON w.key = first.value
     JOIN technologies AS t ON t.id = w.technology ORDER BY w.dueSort, w.key`,
  );
  const first = ({ id, roles }: Worker, limit: number): Waiting[] => [
    ...theirs.all(id, limit),
    ...roles.flatMap((role) => anybodys.all(role, id, limit)),
  ];
  return {
    of: (worker, { limit = 200 } = {}) => {
      const keys = first(worker, limit)
        .toSorted(byUrgency)
        .slice(0, limit)
        .map(({ key }) => key);
      return details.all(JSON.stringify(keys)).map((row) => item(row, today()));
    },
    count: (worker) =>
      remembered(JSON.stringify([worker.id, worker.roles]), () =>
        Math.min(first(worker, mostCounted).length, mostCounted),
      ),
  };
}

const byUrgency = (a: Waiting, b: Waiting): number =>
  a.dueSort === b.dueSort ? a.key - b.key : a.dueSort < b.dueSort ? -1 : 1;

function item({ w_kind, w_gate, w_subject, w_due, w_since, ...row }: Row, today: Day): WorkItem {
  return {
    technology: fromStored(row, today),
    kind: w_kind,
    gate: w_gate,
    subject: w_subject,
    due: w_due === never ? null : w_due,
    late: w_due < today,
    since: w_since,
  };
}
