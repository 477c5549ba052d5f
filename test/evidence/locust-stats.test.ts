import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

const columns =
  '"Type","Name","Request Count","Failure Count","Median Response Time","Average Response Time","Min Response Time","Max Response Time","Average Content Size","Requests/s","Failures/s","50%","66%","90%","95%","99%","99.9%","100%"';
const get = '"GET","/",300,3,10,20,1,800,512,5,0.05,10,12,30,50,400,700,800';
const post = '"POST","/login",100,7,40,60,2,900,64,1.6666666666666667,0.1,40,44,90,150,600,900,900';
const total = '"","Aggregated",400,10,12,30,1,900,400,6.666666666666667,0.15,12,16,40,80,500,900,900';

describe("Locust's stats", () => {
  test("the row Aggregated is the run, the others are its labels", async () => {
    const one = await measured("load", lines(columns, get, post, total));
    expect(one).toMatchObject({
      format: "Locust stats CSV",
      requests: 400,
      failures: 10,
      durationSeconds: 60,
      warnings: [],
    });
    expect(one.latencyMs).toEqual({ mean: 30, p50: 12, p90: 40, p95: 80, p99: 500, max: 900 });
    expect(one.byLabel).toMatchObject([
      { label: "GET /", requests: 300, failures: 3 },
      { label: "POST /login", requests: 100, failures: 7, latencyMs: { p95: 150 } },
    ]);
    expect(one).not.toHaveProperty("slices");
    expect(one).not.toHaveProperty("steps");
  });

  test("a sum that its rows contradict is said", async () => {
    const one = await measured("load", lines(columns, get, post, total.replace("400,10,", "420,10,")));
    expect(one).toMatchObject({ requests: 420 });
    expect(codes(one.warnings)).toEqual(["totals-disagree"]);
  });

  test("without the row Aggregated the rows are summed, and it is said", async () => {
    const one = await measured("load", lines(columns, get, post));
    expect(one).toMatchObject({ requests: 400, failures: 10, latencyMs: { mean: 30 } });
    expect(one.durationSeconds).toBeCloseTo(60, 6);
    expect(Object.keys(one.latencyMs)).toEqual(["mean"]);
    expect(codes(one.warnings)).toEqual(["no-total-row"]);
  });

  test("N/A cells and blank lines between rows", async () => {
    const empty = '"GET","/never",0,0,N/A,N/A,0,0,0,0,0,N/A,N/A,N/A,N/A,N/A,N/A,N/A';
    const one = await measured("load", lines(columns, "", get, "", post, empty, "", total));
    expect(one).toMatchObject({ requests: 400, rejectedCount: 0 });
    expect(one.byLabel?.find(({ label }) => label === "GET /never")).toMatchObject({ requests: 0, latencyMs: {} });
  });

  test("the headings of Locust 0.9 to 0.14", async () => {
    const old =
      '"Method","Name","# requests","# failures","Median response time","Average response time","Min response time","Max response time","Average Content Size","Requests/s"';
    const one = await measured(
      "load",
      lines(
        old,
        '"GET","/",400,10,12,30,1,900,400,6.666666666666667',
        '"None","Total",400,10,12,30,1,900,400,6.666666666666667',
      ),
    );
    expect(one).toMatchObject({ requests: 400, failures: 10, latencyMs: { mean: 30, p50: 12, max: 900 } });
    expect(one.durationSeconds).toBeCloseTo(60, 6);
  });

  test("failures beside the requests, as early versions counted them, are requests too", async () => {
    const one = await measured(
      "load",
      lines(columns, total.replace("400,10,", "0,50,").replace("6.666666666666667,", "2,")),
    );
    expect(one).toMatchObject({ requests: 50, failures: 50, durationSeconds: 25 });
  });

  test("a row that is no row is rejected, a file of none refused", async () => {
    const one = await measured("load", lines(columns, get.replace("300", "-3"), post, total));
    expect(one.rejectedRows).toMatchObject([{ row: 2, reason: "requests “-3” is not a number" }]);
    expect(await refusal(lines(columns))).toMatchObject({ code: "no-usable-row" });
    expect(await refusal(lines(columns, total.replace("400,10,", "0,0,")))).toMatchObject({ code: "no-usable-row" });
  });

  test("two files are runs after each other, in whatever order", async () => {
    const files = [fileOf(lines(columns, get, post, total), "a"), fileOf(lines(columns, total), "b")];
    const one = await measured("load", files);
    expect(one).toMatchObject({ requests: 800, failures: 20, durationSeconds: 120 });
    expect(await measured("load", files.toReversed())).toEqual(one);
  });
});

const historyColumns =
  "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,90%,99%,100%,Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response Time,Total Min Response Time,Total Max Response Time,Total Average Content Size";

/** A row: seconds since the start, users, requests and failures so far, their mean latency. */
function row(at: number, users: number, requests: number, failures = 0, mean = 100, name = "Aggregated"): string {
  return `${1_750_000_000 + at},${users},,${name},1,0,N/A,N/A,N/A,N/A,${requests},${failures},90,${mean},1,500,10`;
}

/** Rows every so many seconds at ten requests a second. */
function history(interval: number, seconds: number, users = 20): string[] {
  return Array.from({ length: Math.floor(seconds / interval) + 1 }, (_, i) =>
    row(i * interval, users, i * interval * 10, i),
  );
}

describe("Locust's history", () => {
  test("slices of 10 s and a load level from sums over time", async () => {
    const one = await measured("load", lines(historyColumns, ...history(2, 95)));
    expect(one).toMatchObject({ format: "Locust stats history CSV", requests: 940, failures: 47, durationSeconds: 94 });
    expect(one).toMatchObject({ from: "2025-06-15T15:06:40.000Z", to: "2025-06-15T15:08:14.000Z", warnings: [] });
    expect(one.slices).toHaveLength(10);
    expect(one.slices?.[0]).toEqual({ seconds: 10, requests: 100, failures: 5 });
    expect(one.slices?.at(-1)).toEqual({ seconds: 4, requests: 40, failures: 2 });
    expect(one.steps).toMatchObject([
      { concurrency: 20, seconds: 94, requests: 940, failures: 47, latencyMs: { mean: 100 } },
    ]);
    expect(one.steps?.[0]?.slices).toEqual(one.slices);
    expect(one.latencyMs).toEqual({ mean: 100, p50: 90, max: 500 });
  });

  test("an interval that does not make up 10 s leaves no slices, and it is said", async () => {
    const one = await measured("load", lines(historyColumns, ...history(3, 90)));
    expect(one).toMatchObject({ requests: 900, durationSeconds: 90 });
    expect(one).not.toHaveProperty("slices");
    expect(one.steps).toMatchObject([{ concurrency: 20, slices: [] }]);
    expect(codes(one.warnings)).toEqual(["slices-left-out"]);
  });

  test("a late row makes one slice longer and loses nothing", async () => {
    const rows = history(1, 300).filter((_, i) => i !== 50);
    const one = await measured("load", lines(historyColumns, ...rows));
    expect(one.slices?.filter(({ seconds }) => seconds !== 10)).toEqual([
      { seconds: 11, requests: 110, failures: 11 },
      { seconds: 9, requests: 90, failures: 9 },
    ]);
    expect(one.slices?.reduce((sum, { requests }) => sum + requests, 0)).toBe(3000);
    expect(one.warnings).toEqual([]);
  });

  test("load levels of at least 60 s at one number of users, with the mean of their own requests", async () => {
    const rows = [
      row(0, 0, 0, 0, 0),
      ...[10, 20, 30, 40, 50, 60, 70].map((at) => row(at, 5, at * 10, 0, 100)),
      // 700 more requests of 300 ms each in the next 70 s: the mean since the start rises to 200.
      ...[80, 90, 100, 110, 120, 130].map((at) => row(at, 50, at * 10, 7, (70 * 100 + (at - 70) * 300) / at)),
      row(140, 50, 1400, 7, 200),
      row(150, 100, 1500, 7, 200),
    ];
    const one = await measured("load", lines(historyColumns, ...rows));
    expect(one.steps?.map(({ concurrency, seconds, requests }) => ({ concurrency, seconds, requests }))).toEqual([
      { concurrency: 5, seconds: 60, requests: 600 },
      { concurrency: 50, seconds: 60, requests: 600 },
    ]);
    expect(one.steps?.[1]?.latencyMs.mean).toBeCloseTo(300, 6);
    expect(one.steps?.[0]?.latencyMs.mean).toBeCloseTo(100, 6);
  });

  test("a level held twice, and a run after another, are stretches of their own", async () => {
    const users = (at: number): number => (at > 70 && at < 150 ? 50 : 20);
    const rows = Array.from({ length: 23 }, (_, i) => row(i * 10, users(i * 10), i * 100));
    const one = await measured("load", lines(historyColumns, ...rows));
    expect(one.slices?.some(({ apart }) => apart !== undefined)).toBe(false);
    expect(one.steps?.[0]?.slices.map(({ apart }) => apart === true).indexOf(true)).toBe(7);
    const files = [history(10, 70), history(10, 70).map((_, i) => row(1000 + i * 10, 20, i * 100))];
    const two = await measured(
      "load",
      files.map((file, i) => fileOf(lines(historyColumns, ...file), String(i))),
    );
    expect(two.slices?.map(({ apart }) => apart === true).lastIndexOf(true)).toBe(7);
  });

  test("rows of single names are not counted, rows in any order are", async () => {
    const rows = [...history(5, 60), row(60, 20, 9999, 0, 100, "/login")];
    const one = await measured("load", lines(historyColumns, ...rows));
    expect(one).toMatchObject({ requests: 600, rejectedCount: 0 });
    expect(await measured("load", lines(historyColumns, ...rows.toReversed()))).toEqual(one);
  });

  test("counts that begin anew: what came before is left out, and it is said", async () => {
    const rows = [row(0, 1, 0), row(10, 20, 90), row(20, 20, 5), ...[30, 40, 50].map((at) => row(at, 20, at * 10))];
    const one = await measured("load", lines(historyColumns, ...rows));
    expect(one).toMatchObject({ requests: 495, durationSeconds: 30 });
    expect(codes(one.warnings)).toEqual(["counter-reset", "before-first-row"]);
    expect(one.latencyMs).not.toHaveProperty("max");
  });

  test("runs at the same time are refused, runs after each other are one", async () => {
    const first = fileOf(lines(historyColumns, ...history(5, 60)), "a");
    const during = fileOf(lines(historyColumns, ...history(10, 50)), "b");
    expect(await refusal([first, during])).toMatchObject({ code: "overlapping-runs" });
    const later = fileOf(lines(historyColumns, row(600, 20, 0), row(610, 20, 90, 9)), "c");
    const one = await measured("load", [later, first]);
    expect(one).toMatchObject({ requests: 690, failures: 21, durationSeconds: 70 });
    expect(one.slices).toHaveLength(7);
  });

  test("without two instants or a plausible time there is nothing to read", async () => {
    expect(await refusal(lines(historyColumns, row(0, 1, 100)))).toMatchObject({ code: "no-usable-row" });
    expect((await refusal(lines(historyColumns, row(1e12, 1, 100)))).message).toContain("timestamp");
  });
});

const real = (name: string): EvidenceFile[] => {
  const path = realPath(`load/locust/${name}`);
  return [{ name, path, bytes: statSync(path).size }];
};

describe.skipIf(!realFiles("load/locust/locust_stats.csv", "load/locust/locust_stats_history.csv"))(
  "Locust's real files",
  () => {
    test("stats", async () => {
      const one = await measured("load", real("locust_stats.csv"));
      expect(one).toMatchObject({ requests: 11_779, failures: 0, warnings: [], rejectedCount: 0 });
      expect(one.durationSeconds).toBeCloseTo(174.8026, 4);
      expect(one.latencyMs).toMatchObject({ p50: 5100, p90: 7600, p95: 7800, p99: 8200 });
    });

    test("history: a row each 5 s, two of them a slice; 140 s at 500 users", async () => {
      const one = await measured("load", real("locust_stats_history.csv"));
      expect(one).toMatchObject({
        requests: 11_779,
        failures: 0,
        durationSeconds: 175,
        warnings: [],
        rejectedCount: 0,
      });
      expect(one.slices).toHaveLength(18);
      expect(one.slices?.[0]).toEqual({ seconds: 10, requests: 411, failures: 0 });
      expect(one.slices?.at(-1)?.seconds).toBe(5);
      const [step] = one.steps ?? [];
      expect(step).toMatchObject({ concurrency: 500, seconds: 140, requests: 11_779 - 2145 });
      expect(step?.slices).toHaveLength(14);
      // (11 779 · 4 663.453 − 2 145 · 2 142.015) / 9 634
      expect(step?.latencyMs.mean).toBeCloseTo(5224.849, 3);
    });
  },
);
