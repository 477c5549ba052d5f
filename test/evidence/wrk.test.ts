import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const plain = lines(
  "Running 2m test @ http://localhost:8080/",
  "  2 threads and 64 connections",
  "  Thread Stats   Avg      Stdev     Max   +/- Stdev",
  "    Latency   635.91us    0.89ms  12.92ms   93.69%",
  "    Req/Sec    56.20k     8.07k   62.00k    86.54%",
  "  Latency Distribution",
  "     50%  250.00us",
  "     75%  491.00us",
  "     90%  700.00us",
  "     99%    5.80ms",
  "  12000000 requests in 2.00m, 1.72GB read",
  "  Socket errors: connect 0, read 3, write 0, timeout 5",
  "  Non-2xx or 3xx responses: 12",
  "Requests/sec: 100000.00",
  "Transfer/sec:     14.68MB",
);

const held = lines(
  "Running 1m test @ http://localhost:8081",
  "  1 threads and 64 connections",
  "  Thread calibration: mean lat.: 1.421ms, rate sampling interval: 10ms",
  "  Thread Stats   Avg      Stdev     Max   +/- Stdev",
  "    Latency     1.40ms  661.70us   9.49ms   68.12%",
  "    Req/Sec     2.10k   252.82     3.44k    69.54%",
  "  Latency Distribution (HdrHistogram - Recorded Latency)",
  " 50.000%    1.32ms",
  " 75.000%    1.84ms",
  " 90.000%    2.24ms",
  " 99.000%    2.78ms",
  " 99.900%    6.08ms",
  "100.000%    9.49ms",
  "",
  "  Detailed Percentile spectrum:",
  "       Value   Percentile   TotalCount 1/(1-Percentile)",
  "",
  "       2.205     0.900000        89500        10.00",
  "       2.445     0.950000        94500        20.00",
  "#[Mean    =        1.403, StdDeviation   =        0.662]",
  "----------------------------------------------------------",
  "  Latency Distribution (HdrHistogram - Uncorrected Latency (measured without taking delayed starts into account))",
  " 50.000%  500.00us",
  "----------------------------------------------------------",
  "  119990 requests in 1.00m, 7.66MB read",
  "Requests/sec:   1999.83",
  "Transfer/sec:    130.79KB",
);

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

describe("wrk", () => {
  test("units, percentiles and failures: answers of other statuses, socket errors and time-outs", async () => {
    const one = await measured("load", plain);
    expect(one).toMatchObject({
      format: "wrk text",
      requests: 12_000_003,
      failures: 20,
      durationSeconds: 120,
      rowCount: 1,
    });
    expect(one.latencyMs).toEqual({ mean: 0.63591, p50: 0.25, p90: 0.7, p99: 5.8, max: 12.92 });
    expect(one.steps).toMatchObject([
      { concurrency: 64, seconds: 120, requests: 12_000_003, failures: 20, slices: [] },
    ]);
    expect(one).not.toHaveProperty("slices");
  });

  test("a terminal's colours and CRLF change nothing", async () => {
    const coloured = plain.replaceAll("Latency ", "\u001b[1;32mLatency\u001b[0m ").replaceAll("\n", "\r\n");
    expect(await measured("load", `\u001b[2J${coloured}`)).toMatchObject(await measured("load", plain));
  });

  test("wrk2: the corrected latencies, the 95th percentile of its spectrum, and no load level, since a rate is held", async () => {
    const one = await measured("load", held);
    expect(one.latencyMs).toEqual({ mean: 1.4, p50: 1.32, p90: 2.24, p95: 2.445, p99: 2.78, max: 9.49 });
    expect(one).toMatchObject({ requests: 119_990, failures: 0, durationSeconds: 60, warnings: [] });
    expect(one).not.toHaveProperty("steps");
  });

  test("a run of errors only fails in every request", async () => {
    const errors = plain.replace("responses: 12", "responses: 12000000");
    const one = await measured("load", errors.replace("read 3, write 0, timeout 5", "read 0, write 0, timeout 0"));
    expect(one).toMatchObject({ requests: 12_000_000, failures: 12_000_000 });
    const silent = plain.replace("12000000 requests", "0 requests").replace(/ {2}Non-2xx.*\n/, "");
    const dead = await measured("load", silent.replace("read 3, write 0, timeout 5", "read 0, write 0, timeout 640"));
    expect(dead).toMatchObject({ requests: 640, failures: 640, latencyMs: {} });
  });

  test("several runs in a file are load levels, a cut one is rejected by its line", async () => {
    const more = plain.replace("64 connections", "128 connections");
    const cut = lines(...plain.split("\n").slice(0, 6));
    const one = await measured("load", lines("$ ./run.sh", plain, more, cut));
    expect(one.steps?.map(({ concurrency }) => concurrency)).toEqual([64, 128]);
    expect(one).toMatchObject({ requests: 24_000_006, durationSeconds: 240, rowCount: 3, rejectedCount: 1 });
    expect(one.rejectedRows[0]).toMatchObject({ row: 34 });
    expect(codes(one.warnings)).toEqual(["runs-in-sequence"]);
    expect(await refusal(cut)).toMatchObject({ code: "no-usable-row" });
  });

  test("less than a minute at one concurrency is no load level; two halves of one are", async () => {
    const half = plain.replace("12000000 requests in 2.00m", "4000000 requests in 40.00s");
    const one = await measured("load", half);
    expect(one).not.toHaveProperty("steps");
    expect(codes(one.warnings)).toEqual(["short-level"]);
    const two = await measured("load", lines(half, half));
    expect(two.steps).toMatchObject([{ concurrency: 64, seconds: 80, latencyMs: { mean: 0.63591, max: 12.92 } }]);
    expect(two.steps?.[0]?.latencyMs).not.toHaveProperty("p99");
  });

  test("the order of files changes nothing", async () => {
    const files = [fileOf(plain, "a"), fileOf(plain.replace("64 conn", "8 conn"), "b")];
    expect(await measured("load", files.toReversed())).toEqual(await measured("load", files));
  });

  test("a stated rate that requests over time contradict, and more at a time than connections", async () => {
    expect(codes((await measured("load", plain.replace("100000.00", "250000.00"))).warnings)).toEqual([
      "rate-disagrees",
    ]);
    expect(codes((await measured("load", plain.replace("635.91us", "635.91ms"))).warnings)).toContain("littles-law");
  });
});

const real = (name: string): EvidenceFile[] => {
  const path = realPath(`load/wrk/${name}`);
  return [{ name, path, bytes: statSync(path).size }];
};

describe.skipIf(!realFiles("load/wrk/WrkResultsLong.wrk", "load/wrk/WrkResultsWithErrors.wrk"))(
  "wrk's real files",
  () => {
    test("a test of 5 s that says 83.33 minutes: read as it stands, and the contradiction said", async () => {
      const one = await measured("load", real("WrkResultsLong.wrk"));
      expect(one).toMatchObject({
        requests: 1045,
        failures: 0,
        durationSeconds: 4999.8,
        latencyMs: { mean: 78_270, max: 235_540 },
      });
      expect(one.throughputPerSecond).toBeCloseTo(1045 / 4999.8, 12);
      expect(codes(one.warnings)).toEqual(["rate-disagrees"]);
    });

    test("twelve answers of status 500 are twelve failures", async () => {
      const one = await measured("load", real("WrkResultsWithErrors.wrk"));
      expect(one).toMatchObject({
        requests: 12,
        failures: 12,
        durationSeconds: 1.03,
        latencyMs: { mean: 78.43, max: 78.48 },
      });
      expect(one).not.toHaveProperty("steps");
      expect(codes(one.warnings)).toEqual(["short-level"]);
    });
  },
);
