import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameInEveryChunk, sumsOf } from "./load-chunks.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

interface Sample {
  readonly end: string;
  readonly ms: number | string;
  readonly tags?: Record<string, string>;
}

const ok = { expected_response: "true", status: "200", name: "/a" };

/** As k6 0.38 and newer write a request: the metric first. */
const newer = ({ end, ms, tags = ok }: Sample): string =>
  `{"metric":"http_req_duration","type":"Point","data":{"time":"${end}","value":${ms},"tags":${JSON.stringify(tags)}}}`;
/** As older ones do: the metric last. */
const older = ({ end, ms, tags = ok }: Sample): string =>
  `{"type":"Point","data":{"time":"${end}","value":${ms},"tags":${JSON.stringify(tags)}},"metric":"http_req_duration"}`;
const vus = (end: string, value: number): string =>
  `{"metric":"vus","type":"Point","data":{"time":"${end}","value":${value},"tags":null}}`;
const other = `{"metric":"http_req_blocked","type":"Point","data":{"time":"2026-03-01T08:00:00Z","value":0.001,"tags":null}}`;
const declared = `{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time","thresholds":["p(95)<200"],"submetrics":null},"metric":"http_req_duration"}`;

const at = (ms: number, zone = "Z"): string => new Date(Date.UTC(2026, 2, 1, 8) + ms).toISOString().replace("Z", zone);

describe("k6 NDJSON", () => {
  test("the time of a point is the request's end", async () => {
    const load = await measured(
      "load",
      lines(declared, newer({ end: at(1000), ms: 400 }), older({ end: at(3500), ms: 500 })),
    );
    expect(load).toMatchObject({
      format: "k6 NDJSON",
      from: "2026-03-01T08:00:00.600Z",
      to: "2026-03-01T08:00:03.500Z",
      durationSeconds: 2.9,
      requests: 2,
      failures: 0,
      rowCount: 2,
    });
  });

  test("nanoseconds and offsets of the clock are read", async () => {
    const text = lines(
      newer({ end: "2026-03-01T16:00:01.123456789+08:00", ms: 0.5 }),
      newer({ end: "2026-03-01T08:00:02Z", ms: 0.5 }),
      newer({ end: "2026-03-01T07:59:02.5-00:02", ms: 0.5 }),
    );
    expect(await measured("load", text)).toMatchObject({ requests: 3, durationSeconds: 61.377043 });
  });

  test("latencies are counted in microseconds, percentiles type 7", async () => {
    const values = [0.25, 1.5, 238.032448, 245.591442];
    const load = await measured("load", lines(...values.map((ms) => newer({ end: at(5000), ms }))));
    // By hand: (0.25 + 1.5 + 238.032 + 245.591) / 4, and between the second and third of four.
    expect(load.latencyMs.mean).toBeCloseTo(121.34325, 9);
    expect(load.latencyMs.p50).toBeCloseTo(119.766, 9);
    expect(load.latencyMs.max).toBe(245.591);
  });

  test("the level is compared with what k6 wrote, not with the rounded figure", async () => {
    const values = ["100", "100.000000", "100.0000001", "1e+02", "99.9999999", "1.0000001e+02"];
    const load = await measured("load", lines(...values.map((ms) => newer({ end: at(5000), ms }))), { withinMs: 100 });
    expect(load).toMatchObject({ requests: 6, within: { ms: 100, requests: 4 } });
  });

  test("a request failed as its tag says, else by k6's own default", async () => {
    const tags = [
      { expected_response: "true", status: "404" },
      { expected_response: "false", status: "200" },
      { status: "399" },
      { status: "400" },
      { status: "0" },
    ];
    const load = await measured(
      "load",
      lines(...tags.map((one) => newer({ end: at(0), ms: 1, tags: { name: "x", ...one } }))),
    );
    expect(load).toMatchObject({ requests: 5, failures: 3 });
  });

  test("a request that nobody says failed or not is a rejected row", async () => {
    const load = await measured(
      "load",
      lines(newer({ end: at(0), ms: 1 }), newer({ end: at(0), ms: 1, tags: { name: "x" } })),
    );
    expect(load.rejectedRows).toMatchObject([
      { row: 2, reason: "neither the tag expected_response nor status says whether the request failed" },
    ]);
  });

  test("two counts of failures that differ are said aloud", async () => {
    const failedPoint = (value: number): string =>
      `{"metric":"http_req_failed","type":"Point","data":{"time":"${at(0)}","value":${value},"tags":{}}}`;
    const agreeing = lines(newer({ end: at(0), ms: 1 }), failedPoint(0));
    expect((await measured("load", agreeing)).warnings).toEqual([]);
    const differing = lines(newer({ end: at(0), ms: 1 }), failedPoint(1));
    expect((await measured("load", differing)).warnings.map((one) => one.code)).toEqual(["failures-disagree"]);
  });

  test("requests carry the users running, which make the steps", async () => {
    const second = (i: number, users: number): string[] => [
      vus(at(i * 1000), users),
      ...[100, 300, 500].map((ms) => newer({ end: at(i * 1000 + ms), ms: 50 })),
    ];
    const text = lines(...Array.from({ length: 150 }, (_, i) => second(i, i < 70 ? 5 : 20)).flat());
    const load = await measured("load", text, { withinMs: 60 });
    expect(load.steps?.map((step) => [step.concurrency, step.requests, step.within?.requests])).toEqual([
      [5, 210, 210],
      [20, 240, 240],
    ]);
  });

  test("names with escapes are labels as they read", async () => {
    const load = await measured("load", lines(newer({ end: at(0), ms: 1, tags: { ...ok, name: 'say "hi" \\ 查询' } })));
    expect(load.byLabel?.map((one) => one.label)).toEqual(['say "hi" \\ 查询']);
  });

  test("lines that are cut off or no JSON are rejected by number", async () => {
    const good = newer({ end: at(0), ms: 1 });
    const load = await measured(
      "load",
      lines(good, "", "oops", good.slice(0, -20), good.replace(",", ";"), other) + good.slice(0, 50),
    );
    expect(load).toMatchObject({ requests: 1, rowCount: 5 });
    expect(load.rejectedRows.map((one) => one.row)).toEqual([3, 4, 5, 7]);
  });

  test("bad values are rejected with the reason", async () => {
    const load = await measured(
      "load",
      lines(
        newer({ end: at(0), ms: 1 }),
        newer({ end: at(0), ms: -1 }),
        newer({ end: "yesterday", ms: 1 }),
        newer({ end: "1999-01-01T00:00:00Z", ms: 1 }),
      ),
    );
    expect(load.rejectedRows.map((one) => one.reason)).toEqual([
      "value is not a number of milliseconds",
      "time “yesterday” is not a time from 2000 to 2099",
      "time “1999-01-01T00:00:00Z” is not a time from 2000 to 2099",
    ]);
  });

  test("a run without HTTP is refused", async () => {
    expect(await refusal(lines(declared, vus(at(0), 3), other))).toMatchObject({ code: "no-usable-row" });
  });

  test("where chunks end changes nothing", async () => {
    await sameInEveryChunk(
      lines(declared, vus(at(0), 2), newer({ end: at(100), ms: 1.5 }), other, older({ end: at(20), ms: 180 })),
    );
  });
});

const sample = fc.record({
  end: fc.nat(60_000_000).map((us) => us / 1000),
  ms: fc.oneof(
    fc.nat(3000),
    fc.nat(3_000_000_000).map((ns) => ns / 1e6),
  ),
  ok: fc.boolean(),
});

test("the byte scanner sees what JSON.parse sees, in any order of rows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 40 }), fc.boolean(), async (samples, new_) => {
      const rows = samples.map((one) => {
        const point = { end: at(Math.floor(one.end)), ms: one.ms, tags: { ...ok, expected_response: String(one.ok) } };
        return new_ ? newer(point) : older(point);
      });
      const parsed = rows.map(
        (row) => JSON.parse(row) as { data: { value: number; tags: { expected_response: string } } },
      );
      const load = await measured("load", [fileOf(lines(...rows), "results", 33)], { withinMs: 500 });
      expect(load.requests).toBe(parsed.length);
      expect(load.failures).toBe(parsed.filter((one) => one.data.tags.expected_response === "false").length);
      expect(load.within?.requests).toBe(
        parsed.filter((one) => one.data.tags.expected_response === "true" && one.data.value <= 500).length,
      );
      expect(load.latencyMs.max).toBeCloseTo(Math.max(...parsed.map((one) => one.data.value)), 2);
      expect(sumsOf(load)).toEqual({ requests: load.requests, failures: load.failures, within: load.within?.requests });
      expect(await measured("load", lines(...rows.toReversed()), { withinMs: 500 })).toEqual(load);
    }),
    { numRuns: 200 },
  );
});
