import { expect } from "vitest";
import type { LoadMeasurement } from "../../src/domain/evidence/measurement.ts";
import type { FormatName } from "../../src/domain/evidence/format-name.ts";
import { fileOf, read } from "./support.ts";

/** The figures of a file are the same wherever its bytes are cut into chunks, and whatever line ends and mark it has. */
export async function sameInEveryChunk(text: string, as?: FormatName): Promise<void> {
  const options = { withinMs: 100, ...(as === undefined ? {} : { as }) };
  const outcomeOf = async (bytes: Uint8Array, size: number) => {
    const outcome = await read([fileOf(bytes, "results", size)], options);
    return { ...outcome, digests: [] };
  };
  const bytes = Buffer.from(text);
  const whole = await outcomeOf(bytes, Infinity);
  expect(whole.kind).toBe("measured");
  for (let size = 1; size < Math.min(bytes.length, 80); size += 1) expect(await outcomeOf(bytes, size)).toEqual(whole);
  for (const size of [1, 7, Infinity]) {
    expect(await outcomeOf(Buffer.from("\uFEFF" + text.replaceAll("\n", "\r\n")), size)).toEqual(whole);
  }
}

/** Every request lies in one slice. */
export function sumsOf(load: LoadMeasurement) {
  const sum = (field: "requests" | "failures" | "within"): number =>
    (load.slices ?? []).reduce((total, slice) => total + (slice[field] ?? 0), 0);
  return { requests: sum("requests"), failures: sum("failures"), within: sum("within") };
}
