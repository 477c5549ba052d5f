import { parseCheckpoint } from "../ledger/checkpoint.ts";
import { decodeLeaf } from "../ledger/codec.ts";
import { leafHash } from "../ledger/merkle.ts";
import { inclusionProof, verifyInclusion } from "../ledger/proof.ts";
import type { SqliteLedger } from "../ledger/sqlite.ts";
import { pointerOf, withholdingOf } from "../ledger/withheld.ts";

export interface AlteredEntry {
  readonly position: number;
  readonly recordedHash: string;
  readonly foundHash: string;
}

interface Row {
  readonly position: number;
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

/**
 * Entries of these streams whose stored bytes do not lead to the signed root. It covers what one
 * decision rests on; the whole ledger, with its columns and checkpoints, is `ledger verify`'s.
 */
export function alteredEntries(ledger: SqliteLedger, streams: readonly string[]): AlteredEntry[] {
  const head = parseCheckpoint(ledger.checkpoint() ?? "");
  if (head === null) return [];
  const rows = ledger.authority.prepare<[string, number], Row>(
    "SELECT position, bytes, hash FROM leaf WHERE stream = ? AND position <= ? ORDER BY position",
  );
  return streams
    .flatMap((stream) => rows.all(stream, head.size))
    .flatMap(({ position, bytes, hash }) => {
      const found = isWithheld(ledger, position, bytes, hash) ? hash : leafHash(bytes);
      const path = inclusionProof(position - 1, head.size, ledger.readNode);
      if (verifyInclusion(position - 1, head.size, found, path, head.root)) return [];
      return [{ position, recordedHash: hash.toString("hex"), foundHash: found.toString("hex") }];
    });
}

/** Of an entry taken away on a legal ground the hash is all there is; the entry that says so is checked like the rest. */
function isWithheld({ authority }: SqliteLedger, position: number, bytes: Buffer, hash: Buffer): boolean {
  const by = pointerOf(bytes);
  if (by === null) return false;
  const said = authority.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck().get(by);
  if (said === undefined || pointerOf(said) !== null) return false;
  const withholding = withholdingOf(decodeLeaf(said));
  return withholding?.entry === position && withholding.remains.hash === hash.toString("hex");
}
