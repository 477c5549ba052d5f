import type { Database } from "better-sqlite3";
import { parseCheckpoint } from "./checkpoint.ts";
import { decodeLeaf } from "./codec.ts";
import { leafHash } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";
import type { AlteredEntry } from "./port.ts";
import { inclusionProof, verifyInclusion } from "./proof.ts";
import { pointerOf, withholdingOf } from "./withheld.ts";

interface Row {
  readonly position: number;
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

type Signed = { readonly checkpoint: string | null; readonly readNode: ReadNode };

/** Entries of some streams whose stored bytes do not lead to the signed root: see Ledger.alteredEntries. */
export function prepareAlteredEntries(db: Database) {
  const rows = db.prepare<[string, number], Row>(
    "SELECT position, bytes, hash FROM leaf WHERE stream = ? AND position <= ? ORDER BY position",
  );
  const bytesAt = db.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck();

  return (streams: readonly string[], { checkpoint, readNode }: Signed): readonly AlteredEntry[] => {
    const head = parseCheckpoint(checkpoint ?? "");
    if (head === null) return [];
    return streams
      .flatMap((stream) => rows.all(stream, head.size))
      .flatMap(({ position, bytes, hash }) => {
        const foundHash = isWithheld(position, bytes, hash) ? hash : leafHash(bytes);
        const path = inclusionProof(position - 1, head.size, readNode);
        if (verifyInclusion(position - 1, head.size, foundHash, path, head.root)) return [];
        return [{ position, recordedHash: hash.toString("hex"), foundHash: foundHash.toString("hex") }];
      });
  };

  /** Of an entry taken away on a legal ground the hash is all there is; the entry that says so is checked like the rest. */
  function isWithheld(position: number, bytes: Buffer, hash: Buffer): boolean {
    const by = pointerOf(bytes);
    if (by === null) return false;
    const withheldBy = bytesAt.get(by);
    if (withheldBy === undefined || pointerOf(withheldBy) !== null) return false;
    const withholding = withholdingOf(decodeLeaf(withheldBy));
    return withholding?.entry === position && withholding.remains.hash === hash.toString("hex");
  }
}
