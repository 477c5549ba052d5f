import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { mappedRows, wordsOf } from "../../../src/domain/imports/mapping.ts";
import type { ImportMapping } from "../../../src/domain/imports/mapping.ts";
import { guessedColumns, guessedValue } from "../../../src/domain/imports/guesses.ts";
import { planDepartments } from "../../../src/domain/imports/plan-house.ts";
import { planTechnologies, readyRows } from "../../../src/domain/imports/plan-technologies.ts";
import { tallied } from "../../../src/domain/imports/plan.ts";
import type { ForeignTable } from "../../../src/domain/imports/table.ts";
import { textKey } from "../../../src/domain/words/plain-text.ts";
import { readForeignTable } from "../../../src/evidence/foreign/read-table.ts";
import { waitFor } from "../../../src/application/imports/carry-out.ts";
import { startSite } from "../../support/http.ts";
import { realFiles, realPath } from "../../support/real-files.ts";
import { withDepartment } from "../proposal/support.ts";
import { carriedOut, planOf } from "./support.ts";

const reading = { headingRow: 1 };
const readReal = async (path: string) => readForeignTable(await readFile(realPath(path)), reading);

const inventory = "portfolio/us-federal-ai-inventory-2024.csv";
const agency = "Agency Abbreviation";

/** By the page's own guesses; what it cannot guess of the stages is said, as a planner would. */
function meant(table: ForeignTable, over: Partial<ImportMapping> = {}): ImportMapping {
  const columns = { ...guessedColumns("technologies", table.headings), ...over.columns };
  const words = wordsOf(table, columns["stage"] ?? "", 50);
  const stage = Object.fromEntries(
    words.map(({ label }) => [textKey(label), guessedValue("stage", label, new Map()) || "-"]),
  );
  const departments = wordsOf(table, columns["department"] ?? "", 500);
  const department = Object.fromEntries(departments.map(({ label }) => [textKey(label), textKey(label)]));
  const same = { summary: "", need: "", needOf: "As the list says", stage: "proposed", department: "transport" };
  return { kind: "technologies", reading, same, longNames: "cut", ...over, columns, values: { stage, department } };
}

function planned(table: ForeignTable, mapping: ImportMapping) {
  const departments = new Set(["transport", ...Object.values(mapping.values["department"] ?? {})]);
  const ground = { departments, sponsors: new Map([["", "pia"]]), bearers: new Map() };
  return [...planTechnologies(readyRows(mappedRows(table, mapping), mapping), ground)];
}

describe.skipIf(!realFiles(inventory))("the inventory of 2,133 cases", () => {
  it("has its known counts: cases, agencies and stages, in Windows-1252 with headings that stand there twice", async () => {
    const { table, encoding } = await readReal(inventory);
    expect(encoding).toEqual({ name: "windows-1252", guessed: true });
    expect(table.rows).toHaveLength(2133);
    expect(table.doubled).toEqual(["If Other, please explain."]);
    expect(table.headings).toContain("If Other, please explain. (9)");
    expect(wordsOf(table, agency, 500)).toHaveLength(41);
    const stages = wordsOf(table, "Stage of Development", 50);
    expect(stages).toHaveLength(10);
    expect(stages[0]).toEqual({ label: "Operation and Maintenance", rows: 874 });
    expect(stages.reduce((sum, { rows }) => sum + rows, 0)).toBe(2129);
  });

  it("is planned with every row accounted for, and its columns in any order give the same plan", async () => {
    const { table } = await readReal(inventory);
    const mapping = meant(table, { columns: { department: agency, qualifier: agency } });
    const plan = planned(table, mapping);
    const tally = tallied(plan);
    expect(tally.create + tally.skip).toBe(2133);
    expect(
      plan.filter(({ does, values }) => does === "create" && values["stage"] === "adopted").length,
    ).toBeGreaterThan(800);
    expect(tally.create).toBeGreaterThan(2000);
    for (const row of plan.filter(({ does }) => does === "skip"))
      expect([...row.reasons, ...row.why].length).toBeGreaterThan(0);
    const order = table.headings.map((_, at) => at).toReversed();
    const turned = {
      ...table,
      headings: order.map((at) => table.headings[at] ?? ""),
      rows: table.rows.map(({ row, cells }) => ({ row, cells: order.map((at) => cells[at] ?? "") })),
    };
    expect(planned(turned, mapping)).toEqual(plan);
  });

  it("gives its 41 agencies as departments, each once", async () => {
    const { table } = await readReal(inventory);
    const columns = { key: agency, en: "Agency", zh: "" };
    const mapping: ImportMapping = { kind: "departments", reading, columns, same: {}, values: {}, longNames: "leave" };
    const tally = tallied([...planDepartments(mappedRows(table, mapping), new Map())]);
    expect(tally.create).toBe(41);
    expect(tally.create + tally.unchanged + tally.skip).toBe(2133);
  });
});

describe.skipIf(!realFiles("portfolio"))("real radars", () => {
  it.each([
    ["portfolio/thoughtworks-radar-02-2010-04.csv", "csv"],
    ["portfolio/thoughtworks-radar-34-2026-04.csv", "csv"],
    ["portfolio/thoughtworks-radar-34-2026-04.json", "byor"],
    ["portfolio/zalando-radar-2023.10.json", "zalando"],
    ["portfolio/zalando-radar-2026.05.json", "zalando"],
  ])("%s is read, its rings are mapped to stages before anything is written", async (path, format) => {
    const file = await readReal(path);
    expect(file.format).toBe(format);
    const mapping = meant(file.table, {
      same: { ...meant(file.table).same, summary: "From a radar" },
      columns: { department: "" },
    });
    expect(mapping.columns).toMatchObject({ name: "name", stage: "ring" });
    const plan = planned(file.table, mapping);
    const tally = tallied(plan);
    expect(tally.create).toBeGreaterThan(10);
    expect(tally.create + tally.skip).toBe(file.table.rows.length);
    expect(
      plan
        .filter(({ does, labels }) => does === "create" && labels["stage"]?.toLowerCase() === "adopt")
        .every(({ values: { stage } }) => stage === "adopted"),
    ).toBe(true);
    expect(JSON.stringify(plan)).not.toMatch(/<\/?(?:p|strong|a)\b/);
  });

  it("becomes a portfolio by the pages, with the ring of each on record, and the second run creates 0", async () => {
    const site = await startSite();
    try {
      await withDepartment(site);
      const planner = await site.signedIn("planner");
      const content = await readFile(realPath("portfolio/zalando-radar-2026.05.json"));
      const said = {
        "columns.department": "",
        "same.department": "transport",
        "same.summary": "From a radar",
        "same.needOf": "As the radar says",
      };
      const at = await planOf(planner, content, said);
      const { create, skip } = (await site.services.imports.of(planner.id))[0]?.tally ?? { create: 0, skip: 0 };
      expect(create).toBeGreaterThan(50);
      await carriedOut(planner, at, skip > 0 ? "good" : "all");
      const plan = await site.services.imports.find(planner.id, at.split("/").at(-1) ?? "");
      await waitFor(plan?.id ?? "", 60_000);
      expect(await site.services.imports.progress(plan?.id ?? "")).toEqual({ toDo: create, done: create, refused: 0 });
      const second = await planOf(planner, content, said);
      const again = await site.services.imports.find(planner.id, second.split("/").at(-1) ?? "");
      expect(again?.tally).toMatchObject({ create: 0, update: 0, unchanged: create, skip });
    } finally {
      await site.stop();
    }
  });

  it("of which the CSV and the JSON of one volume give the same rows", async () => {
    const names = async (path: string) => {
      const { table } = await readReal(path);
      const [name, ring, text] = ["name", "ring", "description"].map((heading) => table.headings.indexOf(heading));
      return table.rows.map(({ cells }) => [cells[name ?? 0], cells[ring ?? 0], cells[text ?? 0]]);
    };
    const [csv, json] = [
      await names("portfolio/thoughtworks-radar-34-2026-04.csv"),
      await names("portfolio/thoughtworks-radar-34-2026-04.json"),
    ];
    expect(json.map(([name, ring]) => `${name} ${ring}`)).toEqual(csv.map(([name, ring]) => `${name} ${ring}`));
  });
});
