import { rmSync } from "node:fs";
import { createKey, keyFile, nextKeyFile, placeNextKey, readSigner } from "./key.ts";
import { fileRotation } from "./rotation-file.ts";
import { certify } from "./rotation.ts";
import { openLedger } from "./sqlite.ts";

export interface Rotated {
  readonly position: number;
  /** Verifying keys. */
  readonly from: string;
  readonly to: string;
}

/** Where a test ends the process. */
type Step = "made" | "filed" | "entered" | "placed";

/**
 * Hands signing over to a new key, in four steps that may each be the last: a new key beside the old one; what both signed
 * of it on file; the entry, under a checkpoint of both; the new key in the old one's place. Broken off before the entry,
 * nothing was changed; after it, opening the ledger puts the key in place.
 *
 * @param after is told of each step once it is on disk.
 * @throws {LedgerError} where the ledger cannot be written, or its key is not there: a lost key cannot be replaced.
 */
export function rotateKey(dataDir: string, now: Date, after: (step: Step) => void = () => undefined): Rotated {
  const ledger = openLedger({ dataDir, syncEvery: 0 });
  try {
    const older = readSigner(keyFile(dataDir), ledger.origin);
    // Of a rotation that was broken off before its entry: nothing was ever signed with it.
    rmSync(nextKeyFile(dataDir), { force: true });
    createKey(nextKeyFile(dataDir));
    after("made");
    const newer = readSigner(nextKeyFile(dataDir), ledger.origin);
    const rotation = certify(older, newer);
    fileRotation(dataDir, rotation);
    after("filed");
    const position = ledger.rotateTo(newer, rotation, now.toISOString());
    after("entered");
    placeNextKey(dataDir);
    after("placed");
    return { position, from: older.vkey, to: newer.vkey };
  } finally {
    ledger.close();
  }
}
