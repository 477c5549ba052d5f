import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFormatName } from "../../src/domain/evidence/format-name.ts";
import { fileOf, lines, read } from "./support.ts";

const seeds = [
  '{"metrics":{"http_reqs":{"count":120,"rate":2},"http_req_failed":{"passes":3,"fails":117,"thresholds":{"rate<0.1":true}},"http_req_duration":{"avg":1.5,"p(95)":3},"checks":{"passes":1,"fails":2},"vus_max":{"max":3}}}',
  '{"root_group":{},"state":{"testRunDurationMs":60000},"metrics":{"http_reqs":{"values":{"count":120,"rate":2}},"http_req_failed":{"values":{"rate":0.1}}}}',
  '{"metadata":{"k6_version":"1.5.0"},"config":{"duration":60},"results":{"metrics":[{"name":"http_reqs","values":{"count":120}},{"name":"http_req_failed","values":{"matches":1,"total":120}}]}}',
  lines(
    "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Max Response Time,Average Content Size,Requests/s,50%,95%",
    "GET,/,30,3,10,20,80,5,2,10,N/A",
    ",Aggregated,30,3,10,20,80,5,2,10,30",
  ),
  lines(
    "Timestamp,User Count,Type,Name,Total Request Count,Total Failure Count,Total Average Response Time",
    "1750000000,5,,Aggregated,0,0,0",
    "1750000010,5,,Aggregated,90,1,7",
    "1750000070,5,,Aggregated,700,4,8",
  ),
  "Running 2m test @ http://localhost\n  2 threads and 8 connections\n    Latency   1.00ms  1.00ms  9.00ms  90.00%\n     50%  1.00ms\n  1200 requests in 2.00m, 1MB read\n  Socket errors: connect 1, read 2, write 0, timeout 3\n  Non-2xx or 3xx responses: 4\nRequests/sec:  10.00\n",
  '{"connections":5,"duration":60,"errors":1,"timeouts":1,"non2xx":2,"pipelining":1,"latency":{"mean":3,"p50":2,"max":9},"requests":{"total":600,"average":10},"throughput":{"total":1}}',
  '{"latencies":{"mean":1e6,"50th":9e5,"max":2e6},"duration":60000000000,"wait":5,"requests":60,"rate":1,"success":0.5,"status_codes":{"200":30,"0":30},"earliest":"2026-01-01T00:00:00.5Z","end":"2026-01-01T00:01:00Z"}',
  lines(
    "users,requests,failures,throughput,mean,scenario",
    "5,600,1,10,3,a",
    "10,1200,3,20,4/sec,a",
    "20,2400,3,40/sec,5,b",
  ),
];

const formats = [
  "k6-summary",
  "locust-stats",
  "locust-history",
  "wrk",
  "autocannon-json",
  "vegeta-json",
  "load-table",
].filter(isFormatName);
/** MUTATIONS=900000 tries a hundred thousand a reader. */
const numRuns = Number(process.env["MUTATIONS"] ?? 300);

describe("totals and tables, mutated", () => {
  test("are measured or refused, and the figures stay numbers", async () => {
    const mutation = fc.record({
      seed: fc.constantFrom(...seeds),
      at: fc.nat(),
      cut: fc.nat(20),
      insert: fc.oneof(
        fc.string({ unit: "binary", maxLength: 6 }),
        fc.constantFrom("-", "0", "9e9", "null", '"', "1e999", "\n", ","),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (mutations) => {
        const files = mutations.map(({ seed, at, cut, insert }, i) => {
          const from = at % (seed.length + 1);
          return fileOf(seed.slice(0, from) + insert + seed.slice(from + cut), `file ${i}`, 17);
        });
        const outcome = await read(files, { withinMs: 100 });
        if (outcome.kind === "refused") {
          expect(outcome.problems[0]?.message).toBeTruthy();
          return;
        }
        // JSON has no NaN and no infinity: they would come back as null.
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
        if (outcome.kind !== "measured" || outcome.measurement.kind !== "load") return;
        const { requests, failures = 0, durationSeconds, throughputPerSecond, steps = [] } = outcome.measurement;
        expect(failures).toBeLessThanOrEqual(requests);
        expect(requests).toBeGreaterThan(0);
        expect(durationSeconds).toBeGreaterThan(0);
        expect(throughputPerSecond).toBeCloseTo(requests / durationSeconds, 6);
        for (const step of steps) expect(step.failures).toBeLessThanOrEqual(step.requests);
      }),
      { numRuns },
    );
  }, 3_600_000);

  test("the seeds themselves are read", async () => {
    for (const seed of seeds.slice(0, -1)) expect((await read(seed)).kind).toBe("measured");
    expect(await read(seeds.at(-1) ?? "")).toMatchObject({ kind: "measured", measurement: { rejectedCount: 1 } });
  });

  test("no bytes make a reader throw where its format is forced on them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...formats), async (bytes, as) => {
        expect((await read([fileOf(bytes)], { as })).kind).toBe("refused");
      }),
      { numRuns: 200 },
    );
  });

  test("long lines of anything are read in linear time", async () => {
    const starts = [
      "Running 2m test @ x\n  1 threads and 1 connections\n",
      "Running ",
      '{"metrics":{"http_reqs":',
      '{"latencies":{"a":1},"status_codes":',
      "users,requests,throughput\n",
    ];
    for (const pattern of [
      " ",
      "\n",
      "\t",
      "1",
      " 1",
      "\u001b[",
      "Latency ",
      "50% ",
      ",",
      '"',
      "Running a test @ \n",
    ]) {
      const filler = pattern.repeat(Math.floor(150_000 / pattern.length));
      for (const start of starts) expect((await read(start + filler)).kind).toBe("refused");
    }
  }, 60_000);
});
