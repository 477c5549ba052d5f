import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, copyFileSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import type { Database } from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { createSigner } from "../../src/ledger/checkpoint.ts";
import { decodeLeaf } from "../../src/ledger/codec.ts";
import { databaseFile } from "../../src/ledger/database.ts";
import { declareLoss } from "../../src/ledger/declare-loss.ts";
import { keyFile } from "../../src/ledger/key.ts";
import { leafHash, rootOf } from "../../src/ledger/merkle.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { Vault } from "../../src/ledger/vault.ts";
import { erased, copyDatabase, csvDigest, filed, kept, placesOf, smallCity, tamper, verify } from "./city.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";
import { privateText } from "./text.ts";
import { growTree } from "./tree.ts";

test("an untouched ledger is whole", async () => {
  const result = await verify(await smallCity());
  expect(result).toMatchObject({ ok: true, entries: 13, position: 13, findings: [] });
  expect(result.notes).toEqual(["1 private texts or files were erased, on record"]);
});

test("an empty ledger is whole", async () => {
  const dataDir = temporaryFolder();
  openLedger({ dataDir }).close();
  expect(await verify(dataDir)).toMatchObject({ ok: true, entries: 0, position: 0, findings: [], notes: [] });
});

describe("one alteration is found at its place", () => {
  const bytesOf = (db: Database, position: number): Buffer =>
    db.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck().get(position) ?? Buffer.alloc(0);
  const setBytes = (db: Database, position: number, bytes: Buffer): void =>
    void db.prepare("UPDATE leaf SET bytes = ? WHERE position = ?").run(bytes, position);
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };

  test("any flipped byte in a leaf", async () => {
    const dataDir = await smallCity();
    let length = 0;
    tamper(dataDir, (db) => (length = bytesOf(db, 4).length));
    for (let at = 0; at < length; at += 7) {
      tamper(dataDir, (db) => setBytes(db, 4, flipped(bytesOf(db, 4), at)));
      expect((await placesOf(dataDir)).join()).toMatch(/entry 4(,|$)/);
      tamper(dataDir, (db) => setBytes(db, 4, flipped(bytesOf(db, 4), at)));
    }
    expect(await placesOf(dataDir)).toEqual([]);
  });

  test("bytes that are no UTF-8, though they read as the same text", async () => {
    const dataDir = temporaryFolder();
    const ledger = openLedger({ dataDir });
    const text = "cut off in the middle: \ufffd";
    await ledger.append(request({ events: [{ type: "Noted", schema: 1, payload: { text } }] }));
    ledger.close();
    expect(await placesOf(dataDir)).toEqual([]);
    tamper(dataDir, (db) => {
      const [before = "", after = ""] = bytesOf(db, 1).toString("latin1").split("\u00ef\u00bf\u00bd");
      setBytes(db, 1, Buffer.from(`${before}\u00ff${after}`, "latin1"));
    });
    expect(await placesOf(dataDir)).toEqual(["entry 1", "entry 1"]);
  });

  test("a leaf changed together with its hash", async () => {
    const dataDir = await smallCity();
    tamper(dataDir, (db) => {
      const bytes = Buffer.from(bytesOf(db, 3).toString().replace('"text":"3"', '"text":"4"'));
      db.prepare("UPDATE leaf SET bytes = ?, hash = ? WHERE position = 3").run(bytes, leafHash(bytes));
    });
    expect(await placesOf(dataDir)).toEqual(["node 2 (level 1, ends at entry 4)"]);
  });

  test.each([
    ["stream", "stream = 'z'"],
    ["version", "version = 99"],
    ["type", "type = 'Approved'"],
    ["schema", "schema = 2"],
    ["time", "time = '2026-11-22T10:00:00.001Z'"],
    ["actor", "actor = 'person-2'"],
    ["role", "role = 'approver'"],
    ["command", "command = 'x'"],
  ])("an altered column %s", async (column, change) => {
    const dataDir = await smallCity();
    tamper(dataDir, `UPDATE leaf SET ${change} WHERE position = 6`);
    expect(await placesOf(dataDir)).toEqual([`entry 6, column ${column}`]);
  });

  test("a removed row", async () => {
    const dataDir = await smallCity();
    tamper(dataDir, "DELETE FROM leaf WHERE position = 5");
    expect(await placesOf(dataDir)).toContain("entry 5");
  });

  test("rows in another order", async () => {
    const dataDir = await smallCity();
    tamper(
      dataDir,
      "UPDATE leaf SET position = 100 WHERE position = 9; UPDATE leaf SET position = 9 WHERE position = 10; UPDATE leaf SET position = 10 WHERE position = 100",
    );
    const places = await placesOf(dataDir);
    expect(places).toContain("entry 9, column position");
    expect(places).toContain("entry 10, column position");
  });

  test("an altered, a removed and an invented node", async () => {
    const dataDir = await smallCity();
    tamper(dataDir, "UPDATE node SET hash = zeroblob(32) WHERE id = 3");
    expect(await placesOf(dataDir)).toEqual(["node 3 (level 2, ends at entry 4)", "node 7 (level 3, ends at entry 8)"]);
    tamper(dataDir, "DELETE FROM node WHERE id = 3");
    expect(await placesOf(dataDir)).toEqual(["node 3 (level 2, ends at entry 4)"]);
    const other = await smallCity();
    tamper(other, "INSERT INTO node VALUES (900, zeroblob(32))");
    expect(await placesOf(other)).toEqual(["node 900"]);
  });

  test("an altered node, also where it is the root's child, in a ledger large enough for a second thread", async () => {
    const dataDir = await smallCity();
    const ledger = openLedger({ dataDir });
    const long = { type: "Noted", schema: 1, payload: { text: "x".repeat(12_000_000) } };
    await ledger.append(request({ stream: "long", events: [long] }));
    ledger.close();
    expect((await verify(dataDir)).root).toMatch(/^[0-9a-f]{64}$/);
    tamper(dataDir, "UPDATE node SET hash = zeroblob(32) WHERE id = 3");
    expect(await placesOf(dataDir)).toEqual(["node 3 (level 2, ends at entry 4)", "node 7 (level 3, ends at entry 8)"]);
    tamper(dataDir, "UPDATE node SET hash = zeroblob(32) WHERE id = 7");
    expect((await verify(dataDir)).findings.map(({ kind }) => kind)).toContain("rewritten");
  });

  test("claims removed, invented, moved to another stream", async () => {
    const dataDir = await smallCity();
    tamper(dataDir, "DELETE FROM claim WHERE key = 'b'; INSERT INTO claim VALUES ('slug', 'a', 'a', 1)");
    expect(await placesOf(dataDir)).toEqual(["claim slug a", "claim slug b"]);
    const other = await smallCity();
    tamper(other, "UPDATE claim SET stream = 'b' WHERE key = 'c'");
    expect(await placesOf(other)).toEqual(["claim slug c"]);
    const dated = await smallCity();
    tamper(dated, "UPDATE claim SET position = 5 WHERE key = 'b'");
    expect(await placesOf(dated)).toEqual(["claim slug b"]);
  });

  test("commands forgotten, renamed, given to another actor, invented", async () => {
    const dataDir = await smallCity();
    tamper(dataDir, "DELETE FROM command WHERE first = 4");
    expect(await placesOf(dataDir)).toEqual(["entry 4"]);
    const renamed = await smallCity();
    tamper(renamed, "UPDATE command SET id = 'other' WHERE first = 4");
    expect(await placesOf(renamed)).toEqual(["command other of entry 4"]);
    const moved = await smallCity();
    tamper(moved, "UPDATE command SET actor = 'person-9' WHERE first = 4");
    expect((await placesOf(moved))[0]).toMatch(/^command command-\d+ of entry 4$/);
    const invented = await smallCity();
    tamper(invented, "INSERT INTO command VALUES (77, 78, 'spare', 'person-1', 'd')");
    expect(await placesOf(invented)).toEqual(["command spare"]);
  });

  test("a command's digest altered, or emptied without an erasure in its stream", async () => {
    const dataDir = await smallCity();
    const digestAt = (first: number, digest: string): void =>
      tamper(dataDir, (db) => void db.prepare("UPDATE command SET digest = ? WHERE first = ?").run(digest, first));
    digestAt(5, "1".repeat(128));
    digestAt(8, "2".repeat(64));
    digestAt(1, "");
    const { findings } = await verify(dataDir);
    expect(findings.map(({ place }) => place.replace(/command-\d+/, "command"))).toEqual([
      "command command of entries 5–6",
      "command command of entry 8",
      "command command of entries 1–3",
    ]);
    expect(findings.map(({ kind }) => kind)).toEqual(["command-altered", "command-altered", "command-altered"]);
    expect(findings[2]?.message).toBe("its digest was emptied without an erasure on record");
    const lengthened = await smallCity();
    tamper(lengthened, "UPDATE command SET digest = digest || '00' WHERE first = 4");
    tamper(lengthened, "UPDATE command SET digest = digest || ', and more' WHERE first = 8");
    tamper(lengthened, "UPDATE command SET digest = upper(digest) WHERE first = 1");
    expect((await placesOf(lengthened)).map((place) => place.replace(/^command \S+/, "command"))).toEqual([
      "command of entries 1–3",
      "command of entry 4",
      "command of entry 8",
    ]);
    const erasing = await smallCity();
    tamper(erasing, "UPDATE command SET digest = '' WHERE first IN (SELECT position FROM leaf WHERE stream = 'b')");
    expect(await placesOf(erasing)).toEqual([]);
  });

  test("a private text that no entry stored", async () => {
    const dataDir = await smallCity();
    const slipped = privateText("slipped in beside the entries", "33".repeat(32));
    tamper(dataDir, (db) =>
      db.prepare("INSERT INTO private_text VALUES (?, ?, ?)").run(slipped.digest, slipped.salt, slipped.text),
    );
    expect((await verify(dataDir)).findings).toMatchObject([
      { place: `private text ${slipped.digest}`, kind: "text-altered", message: "no entry stored it" },
    ]);
  });

  test("a vault file that no entry names, and whatever is no vault file", async () => {
    const dataDir = await smallCity();
    const vault = new Vault(dataDir);
    const { digest } = await vault.store(Readable.from([Buffer.from("slipped in")]));
    const placed = await verify(dataDir);
    expect(placed.ok).toBe(true);
    expect(placed.notes).toContain("1 vault files were placed for entries that are not written");
    await vault.placing.settle(digest);
    writeFileSync(`${dataDir}/vault/incoming/half-received`, "x");
    writeFileSync(`${dataDir}/vault/${digest.slice(0, 2)}/notes.txt`, "x");
    expect(await placesOf(dataDir)).toEqual([`vault file ${digest}`, `vault/${digest.slice(0, 2)}/notes.txt`]);
  });

  test("private texts altered, emptied, removed, brought back", async () => {
    const dataDir = await smallCity();
    const place = `private text ${kept.digest}`;
    tamper(dataDir, `UPDATE private_text SET text = 'kept: all is well' WHERE digest = '${kept.digest}'`);
    expect(await placesOf(dataDir)).toEqual([place]);
    tamper(dataDir, `UPDATE private_text SET text = NULL, salt = NULL WHERE digest = '${kept.digest}'`);
    expect(await placesOf(dataDir)).toEqual([place]);
    tamper(dataDir, `DELETE FROM private_text WHERE digest = '${kept.digest}'`);
    expect(await placesOf(dataDir)).toEqual([place]);
    const revived = await smallCity();
    tamper(revived, (db) =>
      db
        .prepare("UPDATE private_text SET salt = ?, text = ? WHERE digest = ?")
        .run(erased.salt, erased.text, erased.digest),
    );
    expect(await placesOf(revived)).toEqual([`private text ${erased.digest}`]);
  });

  test("a swapped and a removed vault file", async () => {
    const dataDir = await smallCity();
    const place = `vault file ${csvDigest}, named by entry 5`;
    const path = new Vault(dataDir).path(csvDigest);
    writeFileSync(path, "elapsed,label\n9,a\n");
    expect(await placesOf(dataDir)).toEqual([place]);
    rmSync(path);
    expect(await placesOf(dataDir)).toEqual([place]);
  });

  test("a file erased on record may be missing, and must be", async () => {
    const dataDir = await smallCity();
    const ledger = openLedger({ dataDir });
    const events = [{ type: "FileErased", schema: 1, payload: { digest: csvDigest } }];
    await ledger.append(request({ stream: "c", events }));
    ledger.close();
    expect(await placesOf(dataDir)).toEqual([`vault file ${csvDigest}, named by entry 5`]);
    await new Vault(dataDir).erase(csvDigest);
    expect(await placesOf(dataDir)).toEqual([]);
  });

  test.each([
    ["a small ledger", 1],
    ["a large one", 12_000_000],
  ])("an index that hides an entry from reads, in %s", async (_, length) => {
    const dataDir = await smallCity();
    const ledger = openLedger({ dataDir });
    const long = { type: "Noted", schema: 1, payload: { text: "x".repeat(length) } };
    await ledger.append(request({ stream: "long", events: [long] }));
    ledger.close();
    expect(await placesOf(dataDir)).toEqual([]);
    tamper(dataDir, (db) => {
      db.unsafeMode(true);
      db.pragma("writable_schema = ON");
      db.exec(
        "UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX leaf_stream ON leaf (stream, version) WHERE position <> 7' WHERE name = 'leaf_stream'",
      );
      db.pragma("writable_schema = RESET");
      db.exec("REINDEX leaf_stream");
      db.pragma("writable_schema = ON");
      db.exec(
        "UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX leaf_stream ON leaf (stream, version)' WHERE name = 'leaf_stream'",
      );
      db.pragma("writable_schema = RESET");
    });
    const { findings } = await verify(dataDir);
    expect(findings.map(({ message }) => message).join()).toMatch(/missing from index leaf_stream/);
  });

  test("bytes flipped in the file itself", async () => {
    const dataDir = await smallCity();
    const whole = readFileSync(databaseFile(dataDir));
    for (let at = 100; at < whole.length; at += 4096) {
      const broken = Buffer.from(whole);
      broken.fill(0xa5, at, at + 8);
      writeFileSync(databaseFile(dataDir), broken);
      const outcome = await verify(dataDir).then(({ ok }) => ok);
      if (outcome) expect(sameContent(whole, broken, dataDir)).toBe(true);
    }
  });
});

/** Free space inside a page carries no content: a change there alters nothing anyone can read. */
function sameContent(whole: Buffer, broken: Buffer, dataDir: string): boolean {
  const dump = (bytes: Buffer): string => {
    writeFileSync(databaseFile(dataDir), bytes);
    let text = "";
    tamper(dataDir, (db) => {
      const tables = db
        .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .pluck()
        .all();
      text = JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM "${table}"`).all()));
    });
    return text;
  };
  return dump(whole) === dump(broken);
}

describe("the end of the log", () => {
  /** Writes entries the way the engine does, without its key. */
  function forge(dataDir: string, from: number, sign: "not" | "old" | "other key"): void {
    tamper(dataDir, (db) => {
      const entries = db.prepare<[], Buffer>("SELECT bytes FROM leaf ORDER BY position").pluck().all();
      const forged = entries.map((bytes, index) =>
        index < from - 1 ? bytes : Buffer.from(bytes.toString().replace(/"actor":"[^"]*"/, '"actor":"person-x"')),
      );
      const tree = growTree(forged);
      db.exec("DELETE FROM node");
      for (const [index, hash] of tree.nodes.entries())
        db.prepare("INSERT INTO node VALUES (?, ?)").run(index + 1, hash);
      for (const [index, bytes] of forged.entries()) {
        const actor = index < from - 1 ? "person-1" : "person-x";
        db.prepare("UPDATE leaf SET bytes = ?, hash = ?, actor = ? WHERE position = ?").run(
          bytes,
          tree.leaves[index],
          actor,
          index + 1,
        );
      }
      db.prepare("UPDATE command SET actor = 'person-x' WHERE first >= ?").run(from);
      if (sign === "not") db.exec("DELETE FROM checkpoint");
      if (sign === "other key") {
        const origin = String(db.prepare("SELECT note FROM checkpoint").pluck().get()).split("\n")[0] ?? "";
        const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
        const signer = createSigner(pem, origin);
        const note = signer.sign({ size: forged.length, root: rootOf(tree.frontier) });
        db.prepare("UPDATE checkpoint SET note = ?").run(note);
        db.prepare("UPDATE meta SET value = ? WHERE name = 'vkey'").run(signer.vkey);
      }
    });
  }

  test("a tail rewritten, rehashed and left unsigned", async () => {
    const dataDir = await smallCity();
    forge(dataDir, 8, "not");
    expect(await placesOf(dataDir)).toEqual(["checkpoints.log, checkpoint 1 at 13", "entries 1–13"]);
  });

  test("a tail rewritten and rehashed under the old signature", async () => {
    const dataDir = await smallCity();
    forge(dataDir, 8, "old");
    expect(await placesOf(dataDir)).toEqual(["checkpoints.log, checkpoint 1 at 13", "entries 1–13"]);
  });

  test("a tail rewritten, rehashed and signed with another key", async () => {
    const dataDir = await smallCity();
    forge(dataDir, 8, "other key");
    expect(await placesOf(dataDir)).toEqual([
      "checkpoints.log, checkpoint 1 at 13",
      "database, verifying key",
      "stored checkpoint at 13",
    ]);
    expect(() => openLedger({ dataDir })).toThrow(/not the one this ledger signs with/);
  });

  test("a ledger that does not match its signature is opened for reading only", async () => {
    const dataDir = await smallCity();
    forge(dataDir, 8, "old");
    const ledger = openLedger({ dataDir });
    expect(await ledger.append(request({ stream: "z" }))).toMatchObject({ kind: "read-only" });
    expect(await ledger.readStream("z")).toEqual([]);
    ledger.close();
  });

  test("the position beside the signature", async () => {
    const dataDir = await smallCity();
    tamper(dataDir, "UPDATE checkpoint SET position = 12");
    expect(await placesOf(dataDir)).toEqual(["stored checkpoint, column position"]);
  });

  test("a loss cannot be declared over entries that nobody signed", async () => {
    const dataDir = await smallCity();
    tamper(
      dataDir,
      "DELETE FROM leaf WHERE position = 13; DELETE FROM command WHERE first = 13; DELETE FROM checkpoint",
    );
    const ledger = openLedger({ dataDir });
    await expect(declareLoss(ledger, new Date(0))).rejects.toThrow(/no signed checkpoint/);
    expect((await ledger.head()).position).toBe(12);
    ledger.close();
  });

  test("a log cut off at its end", async () => {
    const dataDir = await smallCity();
    tamper(
      dataDir,
      "DELETE FROM leaf WHERE position > 11; DELETE FROM command WHERE first > 11; DELETE FROM node WHERE id > 8",
    );
    expect(await placesOf(dataDir)).toEqual(["checkpoints.log, checkpoint 1 at 13", "entries 12–13"]);
  });

  test("entries added behind the signature", async () => {
    const dataDir = await smallCity();
    const older = copyDatabase(dataDir);
    const ledger = openLedger({ dataDir });
    await ledger.append(request({ stream: "late" }));
    ledger.close();
    tamper(dataDir, (db) => {
      db.exec(`ATTACH '${older}' AS older`);
      db.exec("DELETE FROM checkpoint; INSERT INTO checkpoint SELECT * FROM older.checkpoint");
    });
    expect(await placesOf(dataDir)).toEqual(["entry 14"]);
  });

  test("an older copy of the whole database, put back with its own valid signature", async () => {
    const dataDir = await smallCity();
    const older = copyDatabase(dataDir);
    const ledger = openLedger({ dataDir });
    await ledger.append(request({ stream: "late" }));
    ledger.close();
    copyFileSync(older, databaseFile(dataDir));

    const [finding, ...rest] = (await verify(dataDir)).findings;
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ kind: "below-checkpoint", place: "checkpoints.log, checkpoint 2 at 14" });
    expect(finding?.message).toContain("ends at 13");
  });

  test("rolling back database and file shows in a checkpoint kept elsewhere", async () => {
    const dataDir = await smallCity();
    const [older, olderFile] = [copyDatabase(dataDir), readFileSync(filed(dataDir))];
    const ledger = openLedger({ dataDir });
    await ledger.append(request({ stream: "late" }));
    const mailed = `${dataDir}/mailed.txt`;
    writeFileSync(mailed, (await ledger.checkpoint()) ?? "");
    ledger.close();
    copyFileSync(older, databaseFile(dataDir));
    writeFileSync(filed(dataDir), olderFile);

    expect((await verify(dataDir)).ok).toBe(true);
    expect((await verify(dataDir, mailed)).findings).toMatchObject([{ place: "the given file, checkpoint 1 at 14" }]);
  });
});

describe("entries that the key signed but the engine would not write", () => {
  /** Rewrites the leaf at a position and everything that follows from it, with the real key. */
  function rewrite(dataDir: string, position: number, column: "time" | "version", from: string, to: string): void {
    tamper(dataDir, (db) => {
      const entries = db.prepare<[], Buffer>("SELECT bytes FROM leaf ORDER BY position").pluck().all();
      const changed = Buffer.from(entries[position - 1]?.toString().replace(from, to) ?? "");
      expect(changed).not.toEqual(entries[position - 1]);
      const tree = growTree(entries.with(position - 1, changed));
      const value = decodeLeaf(changed)[column];
      db.prepare(`UPDATE leaf SET bytes = ?, hash = ?, ${column} = ? WHERE position = ?`).run(
        changed,
        tree.leaves[position - 1],
        value,
        position,
      );
      for (const [index, hash] of tree.nodes.entries())
        db.prepare("UPDATE node SET hash = ? WHERE id = ?").run(hash, index + 1);
      const origin = String(db.prepare("SELECT note FROM checkpoint").pluck().get()).split("\n")[0] ?? "";
      const signer = createSigner(readFileSync(keyFile(dataDir), "utf8"), origin);
      const note = signer.sign({ size: entries.length, root: rootOf(tree.frontier) });
      db.prepare("UPDATE checkpoint SET note = ?").run(note);
      writeFileSync(filed(dataDir), note);
    });
  }

  test("a time before the entry before it", async () => {
    const dataDir = await smallCity();
    rewrite(dataDir, 12, "time", "2026-11-22T15:00:00.000Z", "2026-11-22T09:00:00.000Z");
    expect(await placesOf(dataDir)).toEqual(["entry 12"]);
  });

  test("a version out of turn", async () => {
    const dataDir = await smallCity();
    rewrite(dataDir, 13, "version", '"version":7', '"version":9');
    expect(await placesOf(dataDir)).toEqual(["entry 13"]);
  });
});

describe("the checkpoint file", () => {
  /** A ledger with three checkpoints on file, at 13, 14 and 15. */
  async function threeFiled(): Promise<string> {
    const dataDir = await smallCity();
    for (const stream of ["x", "y"]) {
      const ledger = openLedger({ dataDir });
      await ledger.append(request({ stream }));
      ledger.close();
    }
    return dataDir;
  }
  const notesIn = (dataDir: string): string[] => readFileSync(filed(dataDir), "utf8").split(/(?=^touchstone)/m);
  /** As a ledger is whose log nobody remembers: one of an earlier version, or one whose memory was emptied too. */
  const forget = (dataDir: string): void => tamper(dataDir, "DELETE FROM filed_checkpoint");
  const leaveAlone = (dataDir: string): void => utimesSync(databaseFile(dataDir), 0, 0);

  test("that was deleted or emptied is a finding, also after a new start", async () => {
    const dataDir = await threeFiled();
    const copied = "3 checkpoints were copied to it, the newest at 15";
    rmSync(filed(dataDir));
    expect((await verify(dataDir)).findings).toMatchObject([
      { place: "checkpoints.log", kind: "log-altered", message: `it is missing, though ${copied}` },
    ]);
    writeFileSync(filed(dataDir), "");
    expect((await verify(dataDir)).findings[0]?.message).toBe(`it is empty, though ${copied}`);
    openLedger({ dataDir }).close();
    expect(await placesOf(dataDir)).toEqual(["checkpoints.log, checkpoint at 13", "checkpoints.log, checkpoint at 14"]);
  });

  test("that lost lines at its end or in its middle is a finding, each line named", async () => {
    const dataDir = await threeFiled();
    const [first = "", second = "", third = ""] = notesIn(dataDir);
    writeFileSync(filed(dataDir), first + second);
    expect(await placesOf(dataDir)).toEqual(["checkpoints.log, checkpoint at 15"]);
    writeFileSync(filed(dataDir), first + third);
    expect((await verify(dataDir)).findings).toMatchObject([
      { place: "checkpoints.log, checkpoint at 14", kind: "log-altered", message: "it was removed from the log" },
    ]);
  });

  test("with foreign lines or another key's is a finding, each named, and what follows is still read", async () => {
    const dataDir = await threeFiled();
    const [first = "", second = "", third = ""] = notesIn(dataDir);
    const key = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    const foreign = createSigner(key, "touchstone/ffffffffffffffff").sign({ size: 14, root: Buffer.alloc(32) });
    writeFileSync(filed(dataDir), `${first}seen by nobody\n${second}${foreign}${third}`);
    const { findings } = await verify(dataDir);
    expect(findings.map(({ place }) => place).toSorted()).toEqual([
      "checkpoints.log, checkpoint 3 at 14",
      "checkpoints.log, line 6",
    ]);
    expect(findings.map(({ message }) => message).join()).toContain("a checkpoint of touchstone/ffffffffffffffff");
  });

  test("is missed also where nothing remembers it, once the ledger was left alone for a moment", async () => {
    const dataDir = await threeFiled();
    rmSync(filed(dataDir));
    forget(dataDir);
    const fresh = await verify(dataDir);
    expect(fresh.ok).toBe(true);
    expect(fresh.notes.join()).toContain("checkpoints.log ends at 0, behind the signed head 15");
    leaveAlone(dataDir);
    expect((await verify(dataDir)).findings[0]?.message).toBe("it is missing, though the ledger has 15 entries");
  });

  test("of before that was shortened by more than a crash leaves out is missed too", async () => {
    const dataDir = await smallCity();
    const ledger = openLedger({ dataDir });
    for (let version = 0; version < 3; version++)
      await ledger.append(
        request({ stream: "z", expectedVersion: version, time: `2026-11-23T1${version}:00:00.000Z` }),
      );
    ledger.close();
    writeFileSync(filed(dataDir), notesIn(dataDir)[0] ?? "");
    forget(dataDir);
    expect((await verify(dataDir)).findings[0]?.message).toBe(
      "it ends at 13: the checkpoints up to 16 were removed from it",
    );
  });

  test("a moment behind the signed head is a note, and start-up fills the gap", async () => {
    const dataDir = await smallCity();
    const ledger = openLedger({ dataDir, syncEvery: 0 });
    await ledger.append(request({ stream: "late" }));
    const behind = await verify(dataDir);
    expect(behind.ok).toBe(true);
    expect(behind.notes.join()).toContain("checkpoints.log ends at 13, behind the signed head 14");
    ledger.close();
    expect((await verify(dataDir)).notes.join()).not.toContain("behind");
  });

  test("a torn last record is a note, and start-up cuts it off", async () => {
    const dataDir = await smallCity();
    const whole = readFileSync(filed(dataDir), "utf8");
    appendFileSync(filed(dataDir), whole.slice(0, 60));
    const torn = await verify(dataDir);
    expect(torn.ok).toBe(true);
    expect(torn.notes.join()).toContain("incomplete");
    openLedger({ dataDir }).close();
    expect(readFileSync(filed(dataDir), "utf8")).toBe(whole);
  });

  test("a forged and a damaged record are findings", async () => {
    const dataDir = await smallCity();
    const whole = readFileSync(filed(dataDir), "utf8");
    writeFileSync(filed(dataDir), whole.replace("\n13\n", "\n12\n") + whole);
    expect(await placesOf(dataDir)).toEqual(["checkpoints.log, checkpoint 1 at 12"]);
    const swapped = whole.at(-20) === "A" ? "B" : "A";
    writeFileSync(filed(dataDir), whole.slice(0, -20) + swapped + whole.slice(-19));
    expect((await verify(dataDir)).findings.map(({ kind }) => kind)).toEqual(["checkpoint-forged"]);
    writeFileSync(filed(dataDir), `rubbish\n${whole}`);
    expect(await placesOf(dataDir)).toEqual(["checkpoints.log, line 1"]);
  });
});

describe("the key", () => {
  test("is never replaced while the log has entries", async () => {
    const dataDir = await smallCity();
    const pem = readFileSync(keyFile(dataDir));
    rmSync(keyFile(dataDir));
    expect(() => openLedger({ dataDir })).toThrow(/signing key .* is missing while the ledger has entries/);
    const without = await verify(dataDir);
    expect(without.ok).toBe(true);
    expect(without.notes.join()).toContain("signing key is not here");
    writeFileSync(keyFile(dataDir), "not a key");
    expect(() => openLedger({ dataDir })).toThrow(/cannot be read as an Ed25519 key/);
    writeFileSync(keyFile(dataDir), pem);
    openLedger({ dataDir }).close();
  });
});
