import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, measured, refusal } from "./support.ts";

/** --summary-export: the figures beside the thresholds, true meaning crossed. */
const exported = {
  root_group: { name: "", path: "", checks: {} },
  metrics: {
    http_reqs: { count: 1200, rate: 20 },
    http_req_failed: { passes: 30, fails: 1170, value: 0.025, thresholds: { "rate<0.01": true } },
    http_req_duration: {
      avg: 100.5,
      min: 2,
      med: 80,
      max: 900,
      "p(90)": 200,
      "p(95)": 300,
      thresholds: { "p(95)<500": false },
    },
    checks: { passes: 1200, fails: 0, value: 1 },
    vus_max: { value: 10, min: 10, max: 10 },
  },
};

/** handleSummary: figures in values, {ok} meaning kept. */
const handled = {
  root_group: {},
  options: { summaryTrendStats: ["avg", "med", "p(99)"] },
  state: { isStdOutTTY: false, testRunDurationMs: 60_000 },
  metrics: {
    http_reqs: { type: "counter", contains: "default", values: { count: 1200, rate: 20 } },
    http_req_failed: {
      type: "rate",
      contains: "default",
      values: { rate: 0.025, passes: 30, fails: 1170 },
      thresholds: { "rate<0.01": { ok: false } },
    },
    http_req_duration: {
      type: "trend",
      contains: "time",
      values: { avg: 100.5, med: 80, "p(99)": 700 },
      thresholds: { "p(99)<800": { ok: true } },
    },
  },
};

/** k6 1.5, --new-machine-readable-summary. */
const listed = {
  version: "1.0.0",
  metadata: { generated_at: "2026-01-01T00:00:00Z", k6_version: "1.5.0" },
  config: { duration: 60, execution: "local", script: "test.js" },
  results: {
    checks: {},
    metrics: [
      { name: "http_reqs", type: "counter", contains: "default", values: { count: 1200 } },
      { name: "http_req_failed", type: "rate", contains: "default", values: { matches: 30, total: 1200, rate: 0.025 } },
      { name: "http_req_duration", type: "trend", contains: "time", values: { avg: 100.5, "p(95)": 300 } },
    ],
  },
};

const load = (summary: unknown) => measured("load", JSON.stringify(summary));
const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

function changed(metric: string, values: object): unknown {
  return { ...exported, metrics: { ...exported.metrics, [metric]: values } };
}

describe("a k6 summary", () => {
  test("of --summary-export: passes of http_req_failed are failures, a threshold that is true was crossed", async () => {
    const one = await load(exported);
    expect(one).toMatchObject({ format: "k6 summary", requests: 1200, failures: 30, durationSeconds: 60 });
    expect(one.throughputPerSecond).toBe(20);
    expect(one.latencyMs).toEqual({ mean: 100.5, p50: 80, p90: 200, p95: 300, max: 900 });
    expect(codes(one.warnings)).toEqual(["thresholds-crossed"]);
    expect(one.warnings[0]?.message).toContain("http_req_failed rate<0.01");
    expect(one.warnings[0]?.message).not.toContain("p(95)");
    expect(one).not.toHaveProperty("slices");
    expect(one).not.toHaveProperty("steps");
  });

  test("of handleSummary: a threshold that is ok was kept; only the percentiles that are there", async () => {
    const one = await load(handled);
    expect(one).toMatchObject({ requests: 1200, failures: 30, durationSeconds: 60 });
    expect(one.latencyMs).toEqual({ mean: 100.5, p50: 80, p99: 700 });
    expect(one.warnings.map(({ message }) => message)).toEqual([
      "1 of k6's thresholds were crossed: http_req_failed rate<0.01",
    ]);
  });

  test("of the list of metrics since k6 1.5", async () => {
    const one = await load(listed);
    expect(one).toMatchObject({ requests: 1200, failures: 30, durationSeconds: 60, warnings: [] });
    expect(one.latencyMs).toEqual({ mean: 100.5, p95: 300 });
  });

  test("of nothing but errors fails in every request", async () => {
    expect(await load(changed("http_req_failed", { passes: 1200, fails: 0, value: 1 }))).toMatchObject({
      requests: 1200,
      failures: 1200,
    });
  });

  test("numbers as text are numbers, a rate alone gives the count", async () => {
    expect(await load(changed("http_reqs", { count: "1200", rate: "20" }))).toMatchObject({ requests: 1200 });
    expect(await load(changed("http_req_failed", { value: 0.5 }))).toMatchObject({ failures: 600 });
  });

  test("without http_req_failed says nothing of failures", async () => {
    const one = await load(changed("http_req_failed", undefined as unknown as object));
    expect(one).not.toHaveProperty("failures");
    expect(codes(one.warnings)).toEqual(["no-failure-count"]);
  });

  test("warns of failed checks, of a count that does not fit, and of a rate that its time contradicts", async () => {
    expect(codes((await load(changed("checks", { passes: 5, fails: 7 }))).warnings)).toContain("checks-failed");
    const uneven = await load(changed("http_req_failed", { passes: 30, fails: 1000 }));
    expect(codes(uneven.warnings)).toContain("totals-disagree");
    const state = { testRunDurationMs: 30_000 };
    expect(codes((await load({ ...exported, state })).warnings)).toContain("rate-disagrees");
  });

  test("warns where more requests were under way than users send at once: a user of k6 sends up to twenty", async () => {
    const one = changed("vus_max", { value: 1, min: 1, max: 1 });
    expect(codes((await load(one)).warnings)).not.toContain("littles-law");
    const text = JSON.stringify(one).replace('"avg":100.5', '"avg":60000');
    const slow: unknown = JSON.parse(text);
    expect(codes((await load(slow)).warnings)).toContain("littles-law");
  });

  test("without requests, without time, broken or of something else is refused", async () => {
    const none = JSON.stringify(changed("http_reqs", { count: 0, rate: 0 }));
    expect(await refusal(none)).toMatchObject({ code: "no-usable-row" });
    expect(await refusal(JSON.stringify(changed("http_reqs", { count: 5 })))).toMatchObject({ code: "bad-summary" });
    expect(await refusal(JSON.stringify(changed("http_reqs", { count: 1.5, rate: 1 })))).toMatchObject({
      code: "bad-summary",
    });
    expect(await refusal(JSON.stringify(changed("http_req_failed", { passes: 1201, fails: 0 })))).toMatchObject({
      code: "bad-summary",
    });
    expect(await refusal(JSON.stringify(exported).slice(0, -9))).toMatchObject({ code: "broken-json" });
    expect((await refusal('{"root_group":{},"metrics":{}}')).message).toContain("k6 summary");
  });

  test("several runs are put together, their percentiles are not", async () => {
    const files = [fileOf(JSON.stringify(exported), "a"), fileOf(JSON.stringify(handled), "b")];
    const one = await measured("load", files);
    expect(one).toMatchObject({ requests: 2400, failures: 60, durationSeconds: 120, latencyMs: { mean: 100.5 } });
    expect(Object.keys(one.latencyMs)).toEqual(["mean"]);
    expect(codes(one.warnings)).toContain("runs-in-sequence");
  });
});

test.skipIf(!realFiles("load/k6/high-vol-ticketing-k6-summary.json"))(
  "a real run: 8 953 of 38 974 requests failed, 10 470 checks too, no threshold was crossed",
  async () => {
    const path = realPath("load/k6/high-vol-ticketing-k6-summary.json");
    const file: EvidenceFile = { name: "summary", path, bytes: statSync(path).size };
    const one = await measured("load", [file]);
    expect(one).toMatchObject({ requests: 38_974, failures: 8953 });
    expect(one.durationSeconds).toBeCloseTo(38_974 / 116.69198867131759, 5);
    expect(one.latencyMs.p95).toBeCloseTo(1669.127, 3);
    expect(one.latencyMs).not.toHaveProperty("p99");
    expect(codes(one.warnings)).toEqual(["checks-failed"]);
  },
);
