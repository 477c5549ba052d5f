import { execFile } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse";
import { readEvidenceInWorker } from "../../src/evidence/in-worker.ts";
import { Vault } from "../../src/ledger/vault.ts";
import { atLeast, atMost, median, noted, timed, type Figure } from "./figure.ts";
import { writeJMeterFile } from "./jmeter-file.ts";
import { writeK6File } from "./k6-file.ts";
import { linesAndHash, parsedLines } from "./plain-passes.ts";
import { takenBy } from "./whole-process.ts";

const megabyte = 1e6;
const rounds = 5;

/**
 * Speed and memory of the readers of big logs. Times are medians of turns taken by our reader and the other in the same
 * process, ours on its thread and warm: the first turn of each is not counted. Files lie in the system's cache.
 */
export async function evidenceBench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
  try {
    return [...(await jmeter(folder)), await k6(folder), ...(await memory(folder)), ...(await besideDuckDb(folder))];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function jmeter(folder: string): Promise<Figure[]> {
  const path = join(folder, "results.jtl");
  await writeJMeterFile(path, 150 * megabyte);
  const { digest } = await linesAndHash(path);
  let turn = 0;
  const figures = [
    atLeast(
      "JMeter 150 MB stored, hashed and measured / csv-parse alone",
      await ratio(
        () => parsed(path),
        () => storedAndMeasured(path, join(folder, `data ${(turn += 1)}`)),
        3,
      ),
      6,
    ),
    atLeast(
      "JMeter 150 MB hashed and measured / plain Node counting lines and hashing",
      await ratio(
        () => linesAndHash(path),
        async () => same(await measured(path), digest),
      ),
      0.5,
    ),
    atMost("memory beyond idle, 150 MB of JMeter", await grownBy(path), 100, "MB"),
  ];
  await rm(path);
  return figures;
}

async function k6(folder: string): Promise<Figure> {
  const path = join(folder, "k6.ndjson");
  await writeK6File(path, 150 * megabyte);
  const value = await ratio(
    () => parsedLines(path),
    () => measured(path),
  );
  await rm(path);
  return atLeast("k6 NDJSON 150 MB hashed and measured / JSON.parse of every line", value, 1);
}

/** One file, written for this and removed at once: it needs a gigabyte of disk. */
async function memory(folder: string): Promise<Figure[]> {
  const path = join(folder, "gigabyte.jtl");
  await writeJMeterFile(path, 1000 * megabyte);
  const grown = await grownBy(path);
  await rm(path);
  return [atMost("memory beyond idle, 1 GB of JMeter in one file", grown, 100, "MB")];
}

/** Whole processes, from their start: megabytes a CPU second. Only where DuckDB is installed, for the product does not need it. */
async function besideDuckDb(folder: string): Promise<Figure[]> {
  if (!hasDuckDb())
    return [noted("JMeter against DuckDB: left out, npm install --no-save @duckdb/node-api brings it", 0, "")];
  const path = join(folder, "results.jtl");
  await writeJMeterFile(path, 150 * megabyte);
  const times: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
  for (let turn = 0; turn < rounds; turn += 1) {
    times.ours.push((await takenBy(scriptOf("evidence-pass.ts"), [path])).cpuMs);
    times.theirs.push((await takenBy(scriptOf("duckdb-pass.ts"), [path])).cpuMs);
  }
  await rm(path);
  const rate = (of: readonly number[]): number => (150 * 1000) / median(of);
  return [
    noted("DuckDB, one thread, 150 MB of JMeter, nothing hashed", rate(times.theirs), "MB a CPU second"),
    noted("150 MB of JMeter hashed and measured, whole process", rate(times.ours), "MB a CPU second"),
    atLeast("the same / DuckDB", rate(times.ours) / rate(times.theirs), 0.6),
  ];
}

function hasDuckDb(): boolean {
  try {
    return import.meta.resolve("@duckdb/node-api") !== "";
  } catch {
    return false;
  }
}

const scriptOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** How many times as fast ours is: the median of its turns under the median of theirs. */
async function ratio(theirs: () => Promise<unknown>, ours: () => Promise<unknown>, turns = rounds): Promise<number> {
  const times: { readonly theirs: number[]; readonly ours: number[] } = { theirs: [], ours: [] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const [their, our] = [await timed(theirs), await timed(ours)];
    if (turn === 0) continue;
    times.theirs.push(their);
    times.ours.push(our);
  }
  return median(times.theirs) / median(times.ours);
}

async function storedAndMeasured(path: string, dataDir: string): Promise<void> {
  const vault = new Vault(dataDir);
  const received = join(vault.incoming, "upload");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), createWriteStream(received));
  const { size } = await stat(received);
  const digest = await measured(received);
  await vault.adopt(received, { digest, bytes: size });
  await rm(dataDir, { recursive: true });
}

async function measured(path: string): Promise<string> {
  const { size } = await stat(path);
  const files = [{ name: "results", path, bytes: size }];
  const outcome = await readEvidenceInWorker(files, { timeZone: "UTC", withinMs: 300 });
  if (outcome.kind !== "measured") throw new Error("The generated file could not be measured");
  return outcome.digests[0] ?? "";
}

function same(digest: string, expected: string): void {
  if (digest !== expected) throw new Error("The digest is not that of the file");
}

async function parsed(path: string): Promise<void> {
  let rows = 0;
  await pipeline(createReadStream(path), parse(), async (records: AsyncIterable<unknown>) => {
    for await (const record of records) if (record !== undefined) rows += 1;
  });
  if (rows === 0) throw new Error("Nothing was parsed");
}

/** Megabytes, of a process of its own. */
async function grownBy(path: string): Promise<number> {
  const child = scriptOf("evidence-memory.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [child, path]);
  return Number(stdout) / megabyte;
}
