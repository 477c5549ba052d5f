import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, measured, refusal } from "./support.ts";

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

const result = {
  url: "http://localhost:3000",
  connections: 10,
  pipelining: 1,
  duration: 90.02,
  start: "2026-03-01T08:00:00.000Z",
  finish: "2026-03-01T08:01:30.020Z",
  errors: 4,
  timeouts: 4,
  mismatches: 0,
  non2xx: 6,
  resets: 0,
  "1xx": 0,
  "2xx": 8996,
  "3xx": 0,
  "4xx": 0,
  "5xx": 6,
  latency: {
    average: 90,
    mean: 90,
    stddev: 3,
    min: 1,
    max: 700,
    p2_5: 2,
    p50: 80,
    p90: 150,
    p97_5: 210,
    p99: 300,
    p99_9: 600,
  },
  requests: { average: 100, mean: 100, stddev: 1, min: 90, max: 110, total: 9002, p50: 100, sent: 9012 },
  throughput: { average: 1, total: 90 },
};
const load = (value: unknown) => measured("load", JSON.stringify(value));

describe("autocannon", () => {
  test("errors had no answer: attempts beside the answers; time-outs are among them", async () => {
    const one = await load(result);
    expect(one).toMatchObject({
      format: "autocannon JSON",
      requests: 9006,
      failures: 10,
      durationSeconds: 90.02,
      warnings: [],
    });
    expect(one).toMatchObject({ from: result.start, to: result.finish });
    expect(one.latencyMs).toEqual({ mean: 90, p50: 80, p90: 150, p99: 300, max: 700 });
    expect(one.steps).toMatchObject([{ concurrency: 10, requests: 9006, failures: 10, slices: [] }]);
  });

  test("a run of errors only fails in every request", async () => {
    const refused = await load({ ...result, non2xx: 9002, errors: 0, "2xx": 0, "5xx": 9002 });
    expect(refused).toMatchObject({ requests: 9002, failures: 9002 });
    const dead = await load({
      ...result,
      errors: 50,
      non2xx: 0,
      "2xx": 0,
      "5xx": 0,
      requests: { total: 0 },
      latency: { mean: 0, p50: 0 },
    });
    expect(dead).toMatchObject({ requests: 50, failures: 50, latencyMs: {} });
  });

  test("numbers as text, a list of results, a duration without start", async () => {
    const { start: _start, finish: _finish, ...undated } = result;
    const one = await load([
      { ...undated, non2xx: "6" },
      { ...undated, connections: 40 },
    ]);
    expect(one).toMatchObject({ requests: 18_012, failures: 20, durationSeconds: 180.04 });
    expect(one.steps?.map(({ concurrency }) => concurrency)).toEqual([10, 40]);
    expect(one).not.toHaveProperty("from");
  });

  test("pipelined requests are under way at once", async () => {
    expect((await load({ ...result, pipelining: 4 })).steps?.[0]?.concurrency).toBe(40);
  });

  test("statuses that do not add up, a rate and a latency that cannot be", async () => {
    expect(codes((await load({ ...result, "2xx": 8000 })).warnings)).toEqual(["totals-disagree"]);
    expect(codes((await load({ ...result, requests: { ...result.requests, average: 300 } })).warnings)).toEqual([
      "rate-disagrees",
    ]);
    expect(codes((await load({ ...result, latency: { mean: 400 } })).warnings)).toEqual(["littles-law"]);
  });

  test("without a count of failures they are unknown, without one of requests or seconds it is refused", async () => {
    const { non2xx: _non2xx, ...silent } = result;
    const one = await load(silent);
    expect(one).not.toHaveProperty("failures");
    expect(codes(one.warnings)).toEqual(["no-failure-count"]);
    expect(await refusal(JSON.stringify({ ...result, requests: {} }))).toMatchObject({ code: "bad-summary" });
    expect(await refusal(JSON.stringify({ ...result, start: null, duration: 0 }))).toMatchObject({
      code: "bad-summary",
    });
    expect(await refusal(JSON.stringify(result).slice(0, -1))).toMatchObject({ code: "broken-json" });
  });

  test("the same run twice counts once", async () => {
    const text = JSON.stringify(result);
    const one = await measured("load", [fileOf(text, "a"), fileOf(text, "b")]);
    expect(one).toMatchObject({ requests: 9006 });
    expect(codes(one.warnings)).toEqual(["same-file-twice"]);
  });
});

test.skipIf(!realFiles("load/autocannon/bare.json", "load/autocannon/express.json"))(
  "real runs of 2 s, in the layout of 2017",
  async () => {
    const read = (name: string) => {
      const path = realPath(`load/autocannon/${name}.json`);
      return measured("load", [{ name, path, bytes: statSync(path).size }]);
    };
    const bare = await read("bare");
    expect(bare).toMatchObject({
      requests: 33_568,
      failures: 0,
      durationSeconds: 2.014,
      latencyMs: { mean: 0.09, p50: 0, p99: 1, max: 6 },
    });
    expect(bare.throughputPerSecond).toBeCloseTo(33_568 / 2.014, 9);
    expect(bare.latencyMs).not.toHaveProperty("p95");
    expect(codes(bare.warnings)).toEqual(["short-level"]);
    expect(await read("express")).toMatchObject({ requests: 17_683, failures: 0, latencyMs: { mean: 0.52 } });
  },
);
