import { existsSync, statSync } from "node:fs";
import { checkpointFile } from "./checkpoint-file.ts";
import { createVerifier } from "./checkpoint.ts";
import { databaseFile } from "./database.ts";
import { headTrouble } from "./head-check.ts";
import { isNextKey, keyFile, readSigner } from "./key.ts";
import { nodeReader } from "./prove.ts";
import { readKeys, readMeta, readSnapshot } from "./reader.ts";
import { rotationsBetween } from "./rotation-file.ts";
import { prepareStatements } from "./statements.ts";

/** What can be said of a ledger in a moment and beside a server; whether all of it is whole is verify's to say. */
export interface Examined {
  readonly position: number;
  /** Time of the newest entry. */
  readonly newest: string | null;
  /** What SQLite says of its file's structure; empty: nothing. */
  readonly faults: readonly string[];
  /** Why the head contradicts what was signed, or null. */
  readonly head: string | null;
  readonly key: KeyState;
  /** Verifying key. */
  readonly vkey: string;
  readonly bytes: number;
}

export type KeyState =
  /** `open`: others than its owner may read it. */
  | { readonly kind: "right"; readonly open: boolean }
  | { readonly kind: "missing" | "foreign" | "unreadable" }
  /** A rotation that the next start finishes, or an older copy's that it enters. */
  | { readonly kind: "due" };

/** @throws {LedgerError} where there is no ledger or it cannot be read. */
export async function examineLedger(dataDir: string): Promise<Examined> {
  return readSnapshot(dataDir, (db) => {
    const sql = prepareStatements(db);
    const vkey = readMeta(db, "vkey") ?? "";
    const faults = db.pragma("quick_check(20)") as readonly { readonly quick_check: string }[];
    return {
      position: sql.tip.get()?.position ?? 0,
      newest: sql.tip.get()?.time ?? null,
      faults: faults.map(({ quick_check: fault }) => fault).filter((fault) => fault !== "ok"),
      head: headTrouble(sql, readKeys(db), checkpointFile(dataDir), nodeReader(db))?.reason ?? null,
      key: keyState(dataDir, vkey),
      vkey,
      bytes: statSync(databaseFile(dataDir)).size,
    };
  });
}

function keyState(dataDir: string, known: string): KeyState {
  const file = keyFile(dataDir);
  if (!existsSync(file)) return { kind: "missing" };
  try {
    const origin = createVerifier(known).origin;
    const { vkey } = readSigner(file, origin);
    if (vkey === known) return { kind: "right", open: (statSync(file).mode & 0o077) !== 0 };
    return {
      kind: isNextKey(dataDir, origin, known) || rotationsBetween(dataDir, known, vkey) !== null ? "due" : "foreign",
    };
  } catch {
    return { kind: "unreadable" };
  }
}
