import { readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { Vault, pieceDigest } from "../../src/ledger/vault.ts";
import { sha256 } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";

const chunks = (...parts: string[]): Readable => Readable.from(parts.map((part) => Buffer.from(part)));

async function listed(vault: Vault): Promise<string[]> {
  const digests: string[] = [];
  for await (const digest of vault.list()) digests.push(digest);
  return digests;
}

test("a stream is stored under the hash of its content, once", async () => {
  const folder = temporaryFolder();
  const vault = new Vault(folder);
  const stored = await vault.store(chunks("elapsed,", "label\n"));
  expect(stored).toEqual({ digest: sha256("elapsed,label\n"), bytes: 14 });
  expect(await vault.store(chunks("elapsed,label\n"))).toEqual(stored);

  expect(readFileSync(join(folder, "vault", stored.digest.slice(0, 2), stored.digest), "utf8")).toBe("elapsed,label\n");
  expect(await text(vault.read(stored.digest))).toBe("elapsed,label\n");
  expect(vault.has(stored.digest)).toBe(true);
  expect(await listed(vault)).toEqual([stored.digest]);
  expect(readdirSync(vault.incoming)).toEqual([]);
});

test("an upload that breaks off leaves nothing", async () => {
  const vault = new Vault(temporaryFolder());
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from("half");
      throw new Error("connection lost");
    })(),
  );
  await expect(vault.store(broken)).rejects.toThrow("connection lost");
  expect(readdirSync(vault.incoming)).toEqual([]);
  expect(await listed(vault)).toEqual([]);
});

test("a received file is taken over, hashed or with the hash already known", async () => {
  const vault = new Vault(temporaryFolder());
  const [first, second] = [join(vault.incoming, "upload-1"), join(vault.incoming, "upload-2")];
  writeFileSync(first, "one");
  writeFileSync(second, "two");
  expect(await vault.adopt(first)).toEqual({ digest: sha256("one"), bytes: 3 });
  await vault.adopt(second, { digest: sha256("two"), bytes: 3 });
  expect(await vault.check(sha256("one"))).toBe("whole");
  expect(await vault.check(sha256("two"), 3)).toBe("whole");
  expect(readdirSync(vault.incoming)).toEqual([]);
});

test("altered and missing content is told apart, erased content is missing", async () => {
  const vault = new Vault(temporaryFolder());
  const { digest } = await vault.store(chunks("measured"));
  expect(await vault.check(digest, 9)).toBe("altered");
  writeFileSync(vault.path(digest), "MEASURED");
  expect(await vault.check(digest)).toBe("altered");
  expect(await vault.erase(digest)).toBe(true);
  expect(await vault.erase(digest)).toBe(false);
  expect(await vault.check(digest)).toBe("missing");
});

test("only abandoned uploads are swept", async () => {
  const vault = new Vault(temporaryFolder());
  const now = Date.parse("2026-11-22T10:00:00Z");
  for (const [name, hours] of [
    ["old", 25],
    ["running", 1],
  ] as const) {
    writeFileSync(join(vault.incoming, name), name);
    utimesSync(join(vault.incoming, name), now / 1000, now / 1000 - hours * 3600);
  }
  expect(await vault.sweep(now)).toBe(1);
  expect(readdirSync(vault.incoming)).toEqual(["running"]);
});

test.each(["../../etc/passwd", "", "AB".repeat(32), "ab".repeat(31)])("%j names no vault file", (name) => {
  expect(() => new Vault(temporaryFolder()).path(name)).toThrow(RangeError);
});

test("a piece's digest is that of its sorted file digests, for one file too", () => {
  const [a, b] = [sha256("a"), sha256("b")];
  expect(pieceDigest([a, b])).toBe(sha256([a, b].toSorted().join("\n")));
  expect(pieceDigest([b, a])).toBe(pieceDigest([a, b]));
  expect(pieceDigest([a])).toBe(sha256(a));
  expect(() => pieceDigest([])).toThrow(RangeError);
});

test("a file whose entry a crash kept from being written is swept after an hour; one that an entry names stays", async () => {
  const vault = new Vault(temporaryFolder());
  const [named, left] = [await vault.store(chunks("named")), await vault.store(chunks("left by a crash"))];
  const sweep = async (now: number) => vault.sweepPlaced(now, async (digest) => digest === named.digest);
  expect(await sweep(Date.now())).toBe(0);
  expect(await listed(vault)).toHaveLength(2);
  expect(await sweep(Date.now() + 3_700_000)).toBe(1);
  expect(await listed(vault)).toEqual([named.digest]);
  expect(vault.has(left.digest)).toBe(false);
  expect(await vault.placing.list()).toEqual([]);
});
