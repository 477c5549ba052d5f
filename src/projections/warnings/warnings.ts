import type { Database } from "better-sqlite3";
import type { Role } from "../../domain/people/roles.ts";
import type { WarningWeight } from "../../domain/technology/manifest/warnings.ts";
import { isLate } from "../../domain/technology/warnings.ts";
import type { ReadAt, WarningKind } from "../../domain/technology/warnings.ts";
import type { Instant, PersonId } from "../../domain/words/text.ts";
import { cursorOf, readCursor } from "../portfolio/cursor.ts";
import { fromStored } from "../portfolio/row.ts";
import type { StoredRow } from "../portfolio/table.ts";
import type { PortfolioRow } from "../portfolio/types.ts";
import { insertInto } from "../read-model.ts";
import type { Ground, ReadModel, Writer } from "../read-model.ts";
import { chosen, isOpen } from "./filter.ts";
import { warningRows } from "./rows.ts";
import { warningsTable } from "./table.ts";
import type { NewWarningRow, WarningRow } from "./table.ts";
import type { ListedWarning, WarningFilter, Warnings } from "./types.ts";

/** More than this is not counted: nobody reads the figure. */
export const mostWarningsCounted = 1000;

/** What is overdue, lapses soon or stands open in all technologies, and who has it. */
export const warnings: ReadModel<Warnings> = {
  tables: [warningsTable],
  writer,
  writesBy: ["warnings_technology"],
  queries,
};

function writer(db: Database): Writer {
  const drop = db.prepare<[string]>("DELETE FROM warnings WHERE technology = ?");
  const add = db.prepare<NewWarningRow>(insertInto(warningsTable));
  return {
    technology: (written) => {
      drop.run(written.id);
      for (const row of warningRows(written)) add.run(row);
    },
  };
}

function queries(db: Database, { now, today }: Ground): Warnings {
  const at = (): ReadAt => ({ now: now(), today: today() });
  const prepared = statementsOf(db);
  const technologies = db.prepare<[string], StoredRow>("SELECT * FROM technologies WHERE id = ?");
  const inOne = db.prepare<object, WarningRow>(
    `SELECT w.* FROM warnings AS w WHERE w.technology = @technology AND ${isOpen} ORDER BY w.dueSort, w.key`,
  );
  const marks = db
    .prepare<object, [number, number]>(
      `SELECT t.key, count(*) FROM json_each(@keys) AS listed CROSS JOIN technologies AS t ON t.key = listed.value
         JOIN warnings AS w ON w.technology = t.id WHERE ${isOpen} GROUP BY t.key`,
    )
    .raw();
  const [begun, ended] = [lastOf(db, "fromInstant"), lastOf(db, "untilInstant")];

  function count(filter: WarningFilter): number {
    const { sql, values } = chosen(filter);
    const [amount] = prepared<[number]>(`SELECT count(*) FROM (SELECT 1 FROM warnings AS w WHERE ${sql} LIMIT @most)`)
      .raw()
      .get({ ...values, ...at(), most: mostWarningsCounted + 1 }) ?? [0];
    return amount;
  }

  return {
    page: (query) => {
      const { sql, values } = chosen(query);
      const cursor = readCursor(query.after);
      const beyond = cursor === null ? "" : "AND (w.dueSort, w.key) > (@sort, @key)";
      const place = cursor === null ? {} : { sort: cursor[0], key: cursor[1] };
      const rows = prepared<WarningRow>(
        `SELECT w.* FROM warnings AS w WHERE ${sql} ${beyond} ORDER BY w.dueSort, w.key LIMIT @limit`,
      ).all({ ...values, ...at(), ...place, limit: query.limit + 1 });
      const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
      return {
        items: rows.slice(0, query.limit).flatMap((row) => {
          const technology = technologies.get(row.technology);
          return technology === undefined
            ? []
            : [listed(row, fromStored(technology, { today: today(), now: now() }), at())];
        }),
        next: last === undefined ? null : cursorOf([last.dueSort, last.key]),
      };
    },
    count,
    of: (technology) => inOne.all({ ...at(), technology: technology.id }).map((row) => listed(row, technology, at())),
    marks: (technologyKeys) => new Map(marks.all({ ...at(), keys: JSON.stringify(technologyKeys) })),
    passed: () => `${begun(now())} ${ended(now())}`,
  };
}

/** The last instant that has passed of those in a column with an index; "" where none has. */
function lastOf(db: Database, column: "fromInstant" | "untilInstant"): (now: Instant) => string {
  const last = db
    .prepare<[Instant], Instant>(
      `SELECT ${column} FROM warnings WHERE ${column} <= ? AND ${column} > '' ORDER BY ${column} DESC LIMIT 1`,
    )
    .pluck();
  return (now) => last.get(now) ?? "";
}

const listed = (row: WarningRow, technology: PortfolioRow, at: ReadAt): ListedWarning => ({
  technology,
  kind: row.kind as WarningKind,
  subject: row.subject,
  from: row.fromDay === "" ? row.fromInstant : row.fromDay,
  due: row.due,
  late: isLate(row, at),
  weight: row.weight as WarningWeight,
  person: row.person,
  role: row.role as Role | null,
  excluded: JSON.parse(row.excluded) as readonly PersonId[],
  params: JSON.parse(row.params) as ListedWarning["params"],
});

/** What is chosen combines to a few dozen statements. */
function statementsOf(db: Database) {
  const made = new Map<string, ReturnType<Database["prepare"]>>();
  return <Row>(sql: string) => {
    const statement = made.get(sql) ?? db.prepare(sql);
    made.set(sql, statement);
    return statement as ReturnType<typeof db.prepare<object, Row>>;
  };
}
