import { describe, expect, test } from "vitest";
import { sameInEveryChunk } from "./load-chunks.ts";
import { loadStatistics } from "../../src/domain/evidence/summary-load.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const header = "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset";
const row = (seconds: string, status: number | string, offset: string): string =>
  `${seconds},0.0047,0.0042,0.0001,0.0019,0.0001,${status},${offset}`;

describe("hey -o csv", () => {
  const text = lines(header, row("0.0087", 200, "0.0016"), row("0.0100", 503, "1.0000"), row("0.0200", 399, "2.5000"));

  test("answers of 400 and above are failures, those without an answer are not in the file", async () => {
    const load = await measured("load", text, { withinMs: 300 });
    expect(load).toMatchObject({ format: "hey CSV", requests: 3, failures: 1, durationSeconds: 2.5184 });
    expect(load.latencyMs).toMatchObject({ p50: 10, max: 20 });
    expect(load.latencyMs.mean).toBeCloseTo(12.9, 9);
    expect(load.warnings.map((one) => one.code)).toEqual(["answered-only"]);
    for (const absent of ["from", "to", "within", "slices", "steps"]) expect(load).not.toHaveProperty(absent);
    expect(loadStatistics(load)).toMatchObject({ failed: null, within: null, failures: 1 });
  });

  test("the columns of an old version are refused", async () => {
    const old = lines("response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read", "0.1,0,0,0,0,0");
    expect(await refusal(old)).toMatchObject({ code: "no-header", row: 1 });
  });

  test("two files cannot be put together", async () => {
    expect(await refusal([fileOf(text, "a"), fileOf(text + row("0.1", 200, "3") + "\n", "b")])).toMatchObject({
      code: "one-run-a-piece",
      file: "b",
    });
  });

  test("unusable rows are named", async () => {
    const load = await measured("load", text + lines(row("x", 200, "0"), row("0.1", 200, "-1"), row("0.1", "", "1")));
    expect(load.rejectedRows.map((one) => one.reason)).toEqual([
      "response-time is not a number of seconds",
      "offset is not a number of seconds",
      "status-code is not a status from 100 to 999",
    ]);
  });

  test("where chunks end changes nothing", async () => {
    await sameInEveryChunk(text);
  });
});
