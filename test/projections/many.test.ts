import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLedger } from "../../src/ledger/sqlite.ts";
import type { SqliteLedger } from "../../src/ledger/sqlite.ts";
import type { PortfolioQuery } from "../../src/projections/portfolio/types.ts";
import { mostWorkCounted } from "../../src/projections/work/work.ts";
import { openViews } from "../../src/projections/views.ts";
import type { Views } from "../../src/projections/views.ts";
import { fill } from "../bench/fill.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-many-"));
let ledger: SqliteLedger;
let views: Views;
beforeAll(async () => {
  ledger = openLedger({ dataDir: folder });
  await fill(ledger, 1300, 1);
  views = await openViews({ dataDir: folder, ledger, timeZone: "UTC", now: () => "2026-06-01T00:00:00.000Z" });
  await views.catchUp();
});
afterAll(async () => {
  await views.close();
  ledger.close();
  rmSync(folder, { recursive: true });
});

const page = (query: Partial<PortfolioQuery>) =>
  views.portfolio.page({ sort: "name", limit: 200, needs: "all", ...query });

function all(query: Partial<PortfolioQuery>): string[] {
  const ids: string[] = [];
  for (let found = page(query); ; found = page({ ...query, after: found.next })) {
    ids.push(...found.rows.map(({ id }) => id));
    if (found.next === null) return ids;
  }
}

test("more than a thousand matches are not counted further", () => {
  expect(page({})).toMatchObject({ count: 1000, more: true });
  expect(page({ search: "people" })).toMatchObject({ count: 1000, more: true });
  expect(page({ department: "department-3" })).toMatchObject({ count: 93, more: false });
  expect(page({ search: "people", department: "department-3" })).toMatchObject({ count: 93, more: false });
});

test.each(["name", "date", "updated", "stage"] as const)(
  "a search with many matches, sorted by %s, shows the same rows in the same order as without it",
  (sort) => {
    expect(all({ sort, search: "people wait" })).toEqual(all({ sort }));
    expect(all({ sort, search: "people", department: "department-5" })).toEqual(
      all({ sort, department: "department-5" }),
    );
  },
);

test("a search with many matches can be paged back", () => {
  const first = page({ search: "people", limit: 10 });
  const second = page({ search: "people", limit: 10, after: first.next! });
  expect(page({ search: "people", limit: 10, before: second.previous! }).rows).toEqual(first.rows);
});

test("words that stand everywhere make nothing similar; a telling one beside them does", () => {
  const { portfolio } = views;
  expect(portfolio.similar({ name: "People wait in case", need: "", needs: "all" }, 5)).toEqual([]);
  expect(
    portfolio.similar({ name: "审批 permit 1234", need: "People wait in case 1234", needs: "all" }, 3)[0]?.technology
      .id,
  ).toBe("b1234");
});

const approver = { id: "somebody", roles: ["approver"] } as const;

test("the work of one person comes page by page, each item once, the most urgent first", () => {
  const seen: string[] = [];
  const order: string[] = [];
  let after: string | undefined;
  do {
    const { items, next } = views.work.page(approver, { kinds: ["vote", "held", "assign"], after, limit: 70 });
    seen.push(...items.map(({ kind, technology }) => `${kind} ${technology.id}`));
    order.push(...items.map(({ due }) => due ?? "9999"));
    after = next ?? undefined;
  } while (after !== undefined);
  expect(seen.length).toBeGreaterThan(1000);
  expect(new Set(seen).size).toBe(seen.length);
  expect(order).toEqual(order.toSorted());
  expect(views.work.page(approver, { kinds: ["vote"], after: "cut off", limit: 1 }).items).toHaveLength(1);
});

test("more than a thousand things that wait are not counted further, and the head of a page counts to a hundred", () => {
  expect(views.work.counts(approver, ["vote", "held", "assign"])).toMatchObject({ waiting: mostWorkCounted + 1 });
  expect(views.work.count(approver)).toBe(100);
});

test("an author is not asked to decide", () => {
  const of = (id: string) =>
    views.work
      .page({ id, roles: ["approver"] }, { kinds: ["vote"], limit: 2000 })
      .items.map((item) => item.technology.id);
  expect(of("somebody")).toContain("b7");
  expect(of("planner7")).not.toContain("b7");
  expect(of("planner7")).toContain("b8");
});
