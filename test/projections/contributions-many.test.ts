import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consultations } from "../../src/projections/consultations/consultations.ts";
import { listedStates } from "../../src/projections/consultations/types.ts";
import type { ConsultationQueries, ContributionFilter } from "../../src/projections/consultations/types.ts";
import { contributionWriter } from "../../src/projections/consultations/writer.ts";
import type { ContributionEvent } from "../../src/domain/contributions/contribution.ts";
import { addDays } from "../../src/domain/words/days.ts";
import type { TextRef } from "../../src/domain/words/text.ts";
import { definition } from "../../src/projections/schema.ts";

const today = "2026-06-01";
const many = 100_000;
/** Every statement that ran, with its values. */
const ran: string[] = [];
let db: Database;
let queries: ConsultationQueries;
let position = 0;

beforeAll(() => {
  let listens = false;
  db = new Sqlite(":memory:", { verbose: (sql) => void (listens && ran.push(String(sql))) });
  db.exec(definition);
  const write = contributionWriter(db);
  const enter = (id: string, event: ContributionEvent): void => {
    position += 1;
    write(id, { ...event, position, version: 1, time: `${today}T09:00:00.000Z`, actor: "public", role: "public" });
  };
  const consultation = db.prepare(
    `INSERT INTO consultations VALUES (@key, 't' || (@key % 40), 'k' || @key, 'slug', 'Name', 'transport', 'written', 'Title',
     @opensOn, @closesOn, @respondBy, '2026-01-01T00:00:00.000Z', @answeredAt, '', @answeredOn, '', 0)`,
  );
  db.transaction(() => {
    for (let n = 0; n < many; n += 1) {
      enter(`m${n}`, received(n));
      if (n % 3 !== 0) enter(`m${n}`, { type: "ContributionPlaced", schema: 1, payload: { points: pointsFor(n) } });
      if (n % 1000 === 0) enter(`m${n}`, { type: "ContributionHidden", schema: 1, payload: { why: "abuse" } });
    }
    for (let key = 1; key <= 5000; key += 1) {
      const closesOn = addDays(today, (key % 200) - 150);
      const answeredOn = key % 3 === 0 && closesOn < today ? addDays(closesOn, 20) : "";
      const days = { opensOn: addDays(closesOn, -30), closesOn, respondBy: addDays(closesOn, 84) };
      consultation.run({
        key,
        ...days,
        answeredOn,
        answeredAt: answeredOn === "" ? "" : `${answeredOn}T09:00:00.000Z`,
      });
    }
  })();
  queries = consultations.queries(db, { today: () => today, now: () => `${today}T09:00:00.000Z`, state: () => "" });
  listens = true;
}, 120_000);
afterAll(() => db.close());

const received = (n: number): ContributionEvent => ({
  type: "ContributionReceived",
  schema: 1,
  payload: {
    technology: "t1",
    consultation: "k1",
    channel: n % 5 === 0 ? "letter" : "page",
    receivedOn: addDays(today, -(n % 30)),
    text: "a".repeat(64) as TextRef,
    version: 1,
  },
});

const pointsFor = (n: number): readonly string[] => (n % 3 === 1 ? ["p1"] : ["p1", "p2"]);

/** What the statements that ran meanwhile read, as SQLite plans it. */
function planned(ask: () => unknown): readonly string[] {
  ran.length = 0;
  ask();
  return ran.splice(0).map((sql) =>
    db
      .prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join("; "),
  );
}

describe("a hundred thousand contributions to one consultation", () => {
  it("are counted by what was kept with each, and the counts are those of the rows", () => {
    const counts = queries.counts("t1")["k1"];
    expect(counts?.channels).toEqual({ page: 80_000, letter: 20_000, phone: 0, counter: 0 });
    expect([counts?.hidden.abuse, counts?.unplaced]).toEqual([100, 33_334]);
    expect(Object.fromEntries(queries.inPoints("t1", { consultation: "k1", points: [] }))).toEqual({
      p1: 66_666,
      p2: 33_333,
    });
  });

  const lists: readonly [string, Partial<ContributionFilter>][] = [
    ["all", {}],
    ["those in no point", { points: "none" }],
    ["those in a point", { points: ["p2"] }],
    ["those in a point that others were joined to", { points: ["p1", "p2"] }],
    ["letters", { channel: "letter" }],
    ["hidden ones", { hidden: true }],
  ];

  it.each(lists)("cost a page no walk over them: %s come page by page, and none is missed", (_, filter) => {
    const of = { technology: "t1", consultation: "k1", ...filter };
    const first = queries.contributions({ ...of, after: null, limit: 50 });
    const second = queries.contributions({ ...of, after: first.next, limit: 50 });
    expect(new Set([...first.items, ...second.items].map(({ key }) => key)).size).toBe(100);
    for (const ask of [
      () => queries.contributions({ ...of, after: first.next, limit: 50 }),
      () => queries.countOf(of),
    ]) {
      const [plan = "", ...rows] = planned(ask);
      expect(plan).toMatch(/USING (COVERING )?INDEX contribution_/);
      // What lies in several stretches is merged from a page of each.
      const stretches = plan.split("; ").filter((step) => step.startsWith("SEARCH"));
      expect(stretches.length === 1 ? plan : "").not.toMatch(/SCAN|TEMP B-TREE/);
      for (const step of stretches) expect(step).toMatch(/\((.*=\? AND )+(key<\?|\w+=\?)\)/);
      for (const row of rows) expect(row).toContain("USING INTEGER PRIMARY KEY");
    }
  });

  it("leave the public page's counts few rows: what is kept of them, by technology", () => {
    const plans = planned(() => [
      queries.counts("t1"),
      queries.inPoints("t1", { consultation: "k1", points: [] }),
      queries.of("t1", "k1"),
    ]);
    expect(plans).toHaveLength(3);
    for (const plan of plans) expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

describe("five thousand consultations", () => {
  it.each([null, ...listedStates])("come page by page, and no page sorts them (%s)", (state) => {
    const first = queries.list({ state, after: null, limit: 30 });
    const [plan = ""] = planned(() => queries.list({ state, after: first.next, limit: 30 }));
    const second = queries.list({ state, after: first.next, limit: 30 });
    const keys = [...first.items, ...(first.next === null ? [] : second.items)].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(plan).not.toMatch(/TEMP B-TREE/);
  });
});
