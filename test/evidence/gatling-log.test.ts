import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sameInEveryChunk } from "./load-chunks.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const t0 = Date.UTC(2026, 2, 1, 8);
const run = (version: string): string => `RUN\tBasic\tbasic\t${t0}\t \t${version}`;
const cells = (...parts: (string | number)[]): string => parts.join("\t");

/** One request of 250 ms that failed, and one user, as each version writes them. */
const layouts: Readonly<Record<string, readonly string[]>> = {
  "2.1": [
    cells("Basic", "basic", "RUN", t0, " ", "2.0"),
    cells("Shop", 1, "USER", "START", t0, 0),
    cells("Shop", 1, "REQUEST", "", "Pay", t0, t0 + 1, t0 + 200, t0 + 250, "KO", "found 500"),
    cells("Shop", 1, "USER", "END", t0, t0 + 300),
  ],
  "2.3": [
    run("2.3"),
    cells("USER", "Shop", 1, "START", t0, t0),
    cells("REQUEST", "Shop", 1, "", "Pay", t0, t0 + 250, "KO", "found 500"),
    cells("USER", "Shop", 1, "END", t0, t0 + 300),
  ],
  "3.2": [
    run("3.2"),
    cells("USER", "Shop", 1, "START", t0, t0),
    cells("REQUEST", 1, "", "Pay", t0, t0 + 250, "KO", "found 500"),
    cells("GROUP", 1, "Cart", t0, t0 + 250, 250, "KO"),
    cells("USER", "Shop", 1, "END", t0, t0 + 300),
  ],
  "3.9": [
    cells("ASSERTION", "AAECAwQ="),
    run("3.9"),
    cells("USER", "Shop", "START", t0),
    cells("REQUEST", "", "Pay", t0, t0 + 250, "KO", "found 500"),
    cells("ERROR", "No attribute named 'x' is defined ", t0),
    cells("USER", "Shop", "END", t0 + 300),
  ],
};

describe("Gatling's simulation.log", () => {
  test.each(Object.keys(layouts))("the columns of %s", async (version) => {
    expect(await measured("load", lines(...layouts[version]!))).toMatchObject({
      format: "Gatling simulation.log",
      requests: 1,
      failures: 1,
      durationSeconds: 0.25,
      from: "2026-03-01T08:00:00.000Z",
      byLabel: [{ label: "Pay", requests: 1 }],
      rejectedCount: 0,
      rowCount: 1,
      warnings: [],
    });
  });

  test("names that are numbers are not taken for times", async () => {
    const text = lines(run("3.2"), cells("REQUEST", 7, "", "1772352000000", t0, t0 + 9, "OK", " "));
    expect(await measured("load", text)).toMatchObject({ requests: 1, durationSeconds: 0.009 });
  });

  test("groups stand before the name", async () => {
    const text = lines(run("3.9"), cells("REQUEST", "Shop,Cart", "Pay", t0, t0 + 9, "OK", ""));
    expect((await measured("load", text)).byLabel?.[0]?.label).toBe("Shop,Cart / Pay");
  });

  test("users begun less users ended are the concurrency of a step", async () => {
    const requests = (from: number, seconds: number): string[] =>
      Array.from({ length: seconds }, (_, i) =>
        cells("REQUEST", "", "Pay", t0 + (from + i) * 1000, t0 + (from + i) * 1000 + 90, "OK"),
      );
    const users = (count: number, what: "START" | "END", at: number): string[] =>
      Array.from({ length: count }, () => cells("USER", "Shop", what, t0 + at * 1000));
    const text = lines(
      run("3.9"),
      ...users(4, "START", 0),
      ...requests(0, 70),
      ...users(2, "END", 70),
      ...requests(70, 65),
    );
    const load = await measured("load", text);
    expect(load.steps?.map((step) => [step.concurrency, step.requests])).toEqual([
      [2, 65],
      [4, 70],
    ]);
  });

  test("unusable rows are named", async () => {
    const text = lines(
      run("3.9"),
      cells("REQUEST", "", "Pay", t0, t0 + 9, "OK"),
      cells("REQUEST", "", "Pay", t0 + 9, t0, "OK"),
      cells("REQUEST", "", "Pay", "soon", t0, "OK"),
      cells("REQUEST", "", "Pay", 1, 2, "KO"),
      cells("USER", "Shop START", t0),
    );
    const load = await measured("load", text);
    expect(load.rejectedRows.map((one) => [one.row, one.reason])).toEqual([
      [3, `the request begins at ${t0 + 9} and ends at ${t0}`],
      [4, "REQUEST without two times and OK or KO after them"],
      [5, "the time “1” lies outside 2000 to 2099"],
      [6, "USER without START or END"],
    ]);
    expect(load.warnings.map((one) => one.code)).toEqual(["users-unknown"]);
    expect(await refusal(lines(run("3.9")))).toMatchObject({ code: "no-usable-row" });
  });

  test("the binary log is refused by name, with what to do", async () => {
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, 0, 6]), Buffer.from("3.14.3"), Buffer.alloc(40)]);
    const problem = await refusal([fileOf(bytes, "simulation.log")]);
    expect(problem).toMatchObject({ code: "gatling-binary", file: "simulation.log" });
    expect(problem.message).toMatch(/Gatling 3\.14\.3.*global_stats\.json.*3\.12\.0/);
  });

  test("where chunks end changes nothing", async () => {
    for (const rows of Object.values(layouts)) await sameInEveryChunk(lines(...rows));
  });
});

describe.skipIf(!realFiles("load/gatling"))("logs of real runs, counted by awk and Python beforehand", () => {
  const piece = (name: string) => {
    const path = realPath(`load/gatling/${name}`);
    return [{ name, path, bytes: statSync(path).size }];
  };

  test("gatling-351-000.log: 220 requests of ten users", async () => {
    const load = await measured("load", piece("gatling-351-000.log"), { withinMs: 300 });
    expect(load).toMatchObject({ requests: 220, failures: 0, durationSeconds: 22.129, rejectedCount: 0 });
    expect(load).toMatchObject({ within: { requests: 217 }, latencyMs: { p50: 4, max: 1031 } });
    expect(load.latencyMs.mean).toBeCloseTo(18.7818, 4);
    expect(load.latencyMs.p99).toBeCloseTo(828.85, 6);
    expect(load.slices?.map((slice) => slice.seconds)).toEqual([10, 10, 2.129]);
  });

  test("gatling-3-000.log: 243 requests, a USER row that was cut together", async () => {
    const load = await measured("load", piece("gatling-3-000.log"), { withinMs: 300 });
    expect(load).toMatchObject({ requests: 243, failures: 0, durationSeconds: 10.079, within: { requests: 242 } });
    expect(load).toMatchObject({ latencyMs: { p50: 63, p90: 65, p95: 66, max: 379 } });
    expect(load.rejectedRows.map((one) => one.row)).toEqual([2]);
    expect(load.steps).toBeUndefined();
  });

  test("gatling-5-000.log: two requests without a name, both failed", async () => {
    expect(await measured("load", piece("gatling-5-000.log"))).toMatchObject({
      requests: 2,
      failures: 2,
      durationSeconds: 0.958,
    });
  });

  test("gatling-6-314.log is binary", async () => {
    expect(await refusal(piece("gatling-6-314.log"))).toMatchObject({ code: "gatling-binary" });
  });
});
