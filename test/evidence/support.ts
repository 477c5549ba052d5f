import { Readable } from "node:stream";
import type { Measurement, MeasurementKind } from "../../src/domain/evidence/measurement.ts";
import type { EvidenceFile, ReadOptions } from "../../src/evidence/format.ts";
import type { Problem } from "../../src/evidence/refused.ts";
import { readEvidence } from "../../src/evidence/read.ts";

type Of<K extends MeasurementKind> = Extract<Measurement, { readonly kind: K }>;

/** A file in memory, handed over in chunks of the given size. */
export function fileOf(content: string | Uint8Array, name = "results", chunkSize = Infinity): EvidenceFile {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  return { name, bytes: bytes.length, open: () => Readable.from(chunks(bytes, chunkSize)) };
}

function* chunks(bytes: Buffer, size: number): Generator<Buffer> {
  const step = Math.min(size, Math.max(1, bytes.length));
  for (let at = 0; at < bytes.length; at += step) yield Buffer.from(bytes.subarray(at, at + step));
}

type Given = string | Uint8Array | readonly EvidenceFile[];

export function read(given: Given, options: Partial<ReadOptions> = {}) {
  const files = typeof given === "string" || given instanceof Uint8Array ? [fileOf(given)] : given;
  return readEvidence(files, { timeZone: "UTC", ...options });
}

/** The measurement of a kind; fails with the problems where there is none. */
export async function measured<K extends MeasurementKind>(
  kind: K,
  given: Given,
  options: Partial<ReadOptions> = {},
): Promise<Of<K>> {
  const outcome = await read(given, options);
  if (outcome.kind !== "measured") throw new Error(`Not measured: ${JSON.stringify(outcome)}`);
  const { measurement } = outcome;
  if (!isKind(measurement, kind)) throw new Error(`Measured as ${measurement.kind}`);
  return measurement;
}

function isKind<K extends MeasurementKind>(measurement: Measurement, kind: K): measurement is Of<K> {
  return measurement.kind === kind;
}

export async function refusal(given: Given, options: Partial<ReadOptions> = {}): Promise<Problem> {
  const outcome = await read(given, options);
  if (outcome.kind !== "refused") throw new Error(`Not refused but ${outcome.kind}`);
  return outcome.problems[0]!;
}

/** Text lines as a file. */
export function lines(...rows: string[]): string {
  return rows.join("\n") + "\n";
}
