import { describe, expect, test } from "vitest";
import { sameInEveryChunk } from "./load-chunks.ts";
import { lines, measured, refusal } from "./support.ts";

const t0 = Date.UTC(2026, 2, 1, 8) / 1000;

interface Entry {
  readonly name?: string;
  readonly perSecond: Record<number, number>;
  readonly failed?: number;
  readonly failedPerSecond?: Record<number, number>;
  readonly times: Record<number, number>;
  readonly max?: number;
  readonly total?: number;
}

const sum = (counts: Record<number, number>): number => Object.values(counts).reduce((total, one) => total + one, 0);

function report(...entries: Entry[]): string {
  const stats = entries.map(({ name = "/", perSecond, failed = 0, failedPerSecond, times, max, total }) => ({
    name,
    method: "GET",
    num_requests: sum(perSecond),
    num_failures: failedPerSecond === undefined ? failed : sum(failedPerSecond),
    num_reqs_per_sec: perSecond,
    ...(failedPerSecond === undefined ? {} : { num_fail_per_sec: failedPerSecond }),
    response_times: times,
    total_response_time: total ?? Object.entries(times).reduce((all, [ms, n]) => all + Number(ms) * n, 0),
    max_response_time: max ?? Math.max(...Object.keys(times).map(Number)),
  }));
  return JSON.stringify({ errors: {}, stats, user_count: 3, client_id: "worker" });
}

describe("Locust's line JSON", () => {
  const now = report({
    perSecond: { [t0]: 3, [t0 + 12]: 2 },
    failedPerSecond: { [t0 + 12]: 1 },
    times: { 40: 3, 150: 1, 2400: 1 },
    max: 2427,
    total: 2700,
  });

  test("since failures are counted by second there are slices", async () => {
    expect(await measured("load", lines(now))).toMatchObject({
      format: "Locust line JSON",
      from: "2026-03-01T08:00:00.000Z",
      to: "2026-03-01T08:00:13.000Z",
      requests: 5,
      failures: 1,
      durationSeconds: 13,
      latencyMs: { mean: 540, p50: 40, max: 2427 },
      slices: [
        { seconds: 10, requests: 3, failures: 0 },
        { seconds: 3, requests: 2, failures: 1 },
      ],
      byLabel: [{ label: "GET /", requests: 5, failures: 1 }],
      rowCount: 1,
    });
    expect((await measured("load", lines(now))).warnings.map((one) => one.code)).toEqual([
      "rounded-times",
      "whole-seconds",
    ]);
  });

  test("workers and reports add up in any order", async () => {
    const more = report({ name: "/a", perSecond: { [t0 + 1]: 1 }, failedPerSecond: {}, times: { 20: 1 } });
    const load = await measured("load", lines(now, more));
    expect(load).toMatchObject({ requests: 6, failures: 1, slices: [{ requests: 4 }, { requests: 2 }] });
    expect(await measured("load", lines(more, now))).toEqual(load);
  });

  test("old versions count failures beside requests, which shows where there are more of them", async () => {
    const apart = report({ perSecond: { [t0]: 2 }, failed: 11, times: { 30: 2 } });
    const load = await measured("load", lines(apart));
    expect(load).toMatchObject({ requests: 13, failures: 11 });
    expect(load).not.toHaveProperty("slices");
    expect(load.warnings.map((one) => one.code)).toContain("failures-by-report");
  });

  test("where it does not show, the worse share is taken", async () => {
    const unclear = report({ perSecond: { [t0]: 10 }, failed: 4, times: { 30: 10 } });
    const load = await measured("load", lines(unclear));
    expect(load).toMatchObject({ requests: 10, failures: 4 });
    expect(load).not.toHaveProperty("slices");
  });

  test("reports whose parts do not add up are rejected", async () => {
    const load = await measured(
      "load",
      lines(
        now,
        now.replace('"num_requests":5', '"num_requests":6'),
        now.replace('"num_failures":1', '"num_failures":2'),
        now.replace('"40":3', '"40":2'),
        now.replace(String(t0), "1"),
        now.slice(0, -9),
        '{"stats":{}}',
      ),
    );
    expect(load.rejectedRows.map((one) => [one.row, one.reason])).toEqual([
      [2, "the requests (6) are not those counted by second (5)"],
      [3, "the failures (2) are not those counted by second (1)"],
      [4, "the requests (5) are not as many as the response times (4)"],
      [5, "num_reqs_per_sec is not a count of requests by second"],
      [6, "the line is cut off or not JSON"],
      [7, "the report has no list “stats”"],
    ]);
    expect(await refusal(lines(report({ perSecond: {}, failedPerSecond: {}, times: {} })))).toMatchObject({
      code: "no-usable-row",
    });
  });

  test("where chunks end changes nothing", async () => {
    await sameInEveryChunk(lines(now, now.replaceAll("/", "/查询")));
  });
});
