import type { Database } from "better-sqlite3";
import { createVerifier, parseCheckpoint } from "./checkpoint.ts";
import { LedgerError } from "./errors.ts";
import { leafHash, nodeId } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";
import { inclusionProof, verifyInclusion } from "./proof.ts";
import { readNote, readSnapshot } from "./reader.ts";

const FIRST_LINE = "c2sp.org/tlog-proof@v1";

/**
 * C2SP tlog-proof text that the entry at `position` is in the ledger: the index (position − 1), the audit path and
 * the newest signed checkpoint. With the entry's line of `ledger export` and the verifying key anyone can check it;
 * of a withheld entry the line gives the hash that the proof is about.
 *
 * @throws {LedgerError} "format" where there is no such entry.
 */
export async function proveEntry(dataDir: string, position: number): Promise<string> {
  return readSnapshot(dataDir, (db) => proofIn(db, position));
}

function proofIn(db: Database, position: number): string {
  const note = readNote(db);
  const size = note === null ? 0 : (parseCheckpoint(note)?.size ?? 0);
  if (note === null || !Number.isSafeInteger(position) || position < 1 || position > size) {
    throw new LedgerError("format", `There is no entry ${position}: the ledger ends at ${size}.`);
  }
  const path = inclusionProof(position - 1, size, nodeReader(db));
  const hashes = path.map((hash) => `${hash.toString("base64")}\n`).join("");
  return `${FIRST_LINE}\nindex ${position - 1}\n${hashes}\n${note}`;
}

/** An entry with the proof that it is in the ledger. `bytes` as stored, `hash` of the leaf, 32 bytes. */
export interface ProvedEntry {
  readonly position: number;
  readonly bytes: Buffer;
  readonly hash: Buffer;
  readonly proof: string;
}

/**
 * Several entries under one and the same checkpoint.
 *
 * @throws {LedgerError} "format" where one of them is none.
 */
export async function proveEntries(dataDir: string, positions: readonly number[]): Promise<readonly ProvedEntry[]> {
  return readSnapshot(dataDir, (db) => {
    const leaf = db.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck();
    const read = nodeReader(db);
    return positions.map((position) => ({
      position,
      proof: proofIn(db, position),
      bytes: leaf.get(position) ?? Buffer.alloc(0),
      hash: read(0, position - 1),
    }));
  });
}

/** Hashes of the tree on one snapshot. @throws {LedgerError} "corrupt" where one is missing */
export function nodeReader(db: Database): ReadNode {
  const leaf = db.prepare<[number], Buffer>("SELECT hash FROM leaf WHERE position = ?").pluck();
  const node = db.prepare<[number], Buffer>("SELECT hash FROM node WHERE id = ?").pluck();
  return (level, index) => {
    const hash = level === 0 ? leaf.get(index + 1) : node.get(nodeId(level, index));
    if (hash === undefined) throw new LedgerError("corrupt", "A stored hash is missing; run: touchstone ledger verify");
    return hash;
  };
}

/**
 * Checks a tlog-proof without the ledger.
 *
 * @param leaf the entry's bytes, as a line of `ledger export` without its newline.
 * @param vkey as `ledger vkey` prints it.
 */
export function verifyProof(text: string, leaf: Uint8Array, vkey: string): boolean {
  return verifyHashProof(text, leafHash(leaf), vkey);
}

/** The same where only the leaf's hash is known: of an entry that was withheld. @param hash 32 bytes. */
export function verifyHashProof(text: string, hash: Uint8Array, vkey: string): boolean {
  const match =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra \S+\n)?index (0|[1-9]\d*)\n((?:[A-Za-z0-9+/]{43}=\n)*)\n([^]+)$/.exec(text);
  if (match === null) return false;
  const [, index = "", hashes = "", note = ""] = match;
  const head = parseCheckpoint(note);
  if (head === null || !createVerifier(vkey).accepts(note)) return false;
  const path = hashes
    .split("\n")
    .slice(0, -1)
    .map((hash) => Buffer.from(hash, "base64"));
  return verifyInclusion(Number(index), head.size, hash, path, head.root);
}
