import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { loadGroups } from "../../src/evidence/load-table/groups.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { lines, measured, refusal } from "./support.ts";

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);
const mapping = (rows: Mapping["rows"], columns: Mapping["columns"] = {}): Mapping => ({
  format: "load-table",
  columns,
  conditions: {},
  rows,
});

const header =
  "Scenario,Concurrent Users,# Samples,Error Count,Error %,Throughput (Requests/sec),Average Response Time (ms),95th Percentile of Response Time (ms),Maximum Response Time (ms)";
const table = lines(
  header,
  "A,200,120000,60,0.05,1000,190,400,2000",
  "A,50,60000,0,0,500,95,180,900",
  "A,100,90000,9,0.01,750,130,260,1500",
);

describe("a table of load levels", () => {
  test("a row is a step in totals, ascending; its time is requests over throughput", async () => {
    const one = await measured("load", table);
    expect(one).toMatchObject({
      format: "Table of load levels",
      requests: 270_000,
      failures: 69,
      durationSeconds: 360,
    });
    expect(one.steps).toMatchObject([
      { concurrency: 50, seconds: 120, requests: 60_000, failures: 0, throughputPerSecond: 500, slices: [] },
      { concurrency: 100, seconds: 120, requests: 90_000, failures: 9 },
      { concurrency: 200, seconds: 120, latencyMs: { mean: 190, p95: 400, max: 2000 } },
    ]);
    expect(one.throughputPerSecond).toBe(750);
    expect(one.latencyMs.mean).toBeCloseTo((60 * 95 + 90 * 130 + 120 * 190) / 270, 9);
    expect(one.latencyMs.max).toBe(2000);
    expect(one.latencyMs).not.toHaveProperty("p95");
    expect(one).not.toHaveProperty("slices");
    expect(one.warnings).toEqual([]);
  });

  test("rows of one concurrency: it asks which are meant, naming what tells them apart", async () => {
    const both = table + lines("B,50,61000,0,0,508.3,96,181,901");
    const problem = await refusal(both);
    expect(problem.code).toBe("mapping-needed");
    expect(problem.message).toContain("“Scenario” (A, B)");
    expect(problem.message).not.toContain("Error %");
    expect(problem.headings).toEqual(header.split(","));
    const chosen = await measured("load", both, { mapping: mapping({ Scenario: "B" }) });
    expect(chosen.steps?.map(({ requests }) => requests)).toEqual([61_000]);
    expect(codes(chosen.warnings)).toEqual(["rows-chosen"]);
  });

  test("it names only as many headings as tell the rows apart", async () => {
    const rows = ["A,x,2G,5,600,1,10", "A,x,2G,9,600,1,11", "B,y,4G,5,600,1,12", "B,y,2G,5,600,1,13"];
    const problem = await refusal(lines("Scenario,Twin,Heap,users,requests,failures,throughput", ...rows));
    expect(problem.message).toContain("by “Scenario” (A, B), “Heap” (2G, 4G)");
  });

  test("rows that nothing tells apart are refused too", async () => {
    const twice = table + lines("A,50,60000,0,0,500,95,180,900");
    expect((await refusal(twice)).message).toContain("no heading tells them apart");
  });

  test("a share of errors in per cent where there is no count; a rate in minutes; other headings by mapping", async () => {
    const own = lines("Load;n;Error %;Rate;Label", "10;600;2,5%;5/sec;x", "20;1200;50.0%;600/min;x", "40;600;0%;10;x");
    const named = { concurrency: "Load", requests: "n", throughput: "Rate" };
    const one = await measured("load", own, { mapping: mapping({}, named) });
    expect(one.steps).toMatchObject([
      { concurrency: 20, failures: 600, throughputPerSecond: 10, seconds: 120 },
      { concurrency: 40, failures: 0 },
    ]);
    // A decimal comma is not guessed at.
    expect(one.rejectedRows).toMatchObject([{ row: 2, reason: "error % “2,5” is not a number" }]);
  });

  test("without failures there is no load level and no error count", async () => {
    const one = await measured("load", lines("users,requests,throughput", "5,600,10"));
    expect(one).toMatchObject({ requests: 600, durationSeconds: 60 });
    expect(one).not.toHaveProperty("failures");
    expect(one).not.toHaveProperty("steps");
    expect(codes(one.warnings)).toEqual(["no-failure-count"]);
  });

  test("a brief level and an impossible one are said", async () => {
    const one = await measured("load", lines("users,requests,failures,throughput,mean", "5,100,0,10,2000"));
    expect(codes(one.warnings)).toEqual(["brief-level", "littles-law"]);
  });

  test("unusable rows are rejected with their reason", async () => {
    const bad = ["0,1,0,1", "5,0,0,1", "5,9,10,1", "5,9,0,0", "5,9,0,9/week", "5,9,,x"];
    const one = await measured("load", lines("users,requests,failures,throughput", ...bad, "7,600,0,10"));
    expect(one.rejectedRows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(one.rejectedRows.map(({ reason }) => reason)).toEqual([
      "concurrency must be more than 0",
      "requests must be more than 0",
      "failures (10) outnumber the requests (9)",
      "throughput must be more than 0",
      "throughput “9/week” is not a rate",
      "throughput “x” is not a number",
    ]);
  });
});

describe("the groups of a table", () => {
  test("are its configurations, each with its points in ascending load", () => {
    const groups = loadGroups(table + lines("B,50,61000,0,0,508.3,96,181,901", "bad,x,1,0,0,1,1,1,1"));
    expect(groups.map(({ settings }) => settings)).toEqual([{ Scenario: "A" }, { Scenario: "B" }]);
    expect(groups[0]?.points.map(({ load, throughput }) => [load, throughput])).toEqual([
      [50, 500],
      [100, 750],
      [200, 1000],
    ]);
    expect(groups[1]?.points).toEqual([{ load: 50, throughput: 508.3, requests: 61_000, failures: 0, meanMs: 96 }]);
    expect(loadGroups(table)).toMatchObject([{ settings: {}, points: [{}, {}, {}] }]);
  });
});

const summary = "load/wso2-jmeter-summary-166-2020.csv";

describe.skipIf(!realFiles(summary))("WSO2's summary of JMeter runs", () => {
  const path = realPath(summary);
  const piece = (): EvidenceFile[] => [{ name: "wso2", path, bytes: statSync(path).size }];

  test("holds 24 configurations of six loads and asks which is meant", async () => {
    const problem = await refusal(piece());
    expect(problem).toMatchObject({ code: "mapping-needed" });
    expect(problem.message).toBe(
      "Several rows have the same concurrency: say which are meant, by “Scenario Name” (Passthrough, Transformation), “Message Size (Bytes)” (50, 1024, 10240), “Back-end Service Delay (ms)” (0, 30, 500, 1000)",
    );
    const groups = loadGroups(readFileSync(path, "utf8"));
    expect(groups).toHaveLength(24);
    expect(groups.every(({ points }) => points.map(({ load }) => load).join() === "50,100,200,300,500,1000")).toBe(
      true,
    );
  });

  test("one configuration is a load test of six steps of ten minutes", async () => {
    const rows = {
      "Scenario Name": "Passthrough",
      "Message Size (Bytes)": "10240",
      "Back-end Service Delay (ms)": "0",
    };
    const one = await measured("load", piece(), { mapping: mapping(rows) });
    expect(one).toMatchObject({ failures: 1, rejectedCount: 0 });
    expect(one.steps?.[0]).toMatchObject({
      concurrency: 50,
      requests: 1_256_059,
      failures: 1,
      throughputPerSecond: 2093.5,
    });
    expect(one.steps?.every(({ seconds }) => seconds > 599 && seconds < 603)).toBe(true);
    // Little's law holds in every one of the 144 rows.
    expect(codes(one.warnings)).toEqual(["rows-chosen"]);
  });
});

describe("an error rate says what it is", () => {
  const table = (heading: string, rate: string): string =>
    lines(`users,requests,${heading},throughput`, `10,1000,${rate},10`, `20,2000,${rate},20`);

  test.each([
    ["错误率", "0.02"],
    ["错误率", "1"],
  ])("%s of %s is a share or per cent", async (heading, rate) => {
    const problem = await refusal(table(heading, rate));
    expect(problem.message).toContain("write it with a % sign");
  });

  test.each([
    ["错误率", "0.2%", 2],
    ["错误率", "2", 20],
    ["错误率", "0", 0],
    ["error %", "0.2", 2],
  ])("%s of %s", async (heading, rate, failures) => {
    expect(await measured("load", table(heading, rate))).toMatchObject({ steps: [{ failures }, {}] });
  });
});
