import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stages } from "../../../src/domain/technology/state/stage.ts";
import { entriesIn } from "../../../src/projections/portfolio/entries.ts";
import { filterOf } from "../../../src/projections/portfolio/filter.ts";
import { portfolio } from "../../../src/projections/portfolio/portfolio.ts";
import { sortColumns } from "../../../src/projections/portfolio/sort.ts";
import type { UnfacedRow } from "../../../src/projections/portfolio/table.ts";
import type { PortfolioQuery, PortfolioSort } from "../../../src/projections/portfolio/types.ts";
import { portfolioRows } from "../../../src/projections/portfolio/writer.ts";
import { definition } from "../../../src/projections/schema.ts";

const today = "2026-06-15";
const sorts = Object.keys(sortColumns) as PortfolioSort[];
const tiers = ["I", "II", "III", "IV"];
const departments = ["health", "transport", "water"];

function row(key: number, n: number): UnfacedRow {
  const stageRank = n % 4;
  const day = `2026-06-${String(10 + (n % 9)).padStart(2, "0")}`;
  return {
    key,
    id: `t${key}`,
    slug: `t-${key}`,
    name: `Thing ${n % 7}`,
    nameKey: `thing ${n % 7}`,
    department: departments[n % 3] ?? "",
    tier: tiers[n % 4] ?? "I",
    stage: stages[stageRank] ?? "proposed",
    stageRank,
    held: stageRank === 3 && n % 5 === 0 ? 1 : 0,
    asserted: 0,
    proposer: n % 11 === 0 ? "me" : "planner",
    sponsor: "sponsor",
    gate: n % 3 === 0 ? "rollout" : null,
    gateWaits: n % 3 === 0 ? 1 : 0,
    ready: n % 6 === 0 ? 1 : 0,
    outcome: n % 5 === 0 ? null : n % 2 === 0 ? "pass" : "fail",
    annual: n % 8 === 0 ? null : (n % 13) * 1000,
    conditions: "",
    dateSort: n % 4 === 1 ? "9999-12-31" : day,
    detail: JSON.stringify({ n }),
    proposedAt: "",
    updatedAt: `${day}T0${n % 3}`,
    version: 1,
    position: key,
    summary: "",
    need: "",
    recheckOn: null,
    recheckAt: null,
    pressingFrom: null,
    pressingDue: null,
  };
}

/** @param noise of each row, from which all that is sorted and filtered follows */
function filled(noise: readonly number[]): { db: Database; rows: readonly UnfacedRow[] } {
  const db = new Sqlite(":memory:");
  db.exec(definition);
  const write = portfolioRows(db);
  const rows = noise.map((n, at) => row(at + 1, n));
  db.transaction(() => {
    for (const each of rows)
      write(each, {
        summary: each.key % 2 === 0 ? "even" : "odd",
        need: each.key % 5 === 0 ? "secret" : "",
        lessons: [],
        things: new Map(),
      });
  })();
  return { db, rows };
}

const queries = fc.record(
  {
    stage: fc.constantFrom("proposed", "piloting", "rolling-out"),
    department: fc.constantFrom(...departments),
    late: fc.constant(true as const),
    held: fc.constant(true as const),
    decision: fc.constantFrom("waits", "ready"),
    tier: fc.constantFrom("I", "IV"),
    outcome: fc.constantFrom("pass", "fail"),
    annualUpTo: fc.constantFrom(4000, 9000),
    descending: fc.boolean(),
    search: fc.constantFrom("even", "odd", "secret", "thing", "nowhere"),
    needs: fc.constantFrom("all" as const, "none" as const, { person: "me", department: "water" }),
  },
  { requiredKeys: [] },
);

type Query = Omit<PortfolioQuery, "sort" | "limit">;

/** What a page has to show, by looking at every row. */
function expected(rows: readonly UnfacedRow[], query: Query, sort: PortfolioSort): number[] {
  const { stage, department, late, held, search, needs = "none", descending } = query;
  const { decision, tier, outcome, annualUpTo } = query;
  const chosen = [decision, tier, outcome, annualUpTo].some((value) => value !== undefined);
  const readable = (r: UnfacedRow): boolean =>
    needs === "all" ||
    (typeof needs === "object" && (r.department === needs.department || r.proposer === needs.person));
  const words = (r: UnfacedRow): string =>
    `thing ${r.key % 2 === 0 ? "even" : "odd"} ${r.key % 5 === 0 && readable(r) ? "secret" : ""}`;
  const column = sortColumns[sort];
  const sorted = rows
    .filter((r) => stage === undefined || r.stage === stage)
    .filter((r) => department === undefined || r.department === department)
    .filter((r) => late !== true || r.dateSort < today)
    .filter((r) => held !== true || r.held === 1)
    // Verdict, tier and cost choose among what waits for a decision; a cost that nobody stated is not below any.
    .filter((r) => !chosen || r.gateWaits === 1)
    .filter((r) => decision !== "ready" || r.ready === 1)
    .filter((r) => tier === undefined || r.tier === tier)
    .filter((r) => outcome === undefined || r.outcome === outcome)
    .filter((r) => annualUpTo === undefined || (r.annual !== null && r.annual <= annualUpTo))
    .filter((r) => search === undefined || words(r).includes(search))
    .toSorted((a, b) => (a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : a.key - b.key));
  return (descending === true ? sorted.reverse() : sorted).map(({ key }) => key);
}

function walked(db: Database, query: Query, sort: PortfolioSort, limit: number) {
  const read = portfolio.queries(db, {
    now: () => "2026-01-01T00:00:00.000Z",
    today: () => today,
    state: () => "same",
  });
  const list = (asked: PortfolioQuery) => read.list(asked);
  const forth: number[] = [];
  let page = list({ ...query, sort, limit });
  const { count, more } = page;
  for (;;) {
    forth.push(...page.entries.map(({ key }) => key));
    if (page.next === null) break;
    page = list({ ...query, sort, limit, after: page.next });
  }
  const back = page.entries.map(({ key }) => key);
  while (page.previous !== null) {
    page = list({ ...query, sort, limit, before: page.previous });
    back.unshift(...page.entries.map(({ key }) => key));
  }
  return { forth, back, count, more };
}

test("every filter, search and sort shows each row once and in order, forth and back", () => {
  const noise = fc.array(fc.nat(200), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(noise, queries, fc.constantFrom(...sorts), fc.integer({ min: 1, max: 9 }), (n, query, sort, limit) => {
      const { db, rows } = filled(n);
      const all = expected(rows, query, sort);
      expect(walked(db, query, sort, limit)).toEqual({ forth: all, back: all, count: all.length, more: false });
      db.close();
    }),
    { numRuns: 150 },
  );
});

test("so do searches that match thousands, whatever a filter leaves of them", () => {
  const { db, rows } = filled(Array.from({ length: 9500 }, (_, n) => (n * 7919) % 211));
  const filters: readonly Query[] = [
    { search: "thing" },
    { search: "even", stage: "piloting", needs: "all" },
    { search: "thing", late: true, department: "water" },
    { search: "odd", held: true },
    { search: "secret", needs: { person: "me", department: "water" } },
  ];
  for (const query of filters) {
    for (const sort of sorts) {
      const all = expected(rows, query, sort);
      const { forth, back, count, more } = walked(db, query, sort, 200);
      expect(forth).toEqual(all);
      expect(back).toEqual(all);
      expect([count, more]).toEqual([Math.min(all.length, 1000), all.length > 1000]);
    }
  }
});

test("every filter that is offered has an index for every sort: nothing is scanned, nothing sorted anew", () => {
  const { db } = filled([1]);
  const told: string[] = [];
  const watched = { prepare: (sql: string) => (told.push(sql), db.prepare(sql)) } as unknown as Database;
  const entries = entriesIn(watched);
  const decisions: readonly Query[] = [
    { decision: "waits" },
    { decision: "ready", tier: "IV" },
    { tier: "I", outcome: "pass", annualUpTo: 9000, late: true },
  ];
  const filters: readonly Query[] = [{}, { late: true }, { held: true }, ...decisions].flatMap((state) =>
    [{}, { stage: "piloting" as const }].flatMap((stage) =>
      [{}, { department: "water" }].map((department) => ({ ...state, ...stage, ...department })),
    ),
  );
  for (const query of filters) {
    for (const sort of sorts) {
      const filter = filterOf({ ...query, sort, limit: 50 }, today, "2026-01-01T00:00:00.000Z");
      entries.select(filter, null);
      // More than are sorted at once, so that it is walked.
      const selection = { filter, matches: null, count: 1001 };
      const after = Buffer.from(JSON.stringify([sort === "stage" ? 1 : "x", 5])).toString("base64url");
      for (const place of [{}, { after }, { before: after }]) {
        entries.read({ ...query, sort, limit: 50, ...place }, selection, 51);
      }
    }
  }
  const plans = told.map((sql) => ({
    sql,
    plan: db
      .prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => 1))
      .map(({ detail }) => detail)
      .join("; "),
  }));
  expect(told.length).toBeGreaterThan(100);
  for (const { sql, plan } of plans) {
    expect(plan, sql).not.toMatch(/TEMP B-TREE/);
    // What waits for a decision is chosen in its index: no row is read for one that is not meant.
    if (sql.includes("_waits_")) expect(plan, sql).toMatch(/USING COVERING INDEX technologies_waits_/);
    // All held ones are few: within them a filter is looked up in the rows.
    else if (sql.includes(" = ?") && !sql.includes("_held_")) expect(plan, sql).toMatch(/SEARCH t USING/);
    expect(plan, sql).toMatch(/USING (COVERING )?INDEX technologies_/);
    // Ties are sought by their key, not walked.
    if (sql.includes("t.key >")) expect(plan, sql).toMatch(/rowid>\?|key>\?/);
    if (sql.includes("t.key <")) expect(plan, sql).toMatch(/rowid<\?|key<\?/);
  }
});
