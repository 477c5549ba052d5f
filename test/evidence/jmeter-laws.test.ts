import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { LoadMeasurement } from "../../src/domain/evidence/measurement.ts";
import { fileOf, measured, read } from "./support.ts";

const t0 = Date.UTC(2026, 2, 1);

const sample = [
  "\uFEFFtimeStamp,elapsed,label,responseMessage,success,allThreads",
  `${t0},12,"a ""quoted"" ü,\r\nlabel",OK,true,3`,
  `${t0 + 500},7,查询,"Number of samples in transaction : 2",true,3\r`,
  "",
  `${t0 + 20},3,plain,,false,3`,
  `broken`,
  `${t0 - 100},5,"x"y,OK,true,3`,
  `${t0 + 999},1,"end",OK,true,"3"`,
].join("\n");

test("where chunks end changes nothing", async () => {
  const whole = await read([fileOf(sample)]);
  expect(whole).toMatchObject({
    kind: "measured",
    measurement: { requests: 3, rejectedCount: 2, transactionParents: 1 },
  });
  for (let size = 1; size < sample.length; size += 1)
    expect(await read([fileOf(sample, "results", size)])).toEqual(whole);
});

const text = fc.string({ unit: fc.constantFrom("a", "é", "题", '"', ",", "\n", "\r\n", " ", ";"), maxLength: 8 });
const request = fc.record({
  at: fc.nat(100_000),
  elapsed: fc.nat(3000),
  label: text,
  ok: fc.boolean(),
  threads: fc.constantFrom(1, 5),
});

interface Request {
  readonly at: number;
  readonly elapsed: number;
  readonly label: string;
  readonly ok: boolean;
  readonly threads: number;
}

function written(requests: readonly Request[]): string {
  const quoted = (value: string): string => (/[",\r\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const rows = requests.map((r) => `${t0 + r.at},${r.elapsed},${quoted(r.label)},${r.ok},${r.threads}`);
  return ["timeStamp,elapsed,label,success,allThreads", ...rows].join("\n");
}

test("the byte scanner sees what csv-parse sees", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      async (requests, size) => {
        const file = written(requests);
        const expected = parse<Record<string, string>>(file, { columns: true });
        const load = await measured("load", [fileOf(file, "results", size)]);
        expect(load.requests).toBe(expected.length);
        const labels = [...new Set(expected.map((one) => one["label"]))].sort();
        expect(load.byLabel?.map((one) => one.label).sort()).toEqual(labels);
        expect(load.failures).toBe(expected.filter((one) => one["success"] === "false").length);
        expect(load.latencyMs.max).toBe(Math.max(...expected.map((one) => Number(one["elapsed"]))));
      },
    ),
    { numRuns: 150 },
  );
});

test("the order of rows changes nothing, and every request lies in one slice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 60 }), async (requests) => {
      const options = { withinMs: 1500 };
      const load = await measured("load", written(requests), options);
      expect(await measured("load", written(requests.toReversed()), options)).toEqual(load);
      expect(sumOf(load, "requests")).toBe(load.requests);
      expect(sumOf(load, "failures")).toBe(load.failures);
      expect(sumOf(load, "within")).toBe(load.within?.requests);
      expect(
        load.slices!.every((slice) => slice.seconds > 0 && slice.seconds <= 10) || load.durationSeconds === 0,
      ).toBe(true);
    }),
    { numRuns: 150 },
  );
});

function sumOf(load: LoadMeasurement, field: "requests" | "failures" | "within"): number {
  return load.slices!.reduce((sum, slice) => sum + (slice[field] ?? NaN), 0);
}
