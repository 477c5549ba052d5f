import { afterAll, beforeAll, expect, it } from "vitest";
import { depsOf } from "../../../src/app.ts";
import { workbookSheets } from "../../../src/http/portfolio/workbook.ts";
import { startWalk } from "../reading/walk.ts";
import type { Walk, Walker } from "../reading/walk.ts";
import { textOf } from "../../support/http.ts";
import { rowsOfCsv, rowsOfSheet } from "../../support/sheet.ts";
import { partsOf } from "../../support/zipped.ts";

let walk: Walk;
let walkers: readonly Walker[];
beforeAll(async () => {
  walk = await startWalk();
  walkers = walk.walkers;
}, 300_000);
afterAll(async () => walk.demo.stop());

/** A cell of CSV as a workbook has it: runs no formula by itself, and has moments to the minute. */
const asInSheet = (cell: string): string =>
  cell
    .replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z$/, (_, day: string, time: string) =>
      time === "00:00" ? day : `${day} ${time}:00`,
    )
    .replace(/\r\n?/g, "\n");

const withoutEnd = (rows: readonly string[][]): string[][] =>
  rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1));

it(
  "every list holds the same as CSV and as a workbook, for everybody who may have it",
  { timeout: 300_000 },
  async () => {
    const lists = walk.routes.filter(({ method, path }) => method === "get" && path.endsWith(".csv"));
    const full: string[] = [];
    for (const route of lists)
      for (const { browser, what } of walkers) {
        const csv = await browser.get(walk.addressOf(route));
        const excel = await browser.get(walk.addressOf({ ...route, path: route.path.replace(/csv$/, "xlsx") }));
        expect(excel.status, `${route.path} as ${what}`).toBe(csv.status);
        // A thread is started for each workbook that is read: those who read most and least.
        if (csv.status !== 200 || !["auditor", "planner elsewhere"].includes(what)) continue;
        const [sheet = ""] = /(?<=<sheet name=")[^"]*/.exec(partsOf(excel.bytes).get("xl/workbook.xml") ?? "") ?? [];
        const rows = rowsOfCsv(csv.html);
        if (rows.length > 1) full.push(route.path);
        expect(withoutEnd(await rowsOfSheet(excel.bytes, sheet.replaceAll("&amp;", "&"))), route.path).toEqual(
          withoutEnd(rows.map((cells) => cells.map(asInSheet))),
        );
      }
    // Lists without a line would agree about nothing.
    expect(new Set(full).size).toBeGreaterThan(12);
  },
);

it.each([
  ["/technologies", "?q=Permit%20reply", 1],
  ["/technologies", "?q=Permti%20reply", 1],
  ["/technologies", "?stage=adopted&q=Permit", 0],
  ["/technologies", "?sort=name", 2],
])("the filter of %s%s holds for its files", async (page, query, count) => {
  const { browser } = walkers.find(({ what }) => what === "auditor") ?? walkers[0]!;
  const shown = await browser.get(`${page}${query}`);
  const csv = await browser.get(`${page}.csv${query}`);
  const names = rowsOfCsv(csv.html)
    .slice(1)
    .map(([name]) => name ?? "");
  expect(names).toHaveLength(count);
  for (const name of names) expect(shown.text).toContain(name);
  const links = /href="(\/technologies\.xlsx[^"]*)"/.exec(shown.html)?.[1];
  if (count === 0) expect(links).toBeUndefined();
  else expect(rowsOfCsv((await browser.get(textOf(links!).replace(".xlsx", ".csv"))).html)).toHaveLength(count + 1);
});

const sheetNames = ["Technologies", "Indicators", "Conditions", "Decisions", "Waivers", "Deadlines"];

it("the portfolio is a workbook of six sheets with the filter of its page, read back by our own reader", async () => {
  const { browser } = walkers.find(({ what }) => what === "auditor") ?? walkers[0]!;
  const page = await browser.get("/technologies?q=Permit%20reply");
  const href = /href="(\/portfolio\/workbook\.xlsx[^"]*)"/.exec(page.html)?.[1]?.replaceAll("&#x3D;", "=") ?? "";
  expect(href).toContain("q=Permit");
  const { status, bytes } = await browser.get(href);
  expect(status).toBe(200);
  const sheets = new Map<string, string[][]>();
  for (const name of sheetNames) sheets.set(name, await rowsOfSheet(bytes, name));
  const names = [...(partsOf(bytes).get("xl/workbook.xml") ?? "").matchAll(/(?<=<sheet name=")[^"]*/g)].map(String);
  expect(names).toEqual(sheetNames);
  for (const [sheet, csv] of [
    ["Technologies", "/technologies.csv?q=Permit%20reply"],
    ["Deadlines", "/portfolio/timeline.csv?q=Permit%20reply"],
  ] as const)
    expect(withoutEnd(sheets.get(sheet)!), sheet).toEqual(
      withoutEnd(rowsOfCsv((await browser.get(csv)).html).map((cells) => cells.map(asInSheet))),
    );
  for (const [name, [, ...rows]] of [...sheets].map(([sheet, read]) => [sheet, read] as const)) {
    if (name === "Waivers") expect(rows).toHaveLength(walk.technology.waivers.length);
    else expect(rows.length, name).toBeGreaterThan(0);
    for (const row of rows) expect(row[0], name).toBe("Permit reply assistant");
  }
  expect(
    sheets
      .get("Decisions")!
      .slice(1)
      .map((cells) => Number(cells[6])),
  ).toEqual(walk.technology.decisions.map(({ position }) => position));
});

it("its cells are numbers and days, and what is too long for it is refused with a way out", async () => {
  const { browser } = walkers.find(({ what }) => what === "auditor") ?? walkers[0]!;
  const parts = partsOf((await browser.get("/portfolio/workbook.xlsx?q=Permit%20reply")).bytes);
  expect(parts.get("xl/worksheets/sheet2.xml")).toMatch(/<c r="F2"[^>]*><v>[\d.]+<\/v>/);
  expect(parts.get("xl/worksheets/sheet4.xml")).toMatch(/<c r="E2" s="\d+"[^>]*><v>\d{5}(\.\d+)?<\/v>/);
  const { services } = walk.demo;
  const deps = depsOf(services, services.config);
  const query = { sort: "name", limit: 50 } as const;
  const language = deps.templates.languages.of("en");
  const sheets = await workbookSheets(deps, language, query, 20_000);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  expect(await workbookSheets(deps, language, query, rows)).toHaveLength(6);
  await expect(workbookSheets(deps, language, query, rows - 1)).rejects.toMatchObject({
    status: 400,
    sentence: { key: "portfolio:workbook.tooMany" },
  });
});
