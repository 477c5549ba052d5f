import { readFileSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeEach, expect, test } from "vitest";
import { archiveOf, unpackArchive } from "../../src/ledger/archive.ts";
import { backup } from "../../src/ledger/backup.ts";
import { restore } from "./restoring.ts";
import { smallCity, verify } from "./city.ts";
import { temporaryFolder } from "./folder.ts";

const now = new Date("2026-11-23T08:00:00.000Z");
const seal = { passphrase: "a long enough sentence" };
let dataDir: string;
let file: string;
beforeEach(async () => {
  dataDir = await smallCity();
  file = join(temporaryFolder(), "city.tar.age");
});

test("a backup sealed with a passphrase opens with it alone, and leaves nothing plain behind", async () => {
  await backup(dataDir, file, now, seal);
  const sealed = readFileSync(file);
  expect(sealed.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  expect(sealed.includes("the meters lose packets")).toBe(false);
  expect(readdirSync(dataDir).filter((name) => name.endsWith(".part"))).toEqual([]);

  const elsewhere = temporaryFolder();
  await expect(restore(file, elsewhere, { now })).rejects.toThrow(/--passphrase-file/);
  const wrong = { passphrase: "another long sentence" };
  await expect(restore(file, elsewhere, { now, seal: wrong })).rejects.toThrow(/does not open/);
  await restore(file, elsewhere, { now, seal });
  expect(await verify(elsewhere)).toMatchObject({ ok: true, position: 13 });
  expect(readdirSync(elsewhere).filter((name) => name.startsWith("restoring-"))).toEqual([]);
});

test("sealed to a public key, the machine that makes it cannot open it; the file is age's own, with a tar in it", async () => {
  const identity = await generateX25519Identity();
  await backup(dataDir, file, now, { keys: [await identityToRecipient(identity)] });
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const tar = Buffer.from(await decrypter.decrypt(readFileSync(file)));
  expect(tar.toString("utf8", 0, 13)).toBe("manifest.json");
  expect(tar.toString("utf8", 257, 262)).toBe("ustar");
  const elsewhere = temporaryFolder();
  await restore(file, elsewhere, { now, seal: { keys: [identity] } });
  expect(await verify(elsewhere)).toMatchObject({ ok: true, position: 13 });
  await expect(backup(dataDir, `${file}2`, now, { keys: ["no key"] })).rejects.toThrow(/no key of age/);
});

test("a changed byte and a missing end are noticed, and nothing is put in place", async () => {
  const identity = await generateX25519Identity();
  await backup(dataDir, file, now, { keys: [await identityToRecipient(identity)] });
  const whole = readFileSync(file);
  const changed = Buffer.from(whole);
  changed[whole.length - 200] = (changed[whole.length - 200] ?? 0) ^ 1;
  const elsewhere = temporaryFolder();
  const attempt = () => restore(file, elsewhere, { now, seal: { keys: [identity] } });
  writeFileSync(file, changed);
  await expect(attempt()).rejects.toThrow(/altered or cut off/);
  // A whole chunk less: every chunk that is left is good.
  writeFileSync(file, whole);
  truncateSync(file, headerOf(whole) + 65_552);
  await expect(attempt()).rejects.toThrow(/altered or cut off/);
  expect(readdirSync(elsewhere)).toEqual(["server.lock"]);
});

/** Bytes before the first chunk: the text up to its last line, and the nonce. */
const headerOf = (sealed: Buffer): number => sealed.indexOf("\n", sealed.indexOf("\n--- ") + 1) + 1 + 16;

test("an archive holds every size of file, and names none outside its folder", async () => {
  const [from, to] = [temporaryFolder(), temporaryFolder()];
  const sizes = [0, 1, 511, 512, 513, 70_000];
  const files = sizes.map((bytes) => ({ path: `f${bytes}`, bytes }));
  for (const { path, bytes } of files) writeFileSync(join(from, path), Buffer.alloc(bytes, bytes % 251));
  await unpackArchive(archiveOf(from, files), to);
  for (const { path } of files) expect(readFileSync(join(to, path)).equals(readFileSync(join(from, path)))).toBe(true);

  writeFileSync(join(from, "..x"), "x");
  await expect(unpackArchive(archiveOf(from, [{ path: "..x", bytes: 1 }]), to)).rejects.toThrow(/not whole/);
});
