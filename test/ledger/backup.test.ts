import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backup } from "../../src/ledger/backup.ts";
import { readCheckpointFile } from "../../src/ledger/checkpoint-file.ts";
import { databaseFile } from "../../src/ledger/database.ts";
import { keyFile } from "../../src/ledger/key.ts";
import { isDeclared } from "../../src/ledger/loss.ts";
import { restore } from "./restoring.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { Vault } from "../../src/ledger/vault.ts";
import { csvDigest, filed, kept, placesOf, smallCity, tamper, verify } from "./city.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";

const now = new Date("2026-11-23T08:00:00.000Z");

async function backedUp(): Promise<{ dataDir: string; copy: string }> {
  const dataDir = await smallCity();
  const copy = join(temporaryFolder(), "backup");
  await backup(dataDir, copy, now);
  return { dataDir, copy };
}

async function appendOne(dataDir: string, stream: string): Promise<void> {
  const ledger = openLedger({ dataDir });
  await ledger.append(request({ stream }));
  ledger.close();
}

test("a backup holds ledger, vault and checkpoints, and never the key", async () => {
  const { copy } = await backedUp();
  const names = readdirSync(copy, { recursive: true, encoding: "utf8" });
  expect(names).toEqual(expect.arrayContaining(["ledger.sqlite", "checkpoints.log", "manifest.json"]));
  expect(names.join()).not.toMatch(/key/);
  expect(await new Vault(copy, "read").check(csvDigest)).toBe("whole");
  expect((await verify(copy)).ok).toBe(true);
});

test("a backup is taken while the ledger is written", async () => {
  const dataDir = await smallCity();
  const ledger = openLedger({ dataDir });
  const copy = join(temporaryFolder(), "backup");
  const running = backup(dataDir, copy, now);
  await ledger.append(request({ stream: "meanwhile" }));
  await running;
  ledger.close();
  expect((await verify(copy)).ok).toBe(true);
});

test("a backup does not go over something else, and a failed one leaves nothing", async () => {
  const { dataDir, copy } = await backedUp();
  await expect(backup(dataDir, copy, now)).rejects.toThrow(/not empty/);
  const target = join(temporaryFolder(), "none");
  await expect(backup(temporaryFolder(), target, now)).rejects.toThrow(/no ledger/);
  expect(existsSync(target)).toBe(false);
  expect(existsSync(`${target}.part`)).toBe(false);
});

test("restored on another machine, with the key put back, it goes on where it was", async () => {
  const { dataDir, copy } = await backedUp();
  const elsewhere = temporaryFolder();
  expect(await restore(copy, elsewhere, { now })).toMatchObject({ position: 13, setAside: null, keyPresent: false });
  expect(() => openLedger({ dataDir: elsewhere })).toThrow(/signing key .* is missing/);

  cpSync(join(dataDir, "keys"), join(elsewhere, "keys"), { recursive: true });
  await appendOne(elsewhere, "next");
  expect(await verify(elsewhere)).toMatchObject({ ok: true, position: 14 });
  const ledger = openLedger({ dataDir: elsewhere });
  expect(await ledger.privateText(kept.digest)).toEqual(kept);
  ledger.close();
});

test("an older copy is reported and read-only until its loss is declared, and the loss stays on record", async () => {
  const { dataDir, copy } = await backedUp();
  await appendOne(dataDir, "lost-1");
  await appendOne(dataDir, "lost-2");
  const lostRoot = (await verify(dataDir)).root;

  const restored = await restore(copy, dataDir, { now });
  expect(restored.readOnly).toMatch(/ends at 13, but a checkpoint signed at 15 is on file/);
  expect(restored.setAside).not.toBeNull();
  expect(await placesOf(dataDir)).toEqual([
    "checkpoints.log, checkpoint 2 at 14",
    "checkpoints.log, checkpoint 3 at 15",
  ]);

  const blocked = openLedger({ dataDir });
  expect(await blocked.append(request({ stream: "x" }))).toMatchObject({ kind: "read-only" });
  expect((await blocked.readAll(0, 100)).length).toBe(13);
  blocked.close();
  expect(readCheckpointFile(filed(dataDir)).checkpoints.map(({ size }) => size)).toEqual([13, 14, 15]);

  const accepted = await restore(copy, dataDir, { acceptLoss: true, now });
  expect(accepted).toMatchObject({ readOnly: null, declared: { keptPosition: 13, lostPosition: 15, lostRoot } });
  const result = await verify(dataDir);
  expect(result).toMatchObject({ ok: true, position: 14 });
  expect(result.notes.join()).toContain("2 checkpoints belong to entries whose loss was declared");

  const ledger = openLedger({ dataDir });
  const [event] = await ledger.readStream("ledger");
  expect(event).toMatchObject({
    type: "LossDeclared",
    actor: "system",
    position: 14,
    payload: { keptPosition: 13, lostPosition: 15, lostRoot },
  });
  ledger.close();
  for (const stream of ["x", "y", "z"]) await appendOne(dataDir, stream);
  expect(await verify(dataDir)).toMatchObject({ ok: true, position: 17 });
});

test("a declared loss does not excuse a later one", async () => {
  const { dataDir, copy } = await backedUp();
  await appendOne(dataDir, "lost");
  await restore(copy, dataDir, { acceptLoss: true, now });
  await appendOne(dataDir, "kept-1");
  await appendOne(dataDir, "kept-2");
  await restore(copy, dataDir, { now });
  expect((await verify(dataDir)).findings.map(({ kind }) => kind)).toContain("below-checkpoint");
  await restore(copy, dataDir, { acceptLoss: true, now });
  expect(await placesOf(dataDir)).toEqual([]);
});

test.each([
  [12, false],
  [13, false],
  [14, true],
  [15, true],
  [16, false],
])("a loss of what came after 13 up to 15 excuses a checkpoint at %i: %s", (size, excused) => {
  const losses = [{ keptPosition: 13, lostPosition: 15, lostRoot: "" }];
  expect(isDeclared(losses, { size, root: Buffer.alloc(32) })).toBe(excused);
});

test("nothing lost, nothing declared", async () => {
  const { dataDir, copy } = await backedUp();
  expect(await restore(copy, dataDir, { acceptLoss: true, now })).toMatchObject({ declared: null, readOnly: null });
  expect(await verify(dataDir)).toMatchObject({ ok: true, position: 13 });
});

test("what was there is set aside whole", async () => {
  const { dataDir, copy } = await backedUp();
  await appendOne(dataDir, "late");
  const { setAside } = await restore(copy, dataDir, { now });
  tamper(setAside ?? "", (db) => expect(db.prepare("SELECT count(*) FROM leaf").pluck().get()).toBe(14));
});

test("an altered backup is refused before anything is touched", async () => {
  const { dataDir, copy } = await backedUp();
  const before = (await verify(dataDir)).root;
  writeFileSync(new Vault(copy, "read").path(csvDigest), "other");
  await expect(restore(copy, dataDir, { now })).rejects.toThrow(/not whole: vault.* was altered/);
  appendFileSync(databaseFile(copy), "x");
  await expect(restore(copy, dataDir, { now })).rejects.toThrow(/ledger.sqlite was altered/);
  rmSync(join(copy, "manifest.json"));
  await expect(restore(copy, dataDir, { now })).rejects.toThrow(/no manifest.json/);
  expect(await verify(dataDir)).toMatchObject({ ok: true, root: before });
});

test("a manifest cannot name files outside its folder", async () => {
  const { dataDir, copy } = await backedUp();
  const file = join(copy, "manifest.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"checkpoints.log"', '"../checkpoints.log"'));
  await expect(restore(copy, dataDir, { now })).rejects.toThrow(/cannot be read as the manifest/);
});

test("another ledger, another key and a running server are left alone", async () => {
  const { dataDir, copy } = await backedUp();
  await expect(restore(copy, await smallCity(), { now })).rejects.toThrow(/holds another ledger/);

  const foreign = temporaryFolder();
  cpSync(join(await smallCity(), "keys"), join(foreign, "keys"), { recursive: true });
  await expect(restore(copy, foreign, { now })).rejects.toThrow(/not the key of the backup's ledger/);
  expect(existsSync(keyFile(foreign))).toBe(true);

  const running = openLedger({ dataDir });
  await expect(restore(copy, dataDir, { now })).rejects.toThrow(/stop the server first/);
  expect((await running.append(request({ stream: "on" }))).kind).toBe("appended");
  running.close();
  expect((await verify(dataDir)).ok).toBe(true);
});

test("a damaged ledger is replaced by its backup", async () => {
  const { dataDir, copy } = await backedUp();
  writeFileSync(databaseFile(dataDir), "damaged beyond recognition".repeat(100));
  await restore(copy, dataDir, { now });
  expect(await verify(dataDir)).toMatchObject({ ok: true, position: 13 });
});
