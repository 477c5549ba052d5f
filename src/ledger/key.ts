import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createSigner } from "./checkpoint.ts";
import type { Signer } from "./checkpoint.ts";
import { LedgerError } from "./errors.ts";
import { syncFolder, writeDurably } from "./files.ts";

/** The signing key lives outside the database: who gets hold of ledger.sqlite alone cannot sign a rewritten tail. */
export const keyFile = (dataDir: string): string => join(dataDir, "keys", "ledger.key");

/**
 * The signer of this log. A key is made only for a log without entries: a new key under an old log would look like
 * a forgery to everyone who keeps checkpoints, so its loss has to be noticed.
 *
 * @param knownVkey the verifying key the log was begun with, or null for a new log.
 * @throws {LedgerError} "key" where the key is missing, unreadable, or not the one the log was begun with.
 */
export function openSigner(dataDir: string, origin: string, knownVkey: string | null, empty: boolean): Signer {
  const file = keyFile(dataDir);
  const exists = existsSync(file);
  if (!exists) {
    if (!empty) throw missing(file);
    createKey(file);
  }
  const signer = readSigner(file, origin);
  if (exists && knownVkey !== null && signer.vkey !== knownVkey) {
    throw new LedgerError(
      "key",
      `The key in ${file} is not the one this ledger was begun with: put the original key back.`,
    );
  }
  return signer;
}

function missing(file: string): LedgerError {
  return new LedgerError(
    "key",
    `The signing key ${file} is missing while the ledger has entries. Put it back from where you keep it ` +
      `(backups leave it out); it is never replaced by a new one.`,
  );
}

function createKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
  writeDurably(file, pem.toString(), "wx", 0o600);
  syncFolder(dirname(file));
}

/** @throws {LedgerError} "key" where the file cannot be read as an Ed25519 key. */
export function readSigner(file: string, origin: string): Signer {
  try {
    return createSigner(readFileSync(file, "utf8"), origin);
  } catch (error) {
    throw new LedgerError("key", `The signing key ${file} cannot be read as an Ed25519 key.`, error);
  }
}
