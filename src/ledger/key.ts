import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { createSigner, keyName } from "./checkpoint.ts";
import type { Signer } from "./checkpoint.ts";
import { LedgerError } from "./errors.ts";
import { syncFolder, writeDurably } from "./files.ts";
import { rotationsBetween } from "./rotation-file.ts";
import type { Rotation } from "./rotation.ts";

/** The signing key lives outside the database: who gets hold of ledger.sqlite alone cannot sign a rewritten tail. */
export const keyFile = (dataDir: string): string => join(dataDir, "keys", "ledger.key");

/** A key that takes over is made here, and moves into its place once the ledger says so. */
export const nextKeyFile = (dataDir: string): string => `${keyFile(dataDir)}.next`;

export interface OpenedKey {
  readonly signer: Signer;
  /** What the ledger has yet to enter: it is a copy of before its key was handed over. Oldest first. */
  readonly due: readonly Rotation[];
}

/**
 * The signer of this log. A key is made only for a log without entries: a new key under an old log would look like
 * a forgery to everyone who keeps checkpoints, so its loss has to be noticed. A rotation that a crash broke off after
 * it was entered is finished here.
 *
 * @param knownVkey the verifying key the log signs with, or null for a new log.
 * @throws {LedgerError} "key" where the key is missing, unreadable, or not the one the log signs with.
 */
export function openSigner(dataDir: string, origin: string, knownVkey: string | null, empty: boolean): OpenedKey {
  const file = keyFile(dataDir);
  finishRotation(dataDir, origin, knownVkey);
  const exists = existsSync(file);
  if (!exists) {
    if (!empty) throw missing(file);
    createKey(file);
  }
  const signer = readSigner(file, origin);
  if (!exists || knownVkey === null || signer.vkey === knownVkey) return { signer, due: [] };
  const due = rotationsBetween(dataDir, knownVkey, signer.vkey);
  if (due === null) throw foreign(file, signer.vkey, knownVkey);
  return { signer, due };
}

/** Entered and not yet in place: the ledger's word counts. */
function finishRotation(dataDir: string, origin: string, knownVkey: string | null): void {
  if (knownVkey !== null && isNextKey(dataDir, origin, knownVkey)) placeNextKey(dataDir);
}

/** Whether this is the key that waits beside the one in place. @throws {LedgerError} where it cannot be read. */
export function isNextKey(dataDir: string, origin: string, vkey: string): boolean {
  const next = nextKeyFile(dataDir);
  return existsSync(next) && readSigner(next, origin).vkey === vkey;
}

/** In one step: there is never no key. The older private key is gone with it; nothing is verified by it. */
export function placeNextKey(dataDir: string): void {
  renameSync(nextKeyFile(dataDir), keyFile(dataDir));
  syncFolder(dirname(keyFile(dataDir)));
}

function foreign(file: string, there: string, known: string): LedgerError {
  return new LedgerError(
    "key",
    `The key in ${file} (${keyName(there)}) is not the one this ledger signs with (${keyName(known)}): put that key back. ` +
      `Where it was rotated since, the older key opens copies of before only; where this is such a copy and the key the ` +
      `newer one, keys/rotations.log has to be beside it.`,
  );
}

function missing(file: string): LedgerError {
  return new LedgerError(
    "key",
    `The signing key ${file} is missing while the ledger has entries. Put it back from where you keep it ` +
      `(backups leave it out). Where it is lost for good nothing more can be signed, not even a key in its place: what ` +
      `stands can still be read, verified and proved (touchstone ledger verify, prove, export), and a new ledger is begun ` +
      `in another folder.`,
  );
}

/** @throws where the file is there: no key is ever overwritten. */
export function createKey(file: string): void {
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
