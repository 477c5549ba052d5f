import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FormatName } from "../../src/domain/evidence/format-name.ts";
import { fileOf, read } from "./support.ts";

/** TOUCHSTONE_MUTATIONS=100000 for a long run. */
const runs = Number(process.env["TOUCHSTONE_MUTATIONS"] ?? 300);

const k6Tags = '{"expected_response":"true","status":"200","name":"/a \\"q\\""}';
const seeds: Partial<Record<FormatName, string>> = {
  "jmeter-csv":
    'timeStamp,elapsed,label,responseMessage,success,allThreads\n1772352000000,5,"a ""b""",OK,true,1\n1772352001000,7,b,,false,2\n',
  "jmeter-xml":
    '<?xml version="1.0"?>\n<testResults version="1.2"><!-- c --><sample t="9" ts="1772352000000" s="true" lb="T"><httpSample t="5" ts="1772352000000" s="true" lb="a &amp; &#98;" na="2"/></sample><![CDATA[x]]>\n<httpSample t="7" ts="1772352001000" s="false" lb=\'b\'/></testResults>\n',
  "k6-ndjson":
    `{"metric":"vus","type":"Point","data":{"time":"2026-03-01T08:00:00Z","value":3,"tags":null}}\n{"metric":"http_req_duration","type":"Point","data":{"time":"2026-03-01T08:00:01.5+08:00","value":12.25,"tags":${k6Tags}}}\n` +
    `{"type":"Point","data":{"time":"2026-03-01T08:00:02Z","value":1e+02,"tags":${k6Tags}},"metric":"http_req_duration"}\n`,
  "k6-csv":
    'metric_name,timestamp,metric_value,expected_response,name,status\nvus,1772352000,3,,,\nhttp_req_duration,1772352001,12.25,true,"a ""q""",200\nhttp_req_duration,1772352002000,1,false,b,0\n',
  "gatling-log":
    "RUN\tB\tb\t1772352000000\t \t3.9\nUSER\tS\tSTART\t1772352000000\nREQUEST\tG\tPay\t1772352000000\t1772352000250\tKO\tfound 500\nREQUEST\t1\t\tPay\t1772352001000\t1772352001250\tOK\t \nUSER\tS\tEND\t1772352002000\n",
  "ab-tsv":
    "starttime\tseconds\tctime\tdtime\tttime\twait\nSun Mar 01 08:00:00 2026\t1772352000\t1\t2\t3\t2\nSun Mar 01 08:00:00 2026\t1772352001\t1\t2\t9\t2\n",
  "hey-csv":
    "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n0.0087,0.0047,0.0042,0.0001,0.0019,0.0001,200,0.0016\n0.1,0,0,0,0,0,503,2\n",
  "locust-ldjson":
    '{"errors":{},"stats":[{"name":"/","method":"GET","num_requests":2,"num_failures":1,"num_none_requests":0,"total_response_time":50,"max_response_time":30,"response_times":{"20":1,"30":1},"num_reqs_per_sec":{"1772352000":1,"1772352011":1},"num_fail_per_sec":{"1772352011":1}}],"user_count":3,"client_id":"w"}\n',
};

const bytes = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 6 }).map((noise) => Buffer.from(noise)),
  fc
    .constantFrom(
      "\n",
      "\t",
      '"',
      ",",
      "<",
      ">",
      "&",
      "{",
      "}",
      "[",
      "\\",
      "\0",
      "-1",
      "1e999",
      "NaN",
      "99999999999999999999",
      "\uFEFF",
      "\u001b[31m",
    )
    .map((text) => Buffer.from(text)),
);
const cuts = fc.array(fc.record({ at: fc.nat(), cut: fc.nat(24), insert: bytes }), { minLength: 1, maxLength: 4 });

function mutated(seed: string, changes: readonly { at: number; cut: number; insert: Buffer }[]): Buffer {
  return changes.reduce<Buffer>((file, { at, cut, insert }) => {
    const from = at % (file.length + 1);
    return Buffer.concat([file.subarray(0, from), insert, file.subarray(from + cut)]);
  }, Buffer.from(seed));
}

describe("a mutated file is measured or refused, never thrown, and its figures stay numbers", () => {
  test.each(Object.entries(seeds))(
    "%s",
    async (as, seed) => {
      const whole = await read(seed, { withinMs: 10 });
      expect(whole).toMatchObject({ kind: "measured", reader: { format: as }, measurement: { rejectedCount: 0 } });
      await fc.assert(
        fc.asyncProperty(cuts, fc.boolean(), fc.integer({ min: 1, max: 40 }), async (changes, forced, size) => {
          const file = fileOf(mutated(seed, changes), "file", size);
          const outcome = await read([file], { withinMs: 10, ...(forced ? { as: as as FormatName } : {}) });
          if (outcome.kind === "refused") {
            const [problem] = outcome.problems;
            expect(problem?.message.length).toBeGreaterThan(10);
            return;
          }
          // JSON has no NaN and no infinity: they would come back as null.
          expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
          if (outcome.kind !== "measured" || outcome.measurement.kind !== "load") return;
          const { requests, failures = 0, durationSeconds, latencyMs, slices } = outcome.measurement;
          expect(requests).toBeGreaterThan(0);
          expect(failures).toBeLessThanOrEqual(requests);
          expect(durationSeconds).toBeGreaterThanOrEqual(0);
          expect(latencyMs.max ?? 0).toBeGreaterThanOrEqual(latencyMs.p50 ?? 0);
          if (slices !== undefined) expect(slices.reduce((all, slice) => all + slice.requests, 0)).toBe(requests);
        }),
        { numRuns: runs },
      );
    },
    3_600_000,
  );
});

test("long lines of anything are read in linear time", async () => {
  for (const [as, seed] of Object.entries(seeds)) {
    for (const pattern of [" ", "\t", '"', "<", "<a ", "&", "{", "[", '{"a":', "\\", "1", ",", "\r"]) {
      const filler = pattern.repeat(Math.floor(300_000 / pattern.length));
      for (const text of [filler, seed + filler, seed.slice(0, -4) + filler]) {
        const outcome = await read([fileOf(text, "file", 1 << 16)], { as: as as FormatName });
        expect(["measured", "refused"]).toContain(outcome.kind);
      }
    }
  }
}, 120_000);
