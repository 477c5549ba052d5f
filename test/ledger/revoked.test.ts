import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { openAuthority } from "../../src/authority/sqlite/open.ts";
import type { Accounts } from "../../src/authority/accounts.ts";
import { backup } from "../../src/ledger/backup.ts";
import { databaseFile } from "../../src/ledger/database.ts";
import { manifestFile, readManifest } from "../../src/ledger/manifest.ts";
import { planRestore, restore } from "./restoring.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import type { SqliteLedger } from "../../src/ledger/sqlite.ts";
import { Vault, digestOf } from "../../src/ledger/vault.ts";
import { csvDigest, kept, smallCity, verify } from "./city.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";

const now = new Date("2026-11-23T08:00:00.000Z");
let dataDir: string;
let copy: string;

/** Ann and Bob have passwords; Ann is signed in, has a link, a token and a known browser. */
beforeEach(async () => {
  dataDir = await smallCity();
  copy = join(temporaryFolder(), "backup");
  await within(async ({ identities, sessions, links, devices, intakeTokens }) => {
    for (const person of ["ann", "bob"]) {
      await identities.add(person, person, `${person}@example.org`);
      await identities.setPassword(person, `hash of ${person}`);
    }
    await sessions.save("session-of-ann", { person: "ann", data: "{}", device: "" });
    await links.create("reset", "ann");
    await devices.remember("ann");
    await intakeTokens.create({ person: "ann", technology: "a", scopes: ["attach"], name: "nightly", days: 90 });
  });
});

async function within(work: (accounts: Accounts, ledger: SqliteLedger) => Promise<void>): Promise<void> {
  const ledger = openLedger({ dataDir });
  const limits = { idle: 1_800_000, absolute: 43_200_000 };
  const houseNow = () => new Date().toISOString();
  const { accounts } = await openAuthority(ledger.database, { limits, houseNow });
  await work(accounts, ledger);
  ledger.close();
}

function rows(file: string, table: string): number {
  const db = new Sqlite(file, { readonly: true });
  const count = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
  db.close();
  return count ?? 0;
}

const access = ["session", "one_time_link", "known_device", "intake_token", "sign_in_failure", "kept_form", "secret"];

test("a backup holds nothing that lets anybody in, and says what it holds", async () => {
  const secret = secretIn(databaseFile(dataDir));
  expect(secret.length).toBeGreaterThan(20);
  await backup(dataDir, copy, now);
  expect(access.filter((table) => rows(databaseFile(copy), table) > 0)).toEqual([]);
  expect(readFileSync(databaseFile(copy)).includes(secret)).toBe(false);
  expect(readManifest(copy).holds).toMatchObject({
    peopleWithNameAndEmail: 2,
    passwordHashes: 2,
    privateTexts: 1,
    evidenceFiles: 1,
    leftOut: expect.arrayContaining(["signing key", "sessions", "intake tokens"]) as string[],
  });
});

function secretIn(file: string): string {
  const db = new Sqlite(file, { readonly: true });
  const secret = db.prepare<[], string>("SELECT value FROM secret").pluck().get() ?? "";
  db.close();
  return secret;
}

/** As version 0.2.0 made it: the whole database, and a manifest that says nothing of what it holds. */
async function asBefore(folder: string): Promise<void> {
  rmSync(databaseFile(folder));
  const db = new Sqlite(databaseFile(dataDir));
  db.prepare("VACUUM INTO ?").run(databaseFile(folder));
  db.close();
  const { holds: _, ...manifest } = readManifest(folder);
  const whole = { path: "ledger.sqlite", ...(await digestOf(databaseFile(folder))) };
  const files = manifest.files.map((file) => (file.path === whole.path ? whole : file));
  writeFileSync(manifestFile(folder), JSON.stringify({ ...manifest, files }));
}

describe("after a restore", () => {
  test("every session, link, token and known browser is void, also of a backup that still holds them", async () => {
    await backup(dataDir, copy, now);
    await asBefore(copy);
    expect(access.filter((table) => rows(databaseFile(copy), table) > 0).length).toBeGreaterThan(4);
    await restore(copy, dataDir, { now });
    expect(access.filter((table) => rows(databaseFile(dataDir), table) > 0)).toEqual([]);
  });

  test("a password changed since the copy is void, the old one does not come back; an unchanged one stays", async () => {
    await backup(dataDir, copy, now);
    await within(({ identities }) => identities.setPassword("ann", "newer hash"));
    expect((await planRestore(copy, dataDir)).carried).toMatchObject({ passwords: ["ann"], unknown: false });
    await restore(copy, dataDir, { now });
    await within(async ({ identities }) => {
      expect(await identities.password("ann")).toBeNull();
      expect(await identities.password("bob")).toBe("hash of bob");
    });
  });

  test("a second restore of the same copy does not bring the old password back either", async () => {
    await backup(dataDir, copy, now);
    await within(({ identities }) => identities.setPassword("ann", "newer hash"));
    await restore(copy, dataDir, { now });
    await restore(copy, dataDir, { now });
    await within(async ({ identities }) => expect(await identities.password("ann")).toBeNull());
  });

  test.each<[string, (file: string) => void]>([
    ["damaged", (file) => truncateSync(file, 6000)],
    ["empty", (file) => truncateSync(file, 0)],
  ])("where the ledger in place is %s nobody can say what changed: all passwords are void", async (_, damage) => {
    await backup(dataDir, copy, now);
    damage(databaseFile(dataDir));
    const { carried } = await restore(copy, dataDir, { now });
    expect(carried).toMatchObject({ unknown: true, passwords: ["ann", "bob"] });
    await within(async ({ identities }) => expect(await identities.password("bob")).toBeNull());
  });

  test("who was disabled since has no password, and is named", async () => {
    await backup(dataDir, copy, now);
    await within(async (_, ledger) => {
      const events = [{ type: "PersonDisabled", schema: 1, payload: {} }];
      await ledger.append(request({ stream: "person-bob", events }));
    });
    const { carried } = await restore(copy, dataDir, { now, acceptLoss: true });
    expect(carried).toMatchObject({ restricted: ["bob"], passwords: ["bob"] });
  });

  test("texts and files erased since stay erased, on record, through a second restore too", async () => {
    await backup(dataDir, copy, now);
    await within(async (_, ledger) => {
      const erasedFile = [{ type: "FileErased", schema: 1, payload: { digest: csvDigest } }];
      await ledger.append(request({ stream: "c", events: erasedFile, erasures: [kept.digest] }));
    });
    await new Vault(dataDir).erase(csvDigest);
    await restore(copy, dataDir, { now });
    await restore(copy, dataDir, { now, acceptLoss: true });
    await within(async (_, ledger) => {
      expect(await ledger.privateText(kept.digest)).toBe("erased");
      expect((await ledger.readStream("ledger")).at(-1)?.payload).toMatchObject({
        erasedTexts: [kept.digest],
        erasedFiles: [csvDigest],
      });
    });
    expect(new Vault(dataDir, "read").has(csvDigest)).toBe(false);
    expect(await verify(dataDir)).toMatchObject({ ok: true, findings: [] });
    expect(readFileSync(databaseFile(dataDir)).includes("the meters lose packets")).toBe(false);
  });

  test("looking at what it would do changes nothing", async () => {
    await backup(dataDir, copy, now);
    const before = await verify(dataDir);
    await planRestore(copy, dataDir);
    expect(await verify(dataDir)).toEqual(before);
    expect(existsSync(join(dataDir, "ledger.sqlite.restoring"))).toBe(false);
  });
});
