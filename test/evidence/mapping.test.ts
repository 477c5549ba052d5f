import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { conditionText, judged, parseCondition, parseMapping, sourceKey } from "../../src/evidence/mapping.ts";
import { Unreadable } from "../../src/evidence/unreadable.ts";
import { lines, measured, read, refusal } from "./support.ts";

const table = lines(
  "Dienst;Zeitpunkt;HTTP-Code;Ort",
  "Permits;2026-03-01T00:00:00Z;200;Nord",
  "Permits;2026-03-01T00:01:00Z;503;Nord",
  "Permits;2026-03-01T00:02:00Z;204;Nord",
  "Permits;2026-03-01T00:00:00Z;500;Süd",
);

const mapping: Mapping = {
  format: "probes-csv",
  columns: { service: "Dienst", time: "Zeitpunkt", up: "HTTP-Code" },
  conditions: { up: { is: "one-of", values: ["200", "204"] } },
  rows: { Ort: "Nord" },
};

describe("a table whose headings no reader knows", () => {
  test("is refused with what a page needs to offer a mapping", async () => {
    const problem = await refusal(table);
    expect(problem).toMatchObject({
      code: "mapping-needed",
      headings: ["Dienst", "Zeitpunkt", "HTTP-Code", "Ort"],
    });
    expect(problem.sample).toHaveLength(3);
    expect(problem.sample?.[1]).toEqual(["Permits", "2026-03-01T00:01:00Z", "503", "Nord"]);
    expect(problem.message).not.toContain("Permits");
  });

  test("is read by the mapping, its conditions and its rows", async () => {
    const measurement = await measured("availability", table, { mapping });
    expect(measurement).toMatchObject({ rowCount: 3, rejectedCount: 0 });
    expect(measurement.services[0]).toMatchObject({ service: "Permits", downSeconds: 60, observedSeconds: 180 });
    expect(measurement.warnings.map((warning) => warning.code)).toContain("rows-chosen");
  });

  test("a heading that the file lacks is named, in columns and in rows", async () => {
    const columns = { ...mapping.columns, up: "Status" };
    expect(await refusal(table, { mapping: { ...mapping, columns } })).toMatchObject({
      code: "mapping-heading",
      message: "results has no heading “Status”, which the mapping names",
    });
    const rows = await refusal(table, { mapping: { ...mapping, rows: { Stadt: "Nord" } } });
    expect(rows.message).toContain("“Stadt”");
    expect(await refusal(table, { mapping: { ...mapping, rows: { Ort: "West" } } })).toMatchObject({
      code: "mapping-no-rows",
    });
  });

  test("a column without a heading, a strange column, a bare condition, a format without columns are refused", async () => {
    const { up: _, ...columns } = mapping.columns;
    const incomplete = await refusal(table, { mapping: { ...mapping, columns, conditions: {} } });
    expect(incomplete).toMatchObject({ code: "mapping-needed" });
    expect(incomplete.message).toContain("no heading for up");
    const strange = { ...mapping, columns: { ...mapping.columns, colour: "Ort" } };
    expect(await refusal(table, { mapping: strange })).toMatchObject({ code: "mapping-column" });
    const bare = { ...mapping, conditions: { planned: { is: "one-of", values: ["x"] } } } as const;
    expect(await refusal(table, { mapping: bare })).toMatchObject({ code: "mapping-column" });
    const columnless = await refusal(table, { mapping: { ...mapping, format: "upptime" } });
    expect(columnless).toMatchObject({ code: "mapping-column", message: "upptime has no columns to map" });
    expect(await refusal(table, { mapping, as: "volume-csv" })).toMatchObject({ code: "mapping-format" });
  });

  test("a cell that decides nothing rejects its row", async () => {
    const conditions = { up: { is: "at-most", limit: 399 } } as const;
    const measurement = await measured("availability", table.replace("503", "refused"), {
      mapping: { ...mapping, conditions },
    });
    expect(measurement.rejectedRows).toMatchObject([
      { row: 3, reason: "up: “refused” is not a number, so not <= 399" },
    ]);
  });
});

test("what the file does not hold, the mapping may state", async () => {
  const text = lines("time,up", "2026-03-01T00:00:00Z,1", "2026-03-01T00:01:00Z,1");
  const stated: Mapping = {
    format: "probes-csv",
    columns: {},
    conditions: {},
    rows: {},
    stated: { service: "Permits" },
  };
  expect((await measured("availability", text, { mapping: stated })).services[0]?.service).toBe("Permits");
});

test("columns that the mapping does not name stand under their own names", async () => {
  const text = lines("service,time,HTTP", "a,2026-03-01T00:00:00Z,1", "a,2026-03-01T00:01:00Z,1");
  const short: Mapping = { format: "probes-csv", columns: { up: "HTTP" }, conditions: {}, rows: {} };
  expect((await read(text, { mapping: short })).kind).toBe("measured");
});

test("a heading that stands there twice is refused by name where a column needs it, and else is nobody's matter", async () => {
  const twice = lines("records,bytes,bytes,seconds,failures", "1,2,3,4,0");
  expect(await refusal(twice)).toMatchObject({ code: "ambiguous-heading", row: 1 });
  expect((await refusal(twice)).message).toContain("“bytes”");
  const rows: Mapping = { format: "volume-csv", columns: {}, conditions: {}, rows: { note: "x" } };
  const besides = lines("records,bytes,note,note,seconds,failures", "1,2,x,y,4,0");
  expect(await refusal(besides, { mapping: rows })).toMatchObject({ code: "ambiguous-heading" });
  expect((await measured("volume", besides)).runs).toEqual([{ records: 1, bytes: 2, seconds: 4, failures: 0 }]);
});

test("ragged rows are rejected with the number of their fields", async () => {
  const volume = await measured(
    "volume",
    lines("records,bytes,seconds,failures", "1,2,3,0", "1,2", "1,2,3,0,9", "1,2,3,0,,"),
  );
  expect(volume.rejectedRows.map((one) => one.reason)).toEqual([
    "the number of fields is 2, that of the header 4",
    "the number of fields is 5, that of the header 4",
  ]);
});

test("a table without headings is refused as that", async () => {
  const problem = await refusal(lines("39, State-gov, 77516", "50, Private, 83311"));
  expect(problem).toMatchObject({ code: "no-header" });
  expect(problem.message).not.toContain("State-gov");
});

test("conditions are written and read alike", () => {
  for (const text of ["1", "Medium, High", ">= 5", "<= -2.5"]) {
    const condition = parseCondition(text);
    expect(condition && conditionText(condition)).toBe(text);
  }
  expect(parseCondition("≥5")).toEqual({ is: "at-least", limit: 5 });
  expect(parseCondition("中，高")).toEqual({ is: "one-of", values: ["中", "高"] });
  for (const text of ["", "a,,b", ">= high", "<="]) expect(parseCondition(text)).toBeNull();
});

test("what is missing meets no condition and fails none", () => {
  const high = { is: "one-of", values: ["High", "N/A"] } as const;
  expect(["High", "N/A", "Low", "", "-"].map((cell) => judged(high, cell))).toEqual(["true", "true", "false", "", ""]);
  const five = { is: "at-least", limit: 5 } as const;
  expect(["5", "4.9", "n/a"].map((cell) => judged(five, cell))).toEqual(["true", "false", ""]);
});

test("a mapping comes back from JSON as it was, with its conditions also in words", () => {
  expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  expect(parseMapping({ format: "probes-csv", conditions: { up: "200, 204" } })).toMatchObject({
    conditions: mapping.conditions,
  });
  for (const wrong of [
    null,
    [],
    {},
    { format: "upptime", rows: { a: "b" } },
    { format: "probes-csv", columns: { up: 1 } },
  ]) {
    expect(parseMapping(wrong)).toBeInstanceOf(Unreadable);
  }
  const reasonOf = (value: unknown) => (parseMapping(value) as Unreadable).reason;
  expect(reasonOf({ format: "probes-csv", columns: { colour: "x" } })).toContain("colour");
  expect(reasonOf({ format: "probes-csv", conditions: { up: ">= x" } })).toContain("up");
});

test("a source is known by its headings in their order, whatever stands around them", () => {
  expect(sourceKey([" a", "b "])).toBe(sourceKey(["a", "b"]));
  expect(sourceKey(["b", "a"])).not.toBe(sourceKey(["a", "b"]));
  expect(sourceKey(["a,b"])).not.toBe(sourceKey(["a", "b"]));
  expect(sourceKey(["a"])).toMatch(/^[0-9a-f]{64}$/);
});
