import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate } from "../../db/authority/sqlite/migrate.ts";
import { migrations } from "../../db/authority/sqlite/migrations.ts";
import { readCheckpointFile, thinCheckpointFile } from "../../src/ledger/checkpoint-file.ts";
import { createSigner } from "../../src/ledger/checkpoint.ts";
import { databaseFile } from "../../src/ledger/database.ts";
import { keyFile } from "../../src/ledger/key.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { filed, placesOf, smallCity, verify } from "./city.ts";
import { events, request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";
import { privateText } from "./text.ts";

const large = () => [{ type: "Noted", schema: 1, payload: { text: "x".repeat(40_000) } }];

test("commits are durable: WAL with synchronous FULL, erased content overwritten", async () => {
  const ledger = openLedger({ dataDir: temporaryFolder() });
  const pragma = (name: string): unknown => ledger.database.pragma(name, { simple: true });
  expect([pragma("journal_mode"), pragma("synchronous"), pragma("secure_delete")]).toEqual(["wal", 2, 1]);
  ledger.close();
});

test("a full disk is said clearly, leaves nothing half-written, and room makes the ledger go on", async () => {
  const dataDir = temporaryFolder();
  const ledger = openLedger({ dataDir });
  const pages = Number(ledger.database.pragma("page_count", { simple: true }));
  ledger.database.pragma(`max_page_count = ${pages + 40}`);
  let version = 0;
  let failure: unknown = null;
  const refused = request({ texts: [privateText("unsaid")], claims: [{ kind: "slug", key: "k" }] });
  while (failure === null) {
    const result = await ledger
      .append({ ...refused, commandId: `c${version}`, expectedVersion: version, events: large() })
      .catch((error: unknown) => {
        failure = error;
        return null;
      });
    if (result !== null) version += events(result).length;
  }
  expect(failure).toMatchObject({
    name: "LedgerError",
    fault: "disk-full",
    message: expect.stringMatching(/disk is full.*nothing was written/) as string,
  });
  expect(version).toBeGreaterThan(1);
  expect((await ledger.head()).position).toBe(version);
  expect(await placesOf(dataDir)).toEqual([]);

  ledger.database.pragma("max_page_count = 1000000");
  const after = await ledger.append({
    ...refused,
    commandId: `c${version}`,
    expectedVersion: version,
    events: large(),
  });
  expect(events(after)[0]?.position).toBe(version + 1);
  ledger.close();
  expect(await placesOf(dataDir)).toEqual([]);
});

test("a disk that cannot be written is said, leaves nothing half-written, and the ledger goes on once it can", async () => {
  const dataDir = temporaryFolder();
  const ledger = openLedger({ dataDir });
  await ledger.append(request({ commandId: "before" }));
  const { position } = await ledger.head();
  ledger.database.pragma("query_only = ON");
  await expect(ledger.append(request({ commandId: "meanwhile", stream: "late" }))).rejects.toMatchObject({
    name: "LedgerError",
    fault: "unwritable",
    message: expect.stringMatching(/cannot be opened or written \(SQLITE_READONLY\).*permissions/) as string,
  });
  ledger.database.pragma("query_only = OFF");
  expect((await ledger.head()).position).toBe(position);
  await ledger.append(request({ commandId: "meanwhile", stream: "late" }));
  ledger.close();
  expect(await placesOf(dataDir)).toEqual([]);
});

test("while another process writes, an append waits and then says so", async () => {
  const dataDir = temporaryFolder();
  const ledger = openLedger({ dataDir });
  ledger.database.pragma("busy_timeout = 50");
  const other = new Sqlite(databaseFile(dataDir));
  other.exec("BEGIN IMMEDIATE");
  await expect(ledger.append(request())).rejects.toMatchObject({
    fault: "busy",
    message: expect.stringContaining("nothing was written") as string,
  });
  other.exec("COMMIT");
  other.close();
  expect((await ledger.append(request())).kind).toBe("appended");
  ledger.close();
});

test("an append inside a transaction of the authority tables is refused: it could still be rolled back", async () => {
  const ledger = openLedger({ dataDir: temporaryFolder() });
  ledger.database.exec("BEGIN");
  await expect(ledger.append(request())).rejects.toThrow(/inside a transaction/);
  ledger.database.exec("COMMIT");
  expect((await ledger.head()).position).toBe(0);
  ledger.close();
});

test("sixteen commands that arrive together wait for the disk once, and the head is signed once over all of them", async () => {
  const dataDir = temporaryFolder();
  const ledger = openLedger({ dataDir, syncEvery: 0 });
  await ledger.append(request({ stream: "before" }));
  const before = commitsIn(`${databaseFile(dataDir)}-wal`);
  await Promise.all(Array.from({ length: 16 }, (_, n) => ledger.append(request({ stream: `s${n}` }))));
  expect(commitsIn(`${databaseFile(dataDir)}-wal`) - before).toBe(1);
  expect((await ledger.head()).position).toBe(17);
  ledger.close();
  expect(await verify(dataDir)).toMatchObject({ ok: true, entries: 17 });
});

test("what waits for its commit when the ledger closes is committed first", async () => {
  const dataDir = temporaryFolder();
  const ledger = openLedger({ dataDir });
  const answer = ledger.append(request());
  ledger.close();
  expect((await answer).kind).toBe("appended");
  expect(await verify(dataDir)).toMatchObject({ ok: true, entries: 1 });
});

/** Transactions in a write-ahead log that was never begun anew: the last frame of each names the database's size. */
function commitsIn(file: string): number {
  const bytes = readFileSync(file);
  const frame = 24 + bytes.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= bytes.length; at += frame) if (bytes.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}

test("two processes on one ledger keep one chain", async () => {
  const dataDir = temporaryFolder();
  const [first, second] = [openLedger({ dataDir }), openLedger({ dataDir })];
  for (let index = 0; index < 10; index++) {
    const writer = index % 3 === 0 ? first : second;
    await writer.append(request({ stream: `s${index}` }));
  }
  expect(await first.head()).toEqual(await second.head());
  expect((await first.head()).position).toBe(10);
  first.close();
  second.close();
  expect(await verify(dataDir)).toMatchObject({ ok: true, entries: 10, notes: [] });
});

test("an erased text is gone from the files, not only from the answers", async () => {
  const dataDir = temporaryFolder();
  const ledger = openLedger({ dataDir });
  const text = privateText("the-neighbour-said-so ".repeat(400));
  await ledger.append(request({ texts: [text] }));
  await ledger.append(request({ expectedVersion: 1, erasures: [text.digest] }));
  for (const suffix of ["", "-wal"]) {
    const file = databaseFile(dataDir) + suffix;
    if (existsSync(file)) expect(readFileSync(file).includes("the-neighbour-said-so")).toBe(false);
  }
  ledger.close();
});

test("the key is readable by its owner alone and no part of the database", async () => {
  const dataDir = await smallCity();
  expect(statSync(keyFile(dataDir)).mode & 0o777).toBe(0o600);
  const secret = readFileSync(keyFile(dataDir), "utf8").split("\n")[1] ?? "";
  expect(readFileSync(databaseFile(dataDir)).includes(secret)).toBe(false);
});

test("checkpoints reach the file while the ledger is open, and at close", async () => {
  const dataDir = temporaryFolder();
  const ledger = openLedger({ dataDir, syncEvery: 5 });
  await ledger.append(request());
  await expect.poll(() => readCheckpointFile(filed(dataDir)).checkpoints.at(-1)?.size).toBe(1);
  await ledger.append(request({ expectedVersion: 1 }));
  ledger.close();
  expect(readCheckpointFile(filed(dataDir)).checkpoints.at(-1)?.note).toBe(await ledgerNote(dataDir));
});

async function ledgerNote(dataDir: string): Promise<string | null> {
  const ledger = openLedger({ dataDir, syncEvery: 0 });
  const note = await ledger.checkpoint();
  ledger.close();
  return note;
}

test("the file keeps the last hundred checkpoints and one of each hour", async () => {
  const dataDir = await smallCity();
  const origin = "touchstone/test";
  const signer = createSigner(readFileSync(keyFile(dataDir), "utf8"), origin);
  rmSync(filed(dataDir));
  // One checkpoint a minute for ten hours.
  for (let size = 1; size <= 600; size++) appendFileSync(filed(dataDir), signer.sign({ size, root: Buffer.alloc(32) }));
  const timeOf = (position: number): string => new Date(Date.UTC(2026, 0, 1, 0, position)).toISOString();
  thinCheckpointFile(filed(dataDir), timeOf);

  const sizes = readCheckpointFile(filed(dataDir)).checkpoints.map(({ size }) => size);
  expect(sizes.slice(-100)).toEqual(Array.from({ length: 100 }, (_, index) => 501 + index));
  expect(sizes.slice(0, -100)).toEqual([59, 119, 179, 239, 299, 359, 419, 479, 500]);
});

test("a database of a newer version is refused, and migrations run once", () => {
  const db = new Sqlite(":memory:");
  migrate(db);
  migrate(db);
  expect(db.pragma("user_version", { simple: true })).toBe(migrations.at(-1)?.number);
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  db.pragma("user_version = 999");
  expect(() => migrate(db)).toThrow(/start the newer version/);
  db.close();
});

test("a file that is no database is refused", async () => {
  const dataDir = temporaryFolder();
  writeFileSync(databaseFile(dataDir), "not a database, but long enough to be taken for one ".repeat(40));
  expect(() => openLedger({ dataDir })).toThrow(/damaged/);
  expect(await placesOf(dataDir)).toEqual(["ledger.sqlite"]);
});
