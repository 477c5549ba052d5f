import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { read, measured, refusal } from "./support.ts";
import { crafted, header, text } from "./crafted-workbook.ts";

type Value = string | number | boolean | Date | null;

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 10, minute));
const probes: Value[][] = [
  ["service", "time", "up"],
  ...Array.from({ length: 60 }, (_, i): Value[] => ["Permits", at(i), i !== 5]),
];
const workbook = (sheets: Record<string, Value[][]>, more: object = {}) =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })), ...more });

describe("a workbook is read where a table is", () => {
  test("days and times as cells have them, in both of Excel's calendars", async () => {
    for (const more of [{}, { dateSystem: "1904" }]) {
      const { services, warnings } = await measured("availability", await workbook({ A: probes }, more));
      expect(services[0]).toMatchObject({ from: "2026-03-01T10:00:00.000Z", observedSeconds: 3600, downSeconds: 60 });
      expect(warnings).toEqual([]);
    }
  });

  test("times are local to the zone of the piece, as in a table", async () => {
    const options = { timeZone: "Asia/Shanghai" };
    const { services } = await measured("availability", await workbook({ A: probes }), options);
    expect(services[0]?.from).toBe("2026-03-01T02:00:00.000Z");
  });

  test("the only sheet that a reader knows, wherever it stands; the others are said", async () => {
    const { warnings } = await measured("availability", await workbook({ Notes: [["hello"]], 探测: probes }));
    expect(warnings).toMatchObject([{ code: "read-from-archive" }]);
    expect(warnings[0]?.message).toMatch(/the sheet “探测” was read/);
  });

  test("two of them are asked about, and the one that is named is read", async () => {
    const two = await workbook({ A: probes, "B & C": probes.slice(0, 11) });
    const problem = await refusal(two);
    expect(problem.questions).toMatchObject([
      { about: "sheet", sheets: [{ name: "A", rows: 60, headings: ["service", "time", "up"] }, { name: "B & C" }] },
    ]);
    expect(await measured("availability", two, { answers: { sheet: "B & C" } })).toMatchObject({ rowCount: 10 });
  });

  test("headings that no reader knows are mapped as those of a table", async () => {
    const rows: Value[][] = [["who", "when", "what"], ...probes.slice(1)];
    const problem = await refusal(await workbook({ A: rows }));
    expect(problem).toMatchObject({ code: "mapping-needed", headings: ["who", "when", "what"] });
    const mapping = {
      format: "probes-csv" as const,
      columns: { service: "who", time: "when", up: "what" },
      conditions: {},
      rows: {},
    };
    expect(await measured("availability", await workbook({ A: rows }), { mapping })).toMatchObject({ rowCount: 60 });
  });

  test("numbers, empty cells, line breaks and what looks like a formula are what they are", async () => {
    const tasks: Value[][] = [
      ["participant", "task", "outcome", "seconds", "limit"],
      ["P1", "=1+1", "success", 90.5, null],
      ["P2", 'a "b"\nc', "failure", null, null],
    ];
    const measurement = await measured("tasks", await workbook({ A: tasks }));
    expect(measurement.tasks.map(({ task }) => task).sort()).toEqual(["=1+1", 'a "b" c']);
    expect(measurement.rejectedCount).toBe(0);
  });

  test("a row that is rejected is called by its number in the sheet", async () => {
    const rows = [probes[0]!, [], ...probes.slice(1, 3), ["Permits", "soon", true] as Value[], ...probes.slice(3)];
    const { rejectedRows } = await measured("availability", await workbook({ A: rows }));
    expect(rejectedRows).toMatchObject([{ row: 5 }]);
  });
});

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

describe("hostile workbooks end in words, and the process lives", () => {
  test.each([
    [
      "two cells at the corners of the largest sheet",
      `<row r="1">${text("A1", "x")}</row><row r="1048576">${text("XFD1048576", "y")}</row>`,
    ],
    ["a cell beyond every sheet", `<row r="999999999">${text("ZZZZZZ999999999", "y")}</row>`],
    ["a million rows that are not there", `${header}<row r="1000000">${text("A1000000", "x")}</row>`],
    ["an entity", `<row r="1">${text("A1", "&x;")}</row>`],
    ["no end", "<row><c><is><t>"],
  ])(
    "%s",
    async (_name, data) => {
      const outcome = await read(crafted(data));
      expect(outcome.kind).toBe("refused");
      if (outcome.kind === "refused")
        expect(outcome.problems[0]?.message).toMatch(/results (?:is a workbook|was not read)/);
    },
    60_000,
  );

  test("many rows with one cell in the last column: in time, or refused for taking too long", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}">${text(`XFD${i + 1}`, "x")}</row>`).join(
      "",
    );
    const started = performance.now();
    expect((await read(crafted(rows))).kind).toBe("refused");
    expect(performance.now() - started).toBeLessThan(50_000);
  }, 60_000);

  test("a shared string of hundreds of megabytes is never parsed", async () => {
    const shared = Buffer.concat([Buffer.from(`<sst xmlns="${main}"><si><t>`), Buffer.alloc(310 << 20, 0x61)]);
    expect((await refusal(crafted(header, shared))).message).toMatch(/larger unpacked than is opened/);
  }, 60_000);

  test("a workbook that is cut off", async () => {
    const whole = Buffer.from(await workbook({ A: probes }));
    for (const share of [0.2, 0.5, 0.9])
      expect((await read(whole.subarray(0, whole.length * share))).kind).toBe("refused");
  });
});
