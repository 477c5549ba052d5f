import { describe, expect, test } from "vitest";
import { measured, refusal } from "./support.ts";

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

const report = {
  latencies: {
    total: 237_119_463,
    mean: 2_371_194,
    "50th": 2_854_306,
    "90th": 3_228_223,
    "95th": 3_478_629,
    "99th": 3_530_000,
    max: 3_660_505,
    min: 1_949_582,
  },
  bytes_in: { total: 606_700, mean: 6067 },
  bytes_out: { total: 0, mean: 0 },
  earliest: "2015-09-19T14:45:50.645818631+02:00",
  latest: "2015-09-19T14:45:51.635818575+02:00",
  end: "2015-09-19T14:45:51.639325797+02:00",
  duration: 989_999_944,
  wait: 3_507_222,
  requests: 100,
  rate: 101.01010672380401,
  throughput: 100.65,
  success: 0.9,
  status_codes: { "0": 4, "200": 88, "302": 2, "500": 6 },
  errors: ["500 Internal Server Error"],
};
const load = (value: unknown) => measured("load", JSON.stringify(value));

describe("vegeta", () => {
  test("durations are nanoseconds; the time goes to the last answer; 0 is no answer, a redirect is a success", async () => {
    const one = await load(report);
    expect(one).toMatchObject({ format: "vegeta JSON", requests: 100, failures: 10, rowCount: 1, warnings: [] });
    expect(one.durationSeconds).toBeCloseTo(0.993507, 6);
    expect(one.throughputPerSecond).toBeCloseTo(100.6535, 3);
    expect(one.latencyMs).toEqual({
      mean: 2.371194,
      p50: 2.854306,
      p90: 3.228223,
      p95: 3.478629,
      p99: 3.53,
      max: 3.660505,
    });
    expect(one).toMatchObject({ from: "2015-09-19T12:45:50.645Z", to: "2015-09-19T12:45:51.639Z" });
    expect(one).not.toHaveProperty("steps");
    expect(one).not.toHaveProperty("slices");
  });

  test("a run of errors only fails in every request", async () => {
    expect(await load({ ...report, success: 0, status_codes: { "503": 100 } })).toMatchObject({ failures: 100 });
  });

  test("statuses against requests and against the share of successes", async () => {
    const few = await load({ ...report, status_codes: { "200": 50 } });
    expect(few).toMatchObject({ requests: 100, failures: 50 });
    expect(codes(few.warnings)).toEqual(["totals-disagree"]);
    expect(codes((await load({ ...report, success: 1 })).warnings)).toEqual(["totals-disagree"]);
    expect(codes((await load({ ...report, rate: 500 })).warnings)).toEqual(["rate-disagrees"]);
  });

  test("an older report has fewer percentiles; without statuses the share counts, without both nothing does", async () => {
    const { "90th": _90th, ...latencies } = report.latencies;
    expect((await load({ ...report, latencies })).latencyMs).not.toHaveProperty("p90");
    expect(await load({ ...report, status_codes: {} })).toMatchObject({ failures: 10 });
    const silent = await load({ ...report, status_codes: null, success: null });
    expect(silent).not.toHaveProperty("failures");
    expect(codes(silent.warnings)).toEqual(["no-failure-count"]);
  });

  test("without requests or time it is refused", async () => {
    expect(await refusal(JSON.stringify({ ...report, requests: 0 }))).toMatchObject({ code: "no-usable-row" });
    expect(await refusal(JSON.stringify({ ...report, requests: null }))).toMatchObject({ code: "bad-summary" });
    expect(await refusal(JSON.stringify({ ...report, duration: null }))).toMatchObject({ code: "bad-summary" });
    expect(await refusal(JSON.stringify({ ...report, status_codes: { "200": 101 } }))).toMatchObject({
      code: "bad-summary",
    });
  });
});
