import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse";
import { readEvidenceInWorker } from "../../src/evidence/in-worker.ts";
import { Vault } from "../../src/ledger/vault.ts";
import { writeJMeterFile } from "./jmeter-file.ts";

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number;
  readonly met: boolean;
}

const megabyte = 1e6;

/**
 * A 150 MB JMeter file received, stored, hashed and measured, beside csv-parse and a bare pass (lines counted and hashed)
 * over the same file; and the memory it takes. Medians of three, taken in turns.
 */
export async function evidenceBench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
  try {
    const path = join(folder, "results.jtl");
    await writeJMeterFile(path, 150 * megabyte);
    const { size } = await stat(path);
    const runs = { ours: [] as number[], measured: [] as number[], parser: [] as number[], bare: [] as number[] };
    for (let run = 0; run < 3; run += 1) {
      runs.ours.push(await rate(size, () => storedAndMeasured(path, join(folder, `data ${run}`))));
      runs.measured.push(await rate(size, () => measured(path, size)));
      runs.bare.push(await rate(size, () => barePass(path)));
      runs.parser.push(await rate(size, () => parsed(path)));
    }
    const [ours, alone, parser, bare] = [runs.ours, runs.measured, runs.parser, runs.bare].map(median) as [
      number,
      number,
      number,
      number,
    ];
    const once = await grownBy(path, 1);
    const fourfold = await grownBy(path, 4);
    return [
      { name: "JMeter 150 MB stored, hashed and measured, over csv-parse", ...atLeast(ours / parser, 6, "×") },
      { name: "JMeter 150 MB hashed and measured, over a bare pass", ...atLeast(alone / bare, 0.5, "×") },
      { name: "memory more than idle, 150 MB of JMeter", ...atMost(once, 100, "MB") },
      { name: "memory more than idle, 600 MB of JMeter", ...atMost(fourfold, 100, "MB") },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function storedAndMeasured(path: string, dataDir: string): Promise<void> {
  const vault = new Vault(dataDir);
  const received = join(vault.incoming, "upload");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), createWriteStream(received));
  const { size } = await stat(received);
  const digest = await measured(received, size);
  await vault.adopt(received, { digest, bytes: size });
}

async function measured(path: string, bytes: number): Promise<string> {
  const outcome = await readEvidenceInWorker([{ name: "results", path, bytes }], { timeZone: "UTC", withinMs: 300 });
  if (outcome.kind !== "measured") throw new Error("The generated file could not be measured");
  return outcome.digests[0] ?? "";
}

async function barePass(path: string): Promise<void> {
  const file = await open(path);
  try {
    const hash = createHash("sha256");
    const chunk = Buffer.allocUnsafe(1 << 20);
    let lines = 0;
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length);
      if (bytesRead === 0) break;
      const bytes = chunk.subarray(0, bytesRead);
      hash.update(bytes);
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
    }
    if (hash.digest("hex") === "" || lines === 0) throw new Error("Nothing was read");
  } finally {
    await file.close();
  }
}

async function parsed(path: string): Promise<void> {
  let rows = 0;
  await pipeline(createReadStream(path), parse(), async (records: AsyncIterable<unknown>) => {
    for await (const record of records) if (record !== undefined) rows += 1;
  });
  if (rows === 0) throw new Error("Nothing was parsed");
}

/** MB a second. */
async function rate(bytes: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return bytes / megabyte / ((performance.now() - start) / 1000);
}

async function grownBy(path: string, times: number): Promise<number> {
  const child = fileURLToPath(new URL("./evidence-memory.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [child, path, String(times)]);
  return Number(stdout) / megabyte;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function atLeast(value: number, goal: number, unit: string): Omit<Figure, "name"> {
  return { value, unit, goal, met: value >= goal };
}

function atMost(value: number, goal: number, unit: string): Omit<Figure, "name"> {
  return { value, unit, goal, met: value <= goal };
}
