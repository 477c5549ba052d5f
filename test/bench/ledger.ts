import { hash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { databaseFile, openDatabase } from "../../src/ledger/database.ts";
import { leafHash } from "../../src/ledger/merkle.ts";
import type { AppendRequest } from "../../src/ledger/port.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import type { SqliteLedger } from "../../src/ledger/sqlite.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { atLeast, median, timed, type Figure } from "./figure.ts";

/** The ledger's figures: ratios of two things done side by side in one run, medians of several. */
export async function ledgerBench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
  try {
    return [
      atLeast("durable append / bare FULL transaction with the same rows", await appendRatio(folder), 0.6),
      atLeast("verify / reading and hashing the same blobs", await verifyRatio(folder), 0.4),
      atLeast("verify rate at 1,000,000 events / at 100,000", await linearity(folder), 0.8),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Appends and bare transactions take turns of a hundred on the same disk. */
async function appendRatio(folder: string): Promise<number> {
  const [dataDir, bareDir] = [join(folder, "append"), join(folder, "bare")];
  const ledger = openLedger({ dataDir });
  const bare = openDatabase(bareDir);
  const ratios: number[] = [];
  for (let round = 0; round < 15; round++) {
    const requests = Array.from({ length: 100 }, (_, index) => oneEvent(round * 100 + index));
    const appending = await timed(async () => {
      for (const request of requests) await ledger.append(request);
    });
    const commits = rowsOf(ledger.database, round * 100);
    const write = bareWriter(bare);
    const writing = await timed(() => {
      for (const rows of commits) write(rows);
    });
    // The first rounds warm both up.
    if (round >= 4) ratios.push(writing / appending);
  }
  ledger.close();
  bare.close();
  return median(ratios);
}

interface CommitRows {
  readonly leaf: readonly unknown[];
  readonly nodes: readonly (readonly unknown[])[];
  readonly command: readonly unknown[];
  readonly checkpoint: readonly unknown[];
}

/** What each commit after a position wrote, row by row; the checkpoint's text is of the same length in all. */
function rowsOf(db: Database, after: number): CommitRows[] {
  const all = (sql: string, ...args: unknown[]): unknown[][] =>
    db
      .prepare<unknown[], unknown[]>(sql)
      .raw()
      .all(...args);
  const [note = []] = all("SELECT position, note FROM checkpoint");
  const nodes = all("SELECT * FROM node ORDER BY id");
  return all("SELECT * FROM leaf WHERE position > ? ORDER BY position", after).map((leaf) => {
    const position = Number(leaf[0]);
    return {
      leaf,
      nodes: nodes.slice(interior(position - 1), interior(position)),
      command: all("SELECT * FROM command WHERE first = ?", position)[0] ?? [],
      checkpoint: [position, note[1]],
    };
  });
}

function interior(size: number): number {
  return size - size.toString(2).replaceAll("0", "").length;
}

function bareWriter(db: Database): (rows: CommitRows) => void {
  const leaf = db.prepare("INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const node = db.prepare("INSERT INTO node VALUES (?, ?)");
  const command = db.prepare("INSERT INTO command VALUES (?, ?, ?, ?, ?)");
  const checkpoint = db.prepare("INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?)");
  const transaction = db.transaction((rows: CommitRows) => {
    leaf.run(...rows.leaf);
    for (const row of rows.nodes) node.run(...row);
    command.run(...rows.command);
    checkpoint.run(...rows.checkpoint);
  });
  return (rows) => {
    transaction.immediate(rows);
  };
}

async function verifyRatio(folder: string): Promise<number> {
  const dataDir = join(folder, "verify");
  await fill(dataDir, 40_000, 1);
  const ratios: number[] = [];
  for (let round = 0; round < 7; round++) {
    const reading = await timed(() => readAndHash(dataDir));
    const verifying = await timed(() => verifyWhole(dataDir));
    if (round >= 2) ratios.push(reading / verifying);
  }
  return median(ratios);
}

async function linearity(folder: string): Promise<number> {
  const [small, large] = [join(folder, "small"), join(folder, "large")];
  await fill(small, 100_000, 50);
  await fill(large, 1_000_000, 50);
  const ratios: number[] = [];
  for (let round = 0; round < 3; round++) {
    const perSmall = (await timed(() => verifyWhole(small))) / 100_000;
    const perLarge = (await timed(() => verifyWhole(large))) / 1_000_000;
    ratios.push(perSmall / perLarge);
  }
  return median(ratios);
}

function readAndHash(dataDir: string): void {
  const db = new Sqlite(databaseFile(dataDir), { readonly: true });
  const page = db
    .prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position > ? ORDER BY position LIMIT 1000")
    .pluck();
  for (let after = 0, batch = page.all(0); batch.length > 0; after += batch.length, batch = page.all(after)) {
    for (const bytes of batch) leafHash(bytes);
  }
  db.close();
}

async function verifyWhole(dataDir: string): Promise<void> {
  const { ok } = await verifyLedger({ dataDir });
  if (!ok) throw new Error("the bench's own ledger does not verify");
}

/** A log of the shape the product writes. Building it need not be durable. */
async function fill(dataDir: string, events: number, perCommit: number): Promise<void> {
  const ledger: SqliteLedger = openLedger({ dataDir, syncEvery: 0 });
  ledger.database.pragma("synchronous = OFF");
  for (let first = 0; first < events; first += perCommit) {
    const request = oneEvent(first);
    const commit = Array.from({ length: perCommit }, (_, index) => oneEvent(first + index).events).flat();
    await ledger.append({ ...request, stream: `technology-${first}`, expectedVersion: 0, events: commit });
  }
  ledger.close();
}

function oneEvent(number: number): AppendRequest {
  const digest = hash("sha256", `evidence ${number}`);
  const payload = {
    evidence: `e${number % 7}`,
    digest,
    kind: "load",
    format: "jmeter-csv",
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-02-01T00:00:00.000Z",
    statistics: { requests: 10_000 + number, failures: number % 90, mean: 804.4 + number / 7 },
    title: digest,
  };
  return {
    stream: `technology-${Math.floor(number / 10)}`,
    expectedVersion: number % 10,
    events: [{ type: "EvidenceAttached", schema: 1, payload }],
    actor: `person-${number % 40}`,
    role: "planner",
    time: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    commandId: `01J${digest.slice(0, 23)}`,
    commandDigest: digest,
  };
}
