import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { ledgerCommand } from "../../src/cli/ledger.ts";
import { readConfig } from "../../src/config.ts";
import { backup } from "../../src/ledger/backup.ts";
import { fileCheckpoint } from "../../src/ledger/checkpoint-file.ts";
import { createSigner, createVerifier, keyName } from "../../src/ledger/checkpoint.ts";
import { keyFile, nextKeyFile, readSigner } from "../../src/ledger/key.ts";
import { keysInTime } from "../../src/ledger/keys-in-time.ts";
import { lockFolder } from "../../src/ledger/lock.ts";
import { proveEntry, verifyHashProof } from "../../src/ledger/prove.ts";
import { rotateKey } from "../../src/ledger/rotate-key.ts";
import { rotationsBetween } from "../../src/ledger/rotation-file.ts";
import { certify, isCertified } from "../../src/ledger/rotation.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { filed, smallCity, verify } from "./city.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";
import { restore } from "./restoring.ts";

const now = new Date("2026-11-23T08:00:00.000Z");

async function appendOne(dataDir: string, stream: string): Promise<void> {
  const ledger = openLedger({ dataDir });
  expect(await ledger.append(request({ stream }))).toMatchObject({ kind: "appended" });
  ledger.close();
}

/** Of the newest head, with the root that a forger would need. */
async function headOf(dataDir: string) {
  const ledger = openLedger({ dataDir });
  const { position } = await ledger.head();
  const [root, vkey, note] = [await ledger.rootAt(position), ledger.vkey, (await ledger.checkpoint()) ?? ""];
  ledger.close();
  return { position, root: Buffer.from(root ?? "", "hex"), vkey, note };
}

const leafHash = async (dataDir: string, position: number): Promise<Buffer> => {
  const ledger = openLedger({ dataDir });
  const hash = await ledger.leafHash(position);
  ledger.close();
  return Buffer.from(hash ?? "", "hex");
};

it("goes on under the new key, while proofs and checkpoints of before stay valid", async () => {
  const dataDir = await smallCity();
  const before = await headOf(dataDir);
  const proof = await proveEntry(dataDir, 3);
  const { position, from, to } = rotateKey(dataDir, now);
  expect({ position, from }).toEqual({ position: before.position + 1, from: before.vkey });
  expect(to).not.toBe(from);

  const { note, vkey } = await headOf(dataDir);
  expect(vkey).toBe(to);
  // The head of the entry itself carries both.
  expect([from, to].map((key) => createVerifier(key).accepts(note))).toEqual([true, true]);
  await appendOne(dataDir, "after");
  const later = await headOf(dataDir);
  expect([from, to].map((key) => createVerifier(key).accepts(later.note))).toEqual([false, true]);

  const leaf = await leafHash(dataDir, 3);
  expect(verifyHashProof(proof, leaf, from)).toBe(true);
  expect(verifyHashProof(await proveEntry(dataDir, 3), leaf, to)).toBe(true);
  const result = await verify(dataDir);
  expect(result).toMatchObject({ ok: true, position: position + 1 });
  expect(result.notes.join()).toContain(
    `below entry ${position} are signed with the key ${keyName(from)}, those from it on with ${keyName(to)}`,
  );
});

it("again and again, also where the key is not at hand for verification", async () => {
  const dataDir = await smallCity();
  const names = [1, 2, 3].map(() => rotateKey(dataDir, now).to);
  await appendOne(dataDir, "after");
  expect(await verify(dataDir)).toMatchObject({ ok: true });
  const copy = join(temporaryFolder(), "elsewhere");
  cpSync(dataDir, copy, { recursive: true });
  rmSync(join(copy, "keys"), { recursive: true });
  const result = await verify(copy);
  expect(result).toMatchObject({ ok: true });
  expect(result.noted.filter(({ kind }) => kind === "key-rotated").map(({ params }) => params["after"])).toEqual(
    names.map(keyName),
  );
});

test.each(["made", "filed", "entered", "placed"] as const)("ended after the step %s, nothing is lost", async (last) => {
  const dataDir = await smallCity();
  const before = await headOf(dataDir);
  // What stands on the disk at that moment is what a kill leaves.
  const left = join(temporaryFolder(), "left");
  rotateKey(dataDir, now, (step) => {
    if (step === last) cpSync(dataDir, left, { recursive: true });
  });
  expect(existsSync(nextKeyFile(left))).toBe(last !== "placed");
  expect((await verify(left)).findings).toEqual([]);
  await appendOne(left, "after");
  const after = await headOf(left);
  const isEntered = last === "entered" || last === "placed";
  expect(after.vkey === before.vkey).toBe(!isEntered);
  expect(after.position).toBe(before.position + (isEntered ? 2 : 1));
  expect(readSigner(keyFile(left), createVerifier(after.vkey).origin).vkey).toBe(after.vkey);
  rotateKey(left, now);
  await appendOne(left, "later");
  expect((await verify(left)).findings).toEqual([]);
});

it("leaves a head that the former key signs later a forgery, whoever has that key", async () => {
  const dataDir = await smallCity();
  const former = readFileSync(keyFile(dataDir), "utf8");
  const { position, from, to } = rotateKey(dataDir, now);
  await appendOne(dataDir, "after");
  const head = await headOf(dataDir);
  const note = createSigner(former, createVerifier(from).origin).sign({ size: head.position, root: head.root });
  fileCheckpoint(filed(dataDir), note);
  const { findings } = await verify(dataDir);
  expect(findings).toMatchObject([{ kind: "checkpoint-forged" }]);
  expect(findings[0]?.message).toContain(`signed with the key ${keyName(from)}, not with the key ${keyName(to)}`);
  expect(head.position).toBe(position + 1);
});

it("lets a backup of before be put back: what was lost is said, and the key that is there goes on", async () => {
  const dataDir = await smallCity();
  const copy = join(temporaryFolder(), "backup");
  await backup(dataDir, copy, now);
  const kept = await headOf(dataDir);
  await appendOne(dataDir, "lost");
  const first = rotateKey(dataDir, now);
  const { to } = rotateKey(dataDir, now);
  await appendOne(dataDir, "lost too");

  const blocked = await restore(copy, dataDir, { now });
  expect(blocked.readOnly).toMatch(/is on file/);
  expect((await verify(dataDir)).findings.map(({ kind }) => kind)).not.toContain("key");
  const accepted = await restore(copy, dataDir, { acceptLoss: true, now });
  expect(accepted.declared).toMatchObject({ keptPosition: kept.position, lostPosition: kept.position + 4 });
  expect(accepted.readOnly).toBeNull();
  await appendOne(dataDir, "after");
  const result = await verify(dataDir);
  expect(result.findings).toEqual([]);
  const ledger = openLedger({ dataDir });
  expect((await ledger.readStream("ledger")).map(({ type }) => type)).toEqual([
    "LossDeclared",
    "KeyRotated",
    "KeyRotated",
  ]);
  expect(ledger.vkey).toBe(to);
  expect(ledger.keys().spans.map(({ vkey }) => vkey)).toEqual([first.from, first.to, to]);
  ledger.close();
});

it("on another machine a backup opens with the key of its time, and with no other", async () => {
  const dataDir = await smallCity();
  const copies = [join(temporaryFolder(), "before"), join(temporaryFolder(), "after")] as const;
  const former = readFileSync(keyFile(dataDir), "utf8");
  await backup(dataDir, copies[0], now);
  rotateKey(dataDir, now);
  await backup(dataDir, copies[1], now);
  const elsewhere = copies.map(() => temporaryFolder());
  for (const [at, copy] of copies.entries()) await restore(copy, elsewhere[at]!, { now });
  for (const folder of elsewhere) {
    mkdirSync(join(folder, "keys"));
    writeFileSync(keyFile(folder), former);
  }
  await appendOne(elsewhere[0]!, "goes on");
  expect((await verify(elsewhere[0]!)).findings).toEqual([]);
  expect(() => openLedger({ dataDir: elsewhere[1]! })).toThrow(
    /Where it was rotated since, the older key opens copies of before only/,
  );
});

it("a handing over that one of the two keys did not sign counts for nothing", async () => {
  const [one, other] = [await smallCity(), await smallCity()];
  const { vkey } = await headOf(one);
  const { origin } = createVerifier(vkey);
  const [own, stranger] = [readSigner(keyFile(one), origin), readSigner(keyFile(other), origin)];
  const good = certify(own, stranger);
  expect(isCertified(good)).toBe(true);
  for (const forged of [
    { ...good, signedByFrom: good.signedByTo },
    { ...good, signedByTo: good.signedByFrom },
    { ...good, from: stranger.vkey },
    { ...good, to: "no key" },
  ]) {
    expect(isCertified(forged)).toBe(false);
    expect(keysInTime(forged.to === "no key" ? vkey : forged.to, [{ ...forged, position: 5 }]).spans).toHaveLength(1);
  }
  expect(rotationsBetween(one, own.vkey, stranger.vkey)).toBeNull();
});

it("a writer that read the former key beforehand writes nothing more", async () => {
  const dataDir = await smallCity();
  const beside = openLedger({ dataDir });
  rotateKey(dataDir, now);
  await expect(beside.append(request({ stream: "beside" }))).rejects.toThrow(/rotated by another process/);
  beside.close();
  expect((await verify(dataDir)).findings).toEqual([]);
});

it("a lost key is not replaced, and what is left is said", async () => {
  const dataDir = await smallCity();
  rmSync(keyFile(dataDir));
  expect(() => rotateKey(dataDir, now)).toThrow(/not even a key in its place[^]*still be read, verified and proved/);
  expect(existsSync(nextKeyFile(dataDir))).toBe(false);
});

test("touchstone ledger rotate-key waits for the server to stop, and vkey --all lists every key", async () => {
  const dataDir = await smallCity();
  const run = async (...args: readonly string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    return { status: await ledgerCommand(args, io, readConfig({}, { dataDir })), out, err: err.join("\n") };
  };
  const [first = ""] = (await run("vkey")).out;
  const lock = lockFolder(dataDir);
  expect((await run("rotate-key")).err).toContain("Stop it first; nothing was changed");
  lock.release();
  const { status, out } = await run("rotate-key");
  expect(status).toBe(0);
  const [, second = ""] = out;
  expect((await run("vkey")).out).toEqual([second]);
  const position = Number(/^Entry (\d+) /.exec(out[0] ?? "")?.[1]);
  expect((await run("vkey", "--all")).out).toEqual([
    `${first}  entries 1–${position - 1}`,
    `${second}  entries from ${position} on`,
  ]);
});
