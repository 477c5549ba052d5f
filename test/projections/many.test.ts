import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLedger } from "../../src/ledger/sqlite.ts";
import type { SqliteLedger } from "../../src/ledger/sqlite.ts";
import type { PortfolioQuery } from "../../src/projections/portfolio/types.ts";
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
