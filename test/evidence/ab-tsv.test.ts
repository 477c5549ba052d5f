import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadStatistics } from "../../src/domain/evidence/summary-load.ts";
import { sameInEveryChunk } from "./load-chunks.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { lines, measured, refusal } from "./support.ts";

const header = "starttime\tseconds\tctime\tdtime\tttime\twait";
const row = (second: number, ms: number | string): string => `Sun Mar 01 08:00:00 2026\t${second}\t1\t2\t${ms}\t2`;

describe("ab -g", () => {
  test("failures are not reported: absent, never zero, and no share can be bounded", async () => {
    const load = await measured("load", lines(header, row(1772352000, 30), row(1772352001, 50)), { withinMs: 100 });
    expect(load).toMatchObject({
      format: "ab table",
      requests: 2,
      durationSeconds: 1.05,
      latencyMs: { mean: 40, max: 50 },
    });
    expect(load).not.toHaveProperty("failures");
    expect(load).not.toHaveProperty("within");
    expect(load).not.toHaveProperty("slices");
    expect(load.warnings.map((one) => one.code)).toEqual(["no-failure-count", "whole-seconds"]);
    expect(loadStatistics(load)).toMatchObject({ failed: null, within: null, steps: null });
    expect(loadStatistics(load)).not.toHaveProperty("failures");
  });

  test("unusable rows are named", async () => {
    const load = await measured("load", lines(header, row(1772352000, 30), row(12, 30), row(1772352000, "x"), "a\tb"));
    expect(load.rejectedRows.map((one) => one.reason)).toEqual([
      "seconds is not a time from 2000 to 2099",
      "ttime is not a whole number of milliseconds",
      "the number of fields is 2, that of the header 6",
    ]);
    expect(await refusal(lines(header))).toMatchObject({ code: "no-usable-row" });
  });

  test("where chunks end changes nothing", async () => {
    await sameInEveryChunk(lines(header, row(1772352000, 30), row(1772352001, 50)));
  });

  test.skipIf(!realFiles("load/ab/ab.tsv"))("ab.tsv: ten requests, counted by Python beforehand", async () => {
    const path = realPath("load/ab/ab.tsv");
    const load = await measured("load", [{ name: "ab", path, bytes: statSync(path).size }]);
    expect(load).toMatchObject({
      requests: 10,
      durationSeconds: 2.235,
      rejectedCount: 0,
      from: "2016-03-01T10:13:23.000Z",
    });
    expect(load.latencyMs).toMatchObject({ p50: 235, p90: 247, max: 247 });
    expect(load.latencyMs.mean).toBeCloseTo(238.3, 9);
  });
});
