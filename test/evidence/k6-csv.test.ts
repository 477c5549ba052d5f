import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sameInEveryChunk } from "./load-chunks.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { lines, measured, refusal } from "./support.ts";

const header = "metric_name,timestamp,metric_value,expected_response,name,status,url";
const row = (time: string, ms: string, expected = "true", status = "200"): string =>
  `http_req_duration,${time},${ms},${expected},/a,${status},http://a.example`;

describe("k6 CSV", () => {
  test("a row of http_req_duration is a request that ended at its timestamp", async () => {
    const text = lines(
      header,
      "vus,1772352000,3,,,,",
      row("1772352010", "1500.5"),
      row("1772352020", "20", "false", "0"),
      "http_reqs,1772352020,1,,,,",
    );
    expect(await measured("load", text)).toMatchObject({
      requests: 2,
      failures: 1,
      rowCount: 2,
      from: "2026-03-01T08:00:08.499Z",
      durationSeconds: 11.5005,
      warnings: [{ code: "whole-seconds" }],
    });
  });

  test("finer times are read as they are written", async () => {
    for (const time of ["1772352000250", "1772352000250000", "1772352000250000000", "2026-03-01T08:00:00.250Z"]) {
      const load = await measured("load", lines(header, row(time, "250")));
      expect(load).toMatchObject({ from: "2026-03-01T08:00:00.000Z", durationSeconds: 0.25, warnings: [] });
    }
  });

  test("unusable rows are named", async () => {
    const text = lines(
      header,
      row("1772352000", "1"),
      "http_req_duration,1772352000",
      row("soon", "1"),
      row("1772352000", "x"),
      row("1772352000", "1", "", ""),
    );
    const load = await measured("load", text);
    expect(load.rejectedRows.map((one) => [one.row, one.reason.slice(0, 20)])).toEqual([
      [3, "the number of fields"],
      [4, "timestamp “soon” is "],
      [5, "metric_value is not "],
      [6, "neither the tag expe"],
    ]);
    expect(await refusal(lines(header, "vus,1772352000,3,,,,"))).toMatchObject({ code: "no-usable-row" });
  });

  test("where chunks end changes nothing", async () => {
    await sameInEveryChunk(
      lines(
        header,
        "vus,1772352000,3,,,,",
        row("1772352010", "1500.5"),
        'http_req_duration,1772352001,7,true,"a ""b"", c",200,u',
      ),
    );
  });

  test.skipIf(!realFiles("load/k6/k6_kpi.csv"))(
    "k6_kpi.csv: four requests, two of them to a host that does not exist",
    async () => {
      const path = realPath("load/k6/k6_kpi.csv");
      const load = await measured("load", [{ name: "kpi", path, bytes: statSync(path).size }], { withinMs: 300 });
      // Counted by Python's csv and statistics modules.
      expect(load).toMatchObject({ requests: 4, failures: 2, within: { requests: 2 }, rejectedCount: 0 });
      expect(load.latencyMs.mean).toBeCloseTo(120.906, 3);
      expect(load.latencyMs.p50).toBeCloseTo(119.016, 3);
      expect(load.latencyMs.p99).toBeCloseTo(245.36, 2);
      expect(load.durationSeconds).toBeCloseTo(43.2456, 4);
      expect(load.byLabel?.map((one) => [one.label, one.failures])).toEqual([
        ["https://blazedemo.com/", 0],
        ["https://non-blazedemo.com/", 2],
      ]);
    },
  );
});
