import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseText } from "../../src/application/erase.ts";
import type { LessonFilter } from "../../src/projections/lessons/types.ts";
import { House, dayNumber, mustAccept } from "../support/house.ts";

let house: House;
let printed: string;
let running: string;

/** One stopped, one withdrawn without a word, one withdrawn with lessons, one under way. */
beforeAll(async () => {
  house = await House.open();
  running = await house.planned({}, { name: "Kiosk booking" });
  const stopped = await house.planned({}, { name: "Kiosk printing", department: "transport" });
  house.clock.instant = `${dayNumber(3)}T09:00:00.000Z`;
  await house.must("approver", stopped, {
    type: "StopPilot",
    reason: { text: "Too slow." },
    lessons: { text: "Thermal paper fades; 先試紙張質量。" },
  });
  const silent = await house.proposed({ name: "Fax relay" });
  await house.must("planner", silent, { type: "WithdrawProposal", reason: { text: "Another house does it." } });
  printed = await house.proposed({ name: "Label printing" });
  await house.must("planner", printed, { type: "WithdrawProposal", reason: { text: "No budget." } });
  await house.must("planner", printed, { type: "RecordLessons", text: { text: "Ask for the budget of toner first." } });
  await house.must("planner", running, { type: "RecordLessons", text: { text: "Thermal gloves in winter." } });
  await house.services.views.catchUp();
});
afterAll(() => house.close());

const names = (filter: LessonFilter = {}): readonly string[] =>
  house.services.views.lessons.page({ ...filter, limit: 50 }).ended.map(({ name }) => name);

test("what ended stands there, the latest end first, and what is under way does not", () => {
  expect(names()).toEqual(["Label printing", "Fax relay", "Kiosk printing"]);
  expect(
    house.services.views.lessons.page({ limit: 50 }).ended.map(({ ending, learned }) => [ending, learned]),
  ).toEqual([
    ["withdrawn", true],
    ["withdrawn", false],
    ["stopped", true],
  ]);
});

test.each<[LessonFilter, readonly string[]]>([
  [{ search: "thermal" }, ["Kiosk printing"]],
  [{ search: "FADE pap" }, ["Kiosk printing"]],
  [{ search: "纸张" }, ["Kiosk printing"]],
  [{ search: "紙張質量" }, ["Kiosk printing"]],
  [{ search: "printing" }, ["Label printing", "Kiosk printing"]],
  [{ search: "Another house" }, []],
  [{ search: "，。！" }, []],
  [{ search: '" OR name:* NEAR(' }, []],
  [{ ending: "stopped" }, ["Kiosk printing"]],
  [{ department: "health" }, ["Label printing", "Fax relay"]],
  [{ learned: true }, ["Label printing", "Kiosk printing"]],
  [{ search: "printing", ending: "withdrawn", department: "health", learned: true }, ["Label printing"]],
])("%j leaves %j, and as many are counted", (filter, expected) => {
  expect(names(filter)).toEqual(expected);
  expect(house.services.views.lessons.count(filter)).toBe(expected.length);
});

test("pages of one follow one another to the end", () => {
  const seen: string[] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page = house.services.views.lessons.page({ limit: 1, ...(after !== undefined && { after }) });
    seen.push(...page.ended.map(({ name }) => name));
    after = page.next;
  }
  expect(seen).toEqual(names());
});

test("a slip of one letter is put right where the word stands in a lesson", () => {
  const { lessons } = house.services.views;
  expect(lessons.respelt("thermla")).toBe("thermal");
  expect(lessons.respelt("thermal")).toBeNull();
  expect(lessons.respelt("gloves")).toBeNull();
});

test("similar ones that ended are found beside those under way, and alone", () => {
  const { portfolio } = house.services.views;
  const query = { name: "Kiosk for booking and printing", need: "", needs: "all" } as const;
  const all = portfolio.similar(query, 10).map(({ technology }) => technology.name);
  const ended = portfolio.similar({ ...query, ended: true }, 10).map(({ technology }) => technology.name);
  expect(all).toContain("Kiosk booking");
  expect(ended).toContain("Kiosk printing");
  expect(ended).not.toContain("Kiosk booking");
});

test("the portfolio marks an end with lessons as a result, never a withdrawn proposal", () => {
  const { rows } = house.services.views.portfolio.page({ sort: "name", limit: 50 });
  expect(rows.filter(({ endedWithResult }) => endedWithResult).map(({ name }) => name)).toEqual(["Kiosk printing"]);
});

/** Everything that is stored, write-ahead logs included. */
const onDisk = (): string =>
  readdirSync(house.folder)
    .filter((name) => name.includes(".sqlite"))
    .map((name) => readFileSync(join(house.folder, name), "latin1"))
    .join();

// Last: it takes a lesson away.
test("an erased lesson is found no more, and its technology still stands there", async () => {
  const [lesson = ""] = house.services.views.lessons.page({ search: "toner", limit: 1 }).ended[0]?.digests ?? [];
  expect(onDisk()).toContain("budget of toner");
  const erasure = { technology: printed, digest: lesson, ground: { text: "A name." } };
  mustAccept(await eraseText(house.services, { ...house.by("administrator"), ...erasure }));
  await house.services.views.catchUp();
  expect(names({ search: "toner" })).toEqual([]);
  expect(names({ search: "label" })).toEqual(["Label printing"]);
  expect(onDisk()).not.toContain("budget of toner");
});
