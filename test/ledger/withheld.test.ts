import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { backupCommand } from "../../src/cli/backup.ts";
import { restoreCommand } from "../../src/cli/restore.ts";
import { backup } from "../../src/ledger/backup.ts";
import { exportLedger } from "../../src/ledger/export.ts";
import { consistencyProof, verifyConsistency } from "../../src/ledger/proof.ts";
import { proveEntry, verifyHashProof, verifyProof } from "../../src/ledger/prove.ts";
import { parseCheckpoint } from "../../src/ledger/checkpoint.ts";
import { restore } from "./restoring.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import type { SqliteLedger } from "../../src/ledger/sqlite.ts";
import { csvDigest, placesOf, smallCity, tamper, verify } from "./city.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";
import { privateText } from "./text.ts";

/** Long enough to reach into overflow pages. */
const label = "Anna Muster, 12 Harbour Street".repeat(400);
const ground = privateText("Art. 17, request 4/2026", "33".repeat(32));
const entry = 14;
const by = 16;

let dataDir: string;
beforeEach(async () => {
  dataDir = await smallCity();
  await inLedger(async (ledger) => {
    const payload = { files: [{ digest: csvDigest, bytes: 18 }], label };
    await ledger.append(request({ stream: "w", events: [{ type: "EvidenceAttached", schema: 1, payload }] }));
    await ledger.append(request({ stream: "w", expectedVersion: 1 }));
  });
});

async function inLedger<T>(run: (ledger: SqliteLedger) => Promise<T>): Promise<T> {
  const ledger = openLedger({ dataDir });
  try {
    return await run(ledger);
  } finally {
    ledger.close();
  }
}

const withhold = (): Promise<void> => inLedger(withholdIn);

async function withholdIn(ledger: SqliteLedger): Promise<void> {
  const standIn = { schema: 1, payload: { files: [{ digest: csvDigest, bytes: 18 }] } };
  const remains = JSON.parse(JSON.stringify(await ledger.remains(entry))) as never;
  const payload = { entry, remains, standIn, ground: ground.digest };
  const events = [{ type: "EntryWithheld", schema: 1, payload }];
  const version = (await ledger.readStream("w")).length;
  await ledger.append(request({ stream: "w", expectedVersion: version, events, withholds: [entry], texts: [ground] }));
}

/** Every byte of the folder's files, write-ahead logs too. */
const stored = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "latin1"))
    .join();

const lines = async (): Promise<string[]> => {
  const all: string[] = [];
  await exportLedger(dataDir, (line) => void all.push(line));
  return all;
};

describe("a withheld entry", () => {
  test("is gone from every page of the database and its write-ahead log, while it is open too", async () => {
    expect(stored(dataDir)).toContain("Anna Muster");
    const open = openLedger({ dataDir, syncEvery: 0 });
    await withholdIn(open);
    expect(stored(dataDir)).not.toContain("Anna Muster");
    expect(stored(dataDir)).not.toContain("Harbour Street");
    open.close();
  });

  test("is counted by verification, which finds nothing wrong, its file and its text still vouched for", async () => {
    await withhold();
    const result = await verify(dataDir);
    expect(result).toMatchObject({ ok: true, withheld: 1, findings: [], entries: by });
    expect(result.notes).toContain("Entries withheld on a legal ground, on record: 1");
  });

  test("leaves every proof holding: of itself by its hash, of all others by their bytes, of each earlier head", async () => {
    const before = await inLedger(async (ledger) => (await ledger.checkpoint()) ?? "");
    await withhold();
    const all = await lines();
    const { vkey, after, path } = await inLedger(async (ledger) => {
      const now = (await ledger.checkpoint()) ?? "";
      const [older, newer] = [parseCheckpoint(before), parseCheckpoint(now)];
      return {
        vkey: ledger.vkey,
        after: newer,
        path: consistencyProof(older?.size ?? 0, newer?.size ?? 0, ledger.readNode),
      };
    });
    const older = parseCheckpoint(before);
    expect(
      older !== null && after !== null && verifyConsistency(older.size, after.size, path, older.root, after.root),
    ).toBe(true);
    for (const [index, line] of all.entries()) {
      const proof = await proveEntry(dataDir, index + 1);
      if (index + 1 !== entry) expect(verifyProof(proof, Buffer.from(line), vkey)).toBe(true);
    }
    const { hash } = JSON.parse(all[entry - 1] ?? "") as { hash: string };
    const proof = await proveEntry(dataDir, entry);
    expect(verifyHashProof(proof, Buffer.from(hash, "hex"), vkey)).toBe(true);
    expect(verifyHashProof(proof, Buffer.alloc(32), vkey)).toBe(false);
  });

  test("is exported as its hash, the entry that withholds it and the ground", async () => {
    const hash = await inLedger((ledger) => ledger.leafHash(entry));
    await withhold();
    const exported = await lines();
    expect(exported).toHaveLength(by);
    expect(JSON.parse(exported[entry - 1] ?? "")).toEqual({
      position: entry,
      hash,
      withheld: { by, ground: ground.digest },
    });
  });

  test("is withheld in a backup too", async () => {
    await withhold();
    const copy = join(temporaryFolder(), "copy");
    await backup(dataDir, copy, new Date(0));
    expect(stored(copy)).not.toContain("Anna Muster");
    expect(await verify(copy)).toMatchObject({ ok: true, withheld: 1 });
  });
});

describe("an older copy brings back what was withheld since", () => {
  const now = new Date("2026-12-01T00:00:00Z");
  const olderCopy = async (): Promise<string> => {
    const copy = join(temporaryFolder(), "copy");
    await backup(dataDir, copy, now);
    return copy;
  };

  test("it is withheld again, on record, as soon as the loss is declared", async () => {
    const copy = await olderCopy();
    await withhold();
    const restored = await restore(copy, dataDir, { acceptLoss: true, now });
    expect(restored).toMatchObject({ broughtBack: [entry], withheldAgain: [entry], readOnly: null });
    expect(await verify(dataDir)).toMatchObject({ ok: true, withheld: 1 });
    expect(readFileSync(join(dataDir, "ledger.sqlite"), "latin1")).not.toContain("Anna Muster");
    await inLedger(async (ledger) => {
      const [gone, , said] = await ledger.readStream("w");
      expect(gone).toMatchObject({ withheldBy: said?.position });
      expect(said).toMatchObject({ type: "EntryWithheld", actor: "system", role: "system" });
      expect(await ledger.privateText(ground.digest)).toEqual(ground);
    });
  });

  test("also where the loss is declared by a second restore, from what the first one set aside", async () => {
    const copy = await olderCopy();
    await withhold();
    const first = await restore(copy, dataDir, { now });
    expect(first).toMatchObject({ broughtBack: [entry], withheldAgain: [] });
    expect(first.readOnly).not.toBeNull();
    expect(await restore(copy, dataDir, { acceptLoss: true, now })).toMatchObject({ withheldAgain: [entry] });
    expect(await verify(dataDir)).toMatchObject({ ok: true, withheld: 1 });
  });

  test("and the command says so both times", async () => {
    const copy = await olderCopy();
    await withhold();
    const said: string[] = [];
    const io = { out: () => undefined, err: (line: string) => void said.push(line) };
    expect(await restoreCommand([copy], io, { dataDir })).toBe(1);
    expect(said.join("\n")).toContain(`brings back what was withheld on a legal ground: entries ${entry}`);
    expect(await restoreCommand([copy, "--accept-loss"], io, { dataDir })).toBe(0);
    expect(said.join("\n")).toContain(`Withheld again, as they were before: entries ${entry}`);
  });

  test("a copy that knows of it brings nothing back", async () => {
    await withhold();
    const copy = join(temporaryFolder(), "copy");
    await backupCommand([copy], { out: () => undefined, err: () => undefined }, { dataDir });
    expect(await restore(copy, dataDir, { now })).toMatchObject({ broughtBack: [], readOnly: null });
    expect(await verify(dataDir)).toMatchObject({ ok: true, withheld: 1 });
  });
});

describe("whoever edits the database to take an entry away is found", () => {
  const place = `entry ${entry}`;
  const emptied = (pointer: string) =>
    tamper(dataDir, `UPDATE leaf SET bytes = CAST('${pointer}' AS BLOB) WHERE position = ${entry}`);

  test("where no entry withholds it", async () => {
    emptied('{"withheldBy":15}');
    expect(await placesOf(dataDir)).toContain(place);
    emptied('{"withheldBy":99}');
    expect(await placesOf(dataDir)).toContain(place);
    emptied("");
    expect(await placesOf(dataDir)).toContain(place);
  });

  test("where another entry is withheld by the one it names", async () => {
    await withhold();
    tamper(dataDir, `UPDATE leaf SET bytes = CAST('{"withheldBy":${by}}' AS BLOB) WHERE position = 15`);
    expect((await verify(dataDir)).findings).toContainEqual(
      expect.objectContaining({ place: "entry 15", kind: "withheld" }),
    );
  });

  test("where it names itself, or one that is withheld", async () => {
    await withhold();
    tamper(dataDir, `UPDATE leaf SET bytes = CAST('{"withheldBy":${by}}' AS BLOB) WHERE position = ${by}`);
    expect(await placesOf(dataDir)).toEqual(expect.arrayContaining([place, `entry ${by}`]));
  });

  test("where its columns are changed afterwards", async () => {
    await withhold();
    tamper(dataDir, `UPDATE leaf SET actor = 'person-2' WHERE position = ${entry}`);
    expect(await placesOf(dataDir)).toEqual([`entry ${entry}, column actor`]);
  });

  test("where its hash is changed afterwards", async () => {
    await withhold();
    tamper(dataDir, `UPDATE leaf SET hash = zeroblob(32) WHERE position = ${entry}`);
    expect(await placesOf(dataDir)).toContain(`entry ${entry}`);
  });

  test("and so is whoever puts back what was taken away", async () => {
    const kept = join(temporaryFolder(), "kept");
    await backup(dataDir, kept, new Date(0));
    await withhold();
    tamper(dataDir, (db) => {
      db.exec(`ATTACH '${join(kept, "ledger.sqlite")}' AS kept`);
      db.exec(
        `UPDATE leaf SET bytes = (SELECT bytes FROM kept.leaf AS k WHERE k.position = ${entry}) WHERE position = ${entry}`,
      );
    });
    const { findings } = await verify(dataDir);
    expect(findings).toEqual([
      expect.objectContaining({
        place: `entry ${entry}`,
        kind: "withheld",
        message: expect.stringContaining("its bytes are stored") as string,
      }),
    ]);
  });

  test("reading does not make an event of it", async () => {
    emptied('{"withheldBy":15}');
    await inLedger(async (ledger) => {
      await expect(ledger.readStream("w")).rejects.toThrow(/withholds nothing/);
    });
  });
});
