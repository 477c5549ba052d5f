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
import { atLeast, atMost, median, timed, type Figure } from "./figure.ts";
import { writeJMeterFile } from "./jmeter-file.ts";

const megabyte = 1e6;

/**
 * A 150 MB JMeter file received, stored, hashed and measured, beside csv-parse over the same file, medians of three taken
 * in turns (the reader's thread stays up between them, as in a server); and how much memory it takes on top of an idle process, once and four times over.
 */
export async function evidenceBench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
  try {
    const path = join(folder, "results.jtl");
    await writeJMeterFile(path, 150 * megabyte);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      ours.push(await timed(() => storedAndMeasured(path, join(folder, `data ${run}`))));
      theirs.push(await timed(() => parsed(path)));
    }
    const name = "JMeter 150 MB stored, hashed and measured / csv-parse alone";
    return [
      atLeast(name, median(theirs) / median(ours), 6),
      atMost("memory beyond idle, 150 MB of JMeter", await grownBy(path, 1), 100, "MB"),
      atMost("memory beyond idle, 600 MB of JMeter", await grownBy(path, 4), 100, "MB"),
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

async function parsed(path: string): Promise<void> {
  let rows = 0;
  await pipeline(createReadStream(path), parse(), async (records: AsyncIterable<unknown>) => {
    for await (const record of records) if (record !== undefined) rows += 1;
  });
  if (rows === 0) throw new Error("Nothing was parsed");
}

async function grownBy(path: string, times: number): Promise<number> {
  const child = fileURLToPath(new URL("./evidence-memory.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [child, path, String(times)]);
  return Number(stdout) / megabyte;
}
