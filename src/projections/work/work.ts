import type { Database } from "better-sqlite3";
import type { Role } from "../../domain/people/roles.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import type { Day, Instant, PersonId } from "../../domain/words/text.ts";
import { answersPer } from "../answers-per-state.ts";
import { cursorOf, readCursor } from "../portfolio/cursor.ts";
import type { Cursor } from "../portfolio/cursor.ts";
import { fromStored } from "../portfolio/row.ts";
import type { Now } from "../portfolio/row.ts";
import type { StoredRow } from "../portfolio/table.ts";
import type { PortfolioRow } from "../portfolio/types.ts";
import { driftedAmong } from "../decisions/drift.ts";
import type { Ground, ReadModel, Writer } from "../read-model.ts";
import type { OpenWork, WorkCounts, WorkPage, WorkQuery } from "./types.ts";
import type { WorkKind } from "../../domain/technology/work.ts";
import { never, workRows } from "./rows.ts";
import { workTable } from "./table.ts";

export interface Work {
  /** A page of what waits for a person among these kinds, the most urgent first. A deputy passes the office's role among the roles. */
  page(person: Worker, query: WorkQuery): WorkPage;
  /** How much waits among these kinds, and how much of it is late; each counted up to one more than `mostWorkCounted`. */
  counts(person: Worker, kinds: readonly WorkKind[]): WorkCounts;
  /** How much waits in all, counted up to 100. */
  count(person: Worker): number;
  /** All that waits in one technology and for whom, the most urgent first. */
  of(technology: PortfolioRow): readonly OpenWork[];
}

/** More than this is not counted: nobody reads the figure. */
export const mostWorkCounted = 1000;

interface Worker {
  readonly id: PersonId;
  readonly roles: readonly Role[];
  /** Holds a seat on the expert committee today, and no office that bars its holder from advising; absent: does not. */
  readonly advises?: boolean;
  readonly department?: string | null;
}

interface WorkColumns {
  readonly w_kind: WorkKind;
  readonly w_person: PersonId | null;
  readonly w_role: Role | null;
  readonly w_excluded: string;
  readonly w_gate: Gate | null;
  readonly w_subject: string | null;
  readonly w_due: string;
  readonly w_since: string;
  readonly w_dueAt: string;
}

type Row = StoredRow & WorkColumns;

/** Later than any day, and than none. */
const beyond = "9999-12-32";
/** For the number in every page's head. */
const mostInHead = 100;

export const work: ReadModel<Work> = { tables: [workTable], writer, writesBy: ["work_technology"], queries };

function writer(db: Database): Writer {
  const drop = db.prepare<[string]>("DELETE FROM work WHERE technology = ?");
  // By position: names cost a lookup a column, and a rebuild writes more of these rows than of any other.
  const add = db.prepare<(string | null)[]>(
    `INSERT INTO work (technology, kind, person, role, excluded, gate, subject, dueSort, since, fromAt, dueAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    technology: ({ id, state, decisions, ...ground }) => {
      drop.run(id);
      for (const row of workRows(id, state, { ...ground, drifted: driftedAmong(decisions) })) {
        const { kind, person, role, excluded, gate, subject, dueSort, since, fromAt, dueAt } = row;
        add.run(id, kind, person, role, excluded, gate, subject, dueSort, since, fromAt, dueAt);
      }
    },
  };
}

/**
 * A seek for each kind, of what is theirs by name and of each role's: an OR over them would use no index and sort
 * everything. A place is found by two seeks, among those of its day and beyond it.
 */
function queries(db: Database, { today, now, state }: Ground): Work {
  // Every page of a person shows the number; it stays the same until something happens.
  const remembered = answersPer(state);
  const theirs = listOf(db, "person = @of", mayAdviseThere);
  const anybodys = listOf(db, "role = @of", "AND instr(excluded, @self) = 0");
  const lists = ({ id, roles, advises = false, department = null }: Worker): readonly (readonly [List, Mine])[] => {
    const mine = { self: JSON.stringify(id), now: now(), advises: advises ? 1 : 0, department } as const;
    return [[theirs, { of: id, ...mine }], ...roles.map((role) => [anybodys, { of: role, ...mine }] as const)];
  };
  const details = db.prepare<[string], Row>(
    `SELECT t.*, ${columns} FROM json_each(?) AS first CROSS JOIN work AS w ON w.key = first.value
     JOIN technologies AS t ON t.id = w.technology ORDER BY w.dueSort, w.key`,
  );
  const inOne = db.prepare<[string, Instant], WorkColumns>(
    `SELECT ${columns} FROM work AS w INDEXED BY work_technology WHERE w.technology = ? AND w.fromAt <= ?
       ORDER BY w.dueSort, w.key`,
  );
  // Of two dozen kinds few are in anybody's lists.
  const there = (worker: Worker, kinds: readonly WorkKind[]) =>
    remembered(JSON.stringify([...whoAsks(worker), kinds, "there"]), () =>
      lists(worker).flatMap(([list, mine]) =>
        kinds.flatMap((kind) =>
          list.count({ ...mine, kind }, beyond, 1) > 0 ? [[list, { ...mine, kind }] as const] : [],
        ),
      ),
    );
  const total = (worker: Worker, most: number, count: (list: List, mine: Mine, limit: number) => number): number => {
    let sum = 0;
    for (const [list, mine] of lists(worker)) if (sum < most) sum += count(list, mine, most - sum);
    return sum;
  };
  const at = (): Now => ({ today: today(), now: now() });
  return {
    page: (worker, { kinds, after, limit }) => {
      const place = readCursor(after);
      const keys = there(worker, kinds)
        .flatMap(([list, mine]) => list.first(mine, place, limit + 1))
        .toSorted(byUrgency);
      const rows = details.all(JSON.stringify(keys.slice(0, limit).map(({ key }) => key)));
      const last = keys.length > limit ? keys[limit - 1] : undefined;
      return {
        items: rows.map((row) => item(row, fromStored(technologyIn(row), { today: today(), now: now() }), at())),
        next: last === undefined ? null : cursorOf([last.dueSort, last.key]),
      };
    },
    counts: (worker, kinds) =>
      remembered(JSON.stringify([...whoAsks(worker), kinds]), () => {
        const hours = total(worker, mostWorkCounted + 1, (list, mine, most) => {
          let sum = 0;
          for (const kind of kinds) if (sum < most) sum += list.countOver({ ...mine, kind }, today(), most - sum);
          return sum;
        });
        const before = (day: string): number =>
          total(worker, mostWorkCounted + 1, (list, mine, most) => {
            let sum = 0;
            for (const kind of kinds) if (sum < most) sum += list.count({ ...mine, kind }, day, most - sum);
            return sum;
          });
        return { waiting: before(beyond), late: before(today()) + hours };
      }),
    count: (worker) =>
      remembered(JSON.stringify(whoAsks(worker)), () =>
        total(worker, mostInHead, (list, mine, most) => list.countAll(mine, most)),
      ),
    of: (technology) =>
      remembered(`in ${technology.id}`, () => inOne.all(technology.id, now())).map((row) =>
        item(row, technology, at()),
      ),
  };
}

const columns = `w.kind AS w_kind, w.person AS w_person, w.role AS w_role, w.excluded AS w_excluded,
  w.gate AS w_gate, w.subject AS w_subject, w.dueSort AS w_due, w.since AS w_since, w.dueAt AS w_dueAt`;

interface Mine {
  /** The person or the role whose list it is. */
  readonly of: string;
  /** The person as they stand among those excluded. */
  readonly self: string;
  readonly now: Instant;
  readonly advises: 0 | 1;
  readonly department: string | null;
}

const whoAsks = ({ id, roles, advises, department }: Worker): readonly unknown[] => [id, roles, advises, department];

/** Who lost the seat, took an office or moved to the proposing department since they were asked can give no opinion. */
const mayAdviseThere = `AND (kind <> 'give-opinion' OR @advises = 1 AND NOT EXISTS (
  SELECT 1 FROM technologies AS own WHERE own.id = work.technology AND own.department = @department))`;

interface Waiting {
  readonly key: number;
  readonly dueSort: string;
}

interface List {
  first(mine: Mine & { readonly kind: WorkKind }, place: Cursor | null, limit: number): readonly Waiting[];
  count(mine: Mine & { readonly kind: WorkKind }, before: string, limit: number): number;
  /** What was due within this day, at an instant that has passed. */
  countOver(mine: Mine & { readonly kind: WorkKind }, today: Day, limit: number): number;
  countAll(mine: Mine, limit: number): number;
}

function listOf(db: Database, whose: string, excluding: string): List {
  const but = `AND fromAt <= @now ${excluding}`;
  const ofDay = db.prepare<[object], Waiting>(
    `SELECT key, dueSort FROM work WHERE ${whose} AND kind = @kind AND dueSort = @day AND key > @key ${but} ORDER BY key LIMIT @limit`,
  );
  const beyondDay = db.prepare<[object], Waiting>(
    `SELECT key, dueSort FROM work WHERE ${whose} AND kind = @kind AND dueSort > @day ${but} ORDER BY dueSort, key LIMIT @limit`,
  );
  const count = db.prepare<[object], number>(
    `SELECT count(*) FROM (SELECT 1 FROM work WHERE ${whose} AND kind = @kind AND dueSort < @day ${but} LIMIT @limit)`,
  );
  const countOver = db.prepare<[object], number>(
    `SELECT count(*) FROM (SELECT 1 FROM work WHERE ${whose} AND kind = @kind AND dueSort = @day
       AND dueAt <> '' AND dueAt < @now ${but} LIMIT @limit)`,
  );
  const countAll = db.prepare<[object], number>(
    `SELECT count(*) FROM (SELECT 1 FROM work WHERE ${whose} ${but} LIMIT @limit)`,
  );
  return {
    first: (mine, place, limit) => {
      const [day, key] = place ?? ["", 0];
      const ties = place === null ? [] : ofDay.all({ ...mine, day, key, limit });
      return ties.length === limit ? ties : [...ties, ...beyondDay.all({ ...mine, day, limit: limit - ties.length })];
    },
    count: (mine, day, limit) => count.pluck().get({ ...mine, day, limit }) ?? 0,
    countOver: (mine, day, limit) => countOver.pluck().get({ ...mine, day, limit }) ?? 0,
    countAll: (mine, limit) => countAll.pluck().get({ ...mine, limit }) ?? 0,
  };
}

const byUrgency = (a: Waiting, b: Waiting): number =>
  a.dueSort === b.dueSort ? a.key - b.key : a.dueSort < b.dueSort ? -1 : 1;

/** The row of the technology alone. */
const technologyIn = ({
  w_kind,
  w_gate,
  w_subject,
  w_due,
  w_since,
  w_dueAt,
  w_person,
  w_role,
  w_excluded,
  ...row
}: Row) => row;

function item(
  { w_kind, w_person, w_role, w_excluded, w_gate, w_subject, w_due, w_since, w_dueAt }: WorkColumns,
  technology: PortfolioRow,
  { today, now }: Now,
): OpenWork {
  return {
    technology,
    kind: w_kind,
    gate: w_gate,
    subject: w_subject,
    due: w_due.startsWith(never) ? null : w_due,
    dueAt: w_dueAt === "" ? null : w_dueAt,
    late: w_due < today || (w_dueAt !== "" && w_dueAt < now),
    since: w_since,
    person: w_person,
    role: w_role,
    excluded: JSON.parse(w_excluded) as readonly PersonId[],
  };
}
