import { afterAll, beforeAll, expect, test } from "vitest";
import type { Needs, PortfolioQuery, PortfolioRow } from "../../src/projections/portfolio/types.ts";
import { House, dayNumber } from "../support/house.ts";

let house: House;
const names = [
  "Bus arrival",
  "air quality",
  "Permit reply",
  "智能审批助手",
  "公交到站预测",
  "Land register",
  "Énergie map",
];

beforeAll(async () => {
  house = await House.open();
  for (const [index, name] of names.entries()) {
    house.clock.instant = `${dayNumber(index)}T09:00:00.000Z`;
    await house.proposed({ name, department: index % 2 === 0 ? "health" : "transport" });
  }
  await house.services.views.catchUp();
});
afterAll(() => house.close());

const page = (query: Partial<PortfolioQuery>) =>
  house.services.views.portfolio.page({ sort: "name", limit: 50, needs: "all", ...query });
const namesOf = (rows: readonly PortfolioRow[]) => rows.map(({ name }) => name);

/** Walks all pages of a query, forth to the end and back to the beginning. */
function walk(query: Partial<PortfolioQuery>): { forth: string[]; back: string[] } {
  const forth: string[] = [];
  let last = page({ ...query, limit: 2 });
  forth.push(...namesOf(last.rows));
  while (last.next !== null) {
    last = page({ ...query, limit: 2, after: last.next });
    forth.push(...namesOf(last.rows));
  }
  const back = [...namesOf(last.rows)];
  while (last.previous !== null) {
    last = page({ ...query, limit: 2, before: last.previous });
    back.unshift(...namesOf(last.rows));
  }
  return { forth, back };
}

test.each([
  [{ sort: "name" as const }],
  [{ sort: "name" as const, descending: true }],
  [{ sort: "updated" as const, descending: true }],
  [{ sort: "date" as const }],
  [{ sort: "stage" as const }],
  [{ sort: "name" as const, department: "health" }],
])("paging %j shows every row once, forth and back", (query) => {
  const all = namesOf(page(query).rows);
  const { forth, back } = walk(query);
  expect(forth).toEqual(all);
  expect(back).toEqual(all);
  expect(all).toHaveLength("department" in query ? 4 : 7);
});

test("names are sorted without regard to capitals, by code point", () => {
  expect(namesOf(page({}).rows)).toEqual([
    "air quality",
    "Bus arrival",
    "Land register",
    "Permit reply",
    "Énergie map",
    "公交到站预测",
    "智能审批助手",
  ]);
});

test.each([
  [{ search: "审批" }, ["智能审批助手"]],
  [{ search: "公交" }, ["公交到站预测"]],
  [{ search: "reg" }, ["Land register"]],
  [{ search: "energie" }, ["Énergie map"]],
  [{ search: "counter", department: "transport" }, ["air quality", "Land register", "智能审批助手"]],
  [{ search: "counter", needs: "none" as const }, []],
  [
    { search: "counter", needs: { person: "nobody", department: "transport" } },
    ["air quality", "Land register", "智能审批助手"],
  ],
  [
    { search: "queue", needs: "none" as const, department: "transport" },
    ["air quality", "Land register", "智能审批助手"],
  ],
  [{ search: "!!!" }, []],
  [{ search: "nowhere" }, []],
  [{ stage: "piloting" as const }, []],
])("%j finds %j", (query, expected) => {
  const found = page(query);
  expect(namesOf(found.rows)).toEqual(expected);
  expect(found).toMatchObject({ count: expected.length, more: false });
  const { portfolio } = house.services.views;
  expect(portfolio.holds({ sort: "name", limit: 50, needs: "all", ...query })).toBe(expected.length > 0);
});

test("a cursor that was cut off shows the first page", () => {
  expect(namesOf(page({ after: "WyJhaX" }).rows)).toEqual(namesOf(page({}).rows));
});

test("where everything is: counted per stage and gate", () => {
  expect(house.services.views.portfolio.pipeline()).toMatchObject({
    total: 7,
    late: 0,
    held: 0,
    stages: { proposed: { total: 7, waiting: 7 }, piloting: { total: 0 } },
    gates: { admission: 7, rollout: 0 },
  });
});

test("what is late is late by the day it is asked for", () => {
  const before = house.clock.instant;
  house.clock.day(22);
  expect(page({ late: true, sort: "date" }).rows.map(({ name, late }) => [name, late])).toEqual([
    ["Bus arrival", true],
  ]);
  // One technology, one mark: who is late is not counted among those that wait as well.
  expect(house.services.views.portfolio.pipeline()).toMatchObject({
    late: 1,
    stages: { proposed: { total: 7, waiting: 6, held: 0, late: 1 } },
    gates: { admission: 7 },
  });
  house.clock.instant = before;
});

test("similar technologies share words of name or need, best first; the technology itself is left out", () => {
  const { portfolio } = house.services.views;
  const own = portfolio.page({ sort: "name", limit: 1, search: "审批" }).rows[0]!;
  const found = portfolio.similar({ name: "审批助手二", need: "", needs: "all" }, 5);
  expect(found.map(({ technology }) => technology.name)).toEqual(["智能审批助手"]);
  expect(found[0]?.shared).toEqual(["审批", "助手"]);
  expect(portfolio.similar({ name: "审批助手二", need: "", needs: "all", except: own.id }, 5)).toEqual([]);
  expect(portfolio.similar({ name: "Quantum toaster", need: "Bread is cold.", needs: "all" }, 5)).toEqual([]);
});

test("every need is compared, so that nothing is built twice; its words are named to its readers only", () => {
  const { portfolio } = house.services.views;
  const query = { name: "Smudged carbon", need: "Carbon sheets smudge at the counter." };
  const found = (needs: Needs) => portfolio.similar({ ...query, needs }, 9);
  const named = (needs: Needs) => found(needs).filter(({ shared }) => shared.length > 0);
  expect(named("all")).toHaveLength(7);
  expect(found("none")).toHaveLength(7);
  expect(named("none")).toEqual([]);
  const transport = { person: "nobody", department: "transport" };
  expect(found(transport)).toHaveLength(7);
  expect(new Set(named(transport).map(({ technology }) => technology.department))).toEqual(new Set(["transport"]));
  expect(named({ person: "planner", department: null })).toHaveLength(7);
});

test("the history of a technology is paged, newest first", async () => {
  const id = page({ search: "Permit" }).rows[0]!.id;
  for (let n = 1; n <= 5; n += 1)
    await house.must("planner", id, { type: "RecordLessons", text: { text: `Lesson ${n}` } });
  await house.services.views.catchUp();
  const { timeline } = house.services.views;
  const first = timeline.page({ technology: id, limit: 4 });
  expect(first.entries.map(({ version }) => version)).toEqual([6, 5, 4, 3]);
  const rest = timeline.page({ technology: id, limit: 4, before: first.next! });
  expect(rest.entries.map(({ version, type }) => [version, type])).toEqual([
    [2, "LessonsRecorded"],
    [1, "TechnologyProposed"],
  ]);
  expect([first.total, rest.next]).toEqual([6, null]);
});
