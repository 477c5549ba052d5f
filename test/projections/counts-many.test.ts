import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { addDays } from "../../src/domain/words/days.ts";
import { countQuery, everyFigure } from "../../src/http/leadership/figures.ts";
import { counts } from "../../src/projections/counts/counts.ts";
import { countables, sumName } from "../../src/projections/counts/tables.ts";
import type { CountQueries, CountQuery } from "../../src/projections/counts/types.ts";
import { insertInto } from "../../src/projections/read-model.ts";
import { definition } from "../../src/projections/schema.ts";

const today = "2026-06-01";
const period = { from: "2025-06-01", to: "2026-12-31" };
/** Each with one thing that counts. */
const many = 100_000;
const departments = 300;
const figures = everyFigure(defaultPolicy.safeguards.scorecard);

let db: Database;
let queries: CountQueries;
let state = "1";
/** What was asked of the database, each with its values in it. */
let ran: string[] = [];

beforeAll(() => {
  db = new Sqlite(":memory:", { verbose: (sql) => ran.push(String(sql)) });
  db.exec(definition);
  const add = db.prepare<[object]>(insertInto(countables));
  const sum = db.prepare(
    "INSERT INTO countableSums (name, amount) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET amount = amount + 1",
  );
  const told = figures.flatMap(({ kind, standings }) => standings.map((standing) => ({ kind, standing })));
  db.transaction(() => {
    for (let n = 0; n < many; n += 1) {
      const { kind, standing } = told[n % told.length] ?? { kind: "lesson", standing: "recorded" };
      const [department, day] = [`d${n % departments}`, addDays(period.from, n % 540)];
      const technology = `t${n}`;
      add.run({ key: null, technology, kind, standing, subject: "s", department, day, detail: "{}", position: n });
      for (const of of [department, ""]) sum.run(sumName(of, kind, standing, day));
    }
  })();
  queries = counts.queries(db, { today: () => today, now: () => `${today}T09:00:00.000Z`, state: () => state });
}, 60_000);

beforeEach(() => {
  ran = [];
});

const asked = (department: string | null): readonly CountQuery[] =>
  figures.flatMap((figure) => countQuery(figure, { period, department }, today) ?? []);

const plan = (sql: string): string =>
  db
    .prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => detail)
    .join("; ");

describe("the figures of decision information over a hundred thousand technologies", () => {
  it("are those of the rows, of all departments and of one", () => {
    for (const department of [null, "d7"])
      for (const query of asked(department)) {
        const rows = db
          .prepare<[object], number>(
            `SELECT count(*) FROM countables WHERE kind = @kind AND day BETWEEN @from AND @to
             AND standing IN (SELECT value FROM json_each(@standings)) AND (@department IS NULL OR department = @department)`,
          )
          .pluck()
          .get({ ...query, standings: JSON.stringify(query.standings) });
        expect(queries.count(query), `${query.kind} ${query.standings.join(" ")}`).toBe(rows);
      }
  });

  it("are sums over the days of a period, and no walk over what they count", () => {
    state = "2";
    for (const query of asked(null)) queries.count(query);
    const counted = [...ran];
    // One read for each standing that a figure is made of, whatever there is of it.
    expect(counted.length).toBe(asked(null).reduce((sum, { standings }) => sum + standings.length, 0));
    for (const sql of counted)
      expect(plan(sql)).toMatch(/^SEARCH countableSums USING PRIMARY KEY|^SEARCH countableSums USING INDEX/);
    expect(counted.filter((sql) => /\bcountables\b/.test(sql))).toEqual([]);
  });

  it("are asked for once in a state: whoever looks next waits for nothing", () => {
    state = "3";
    for (const query of asked(null)) queries.count(query);
    const first = ran.length;
    for (let visitor = 0; visitor < 20; visitor += 1) for (const query of asked(null)) queries.count(query);
    expect(ran.length).toBe(first);
    state = "4";
    for (const query of asked(null)) queries.count(query);
    expect(ran.length).toBe(2 * first);
  });

  it("lead to lists whose pages are sought, the last as the first", () => {
    for (const department of [null, "d7"])
      for (const query of asked(department).filter(({ standings }) => standings.length < 10)) {
        ran = [];
        const first = queries.page(query, { after: undefined, limit: 50 });
        queries.page(query, { after: first.next ?? undefined, limit: 50 });
        for (const sql of ran.filter((one) => one.startsWith("SELECT"))) {
          expect(plan(sql)).toContain("USING INDEX countables_");
          expect(plan(sql)).not.toMatch(/SCAN|TEMP B-TREE/);
        }
      }
  });
});
