import { mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { openServices } from "../../src/application/open-services.ts";
import { readConfig } from "../../src/config.ts";
import { databaseFile } from "../../src/ledger/database.ts";
import { keyFile } from "../../src/ledger/key.ts";
import { lockFolder } from "../../src/ledger/lock.ts";
import { readSnapshot } from "../../src/ledger/reader.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { filed, smallCity, tamper } from "./city.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";

const open = (dataDir: string) => openServices(readConfig({ TOUCHSTONE_LOG_LEVEL: "silent" }, { dataDir }));

function removeLedger(dataDir: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(databaseFile(dataDir) + suffix, { force: true });
}

describe("a used folder without its ledger", () => {
  const states: readonly (readonly [string, (dataDir: string) => void, RegExp])[] = [
    ["missing", removeLedger, /ledger\.sqlite is missing/],
    ["zero bytes", (dataDir) => truncateSync(databaseFile(dataDir), 0), /ledger\.sqlite is empty \(0 bytes\)/],
    [
      "a database without a table",
      (dataDir) => {
        removeLedger(dataDir);
        const db = new Sqlite(databaseFile(dataDir));
        db.pragma("user_version = 0");
        db.exec("CREATE TABLE x (y)");
        db.exec("DROP TABLE x");
        db.close();
      },
      /ledger\.sqlite holds no ledger/,
    ],
  ];

  test.each(states)(
    "%s: is never begun anew, and the refusal says what is there and what to do",
    async (_, empty, says) => {
      const dataDir = await smallCity();
      empty(dataDir);
      const before = readdirSync(dataDir).filter((name) => !name.startsWith("ledger.sqlite-"));
      for (const attempt of [() => open(dataDir), () => readSnapshot(dataDir, () => 1)]) {
        await expect(attempt()).rejects.toThrow(says);
        await expect(attempt()).rejects.toThrow(
          /checkpoints\.log.*keys\/ledger\.key.*touchstone restore DIR.*empty folder/s,
        );
      }
      expect(readdirSync(dataDir).filter((name) => !name.startsWith("ledger.sqlite-"))).toEqual(before);
    },
  );

  test.each<[string, (dataDir: string) => void]>([
    ["a file in the vault", (dataDir) => write(join(dataDir, "vault", "ab"), "ab".repeat(32))],
    ["checkpoints", (dataDir) => write(dataDir, "checkpoints.log")],
    ["a key", (dataDir) => write(join(dataDir, "keys"), "ledger.key")],
    ["read models", (dataDir) => write(dataDir, "views.sqlite")],
    ["a ledger set aside", (dataDir) => write(join(dataDir, "replaced-20260101T000000000Z"), "ledger.sqlite")],
  ])("%s alone are trace enough", async (_, leave) => {
    const dataDir = temporaryFolder();
    leave(dataDir);
    await expect(open(dataDir)).rejects.toThrow(/used before/);
  });

  test("an empty folder, and one with things that are no house's, are begun", async () => {
    const dataDir = temporaryFolder();
    write(dataDir, "lost+found.txt");
    mkdirSync(join(dataDir, "vault", "incoming"), { recursive: true });
    await (await open(dataDir)).close();
    await (await open(dataDir)).close();
  });
});

describe("a ledger.sqlite that is not this house's ledger is refused in a sentence", () => {
  test("cut off", async () => {
    const dataDir = await smallCity();
    tamper(dataDir, () => undefined);
    truncateSync(databaseFile(dataDir), 4096 * 2);
    expect(() => openLedger({ dataDir })).toThrow(/damaged or cut off.*touchstone restore DIR/s);
  });

  test("no database", async () => {
    const dataDir = await smallCity();
    writeFileSync(databaseFile(dataDir), "something else".repeat(1000));
    expect(() => openLedger({ dataDir })).toThrow(/no longer a database.*touchstone restore DIR/s);
  });

  test("a database of something else, which stays as it is", () => {
    const dataDir = temporaryFolder();
    const db = new Sqlite(databaseFile(dataDir));
    db.exec("CREATE TABLE notes (x)");
    db.close();
    expect(() => openLedger({ dataDir })).toThrow(/a database of something else/);
  });

  test("a folder", () => {
    const dataDir = temporaryFolder();
    mkdirSync(databaseFile(dataDir));
    expect(() => openLedger({ dataDir })).toThrow(/is not a file/);
  });

  test("another ledger beside these checkpoints, with its own key and with this one's", async () => {
    const [dataDir, other] = [await smallCity(), await smallCity()];
    const swap = (name: (dir: string) => string): void => write(name(dataDir), "", name(other));
    removeLedger(dataDir);
    swap(databaseFile);
    expect(() => openLedger({ dataDir })).toThrow(/one of the two was exchanged/);
    swap(keyFile);
    expect(() => openLedger({ dataDir })).toThrow(/one of the two was exchanged/);
    swap(filed);
    openLedger({ dataDir }).close();
  });

  test("the right ledger with another key", async () => {
    const [dataDir, other] = [await smallCity(), await smallCity()];
    write(keyFile(dataDir), "", keyFile(other));
    expect(() => openLedger({ dataDir })).toThrow(/not the one this ledger signs with/);
  });
});

test("a ledger taken away while it is open takes no more entries", async () => {
  const dataDir = await smallCity();
  const ledger = openLedger({ dataDir });
  removeLedger(dataDir);
  await expect(ledger.append(request({ stream: "late" }))).rejects.toMatchObject({ fault: "gone" });
  expect(() => ledger.close()).not.toThrow();
});

test("a folder is locked by one at a time, and free again as soon as that one is gone", () => {
  const dataDir = temporaryFolder();
  const lock = lockFolder(dataDir);
  expect(() => lockFolder(dataDir)).toThrow(/A server or another command works on/);
  lock.release();
  lockFolder(dataDir).release();
});

/** A file with some bytes in it, or another file's. */
function write(folder: string, name: string, from?: string): void {
  if (from === undefined) mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), from === undefined ? "something" : readFileSync(from));
}
