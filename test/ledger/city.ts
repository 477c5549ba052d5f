import { createHash } from "node:crypto";
import { copyFileSync } from "node:fs";
import { Readable } from "node:stream";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { checkpointFile } from "../../src/ledger/checkpoint-file.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { Vault } from "../../src/ledger/vault.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import type { Verification } from "../../src/ledger/verify.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";
import { privateText } from "./text.ts";

export const kept = privateText("kept: the meters lose packets at night", "11".repeat(32));
export const erased = privateText("erased: names a neighbour", "22".repeat(32));
const CSV = "elapsed,label\n1,a\n";
export const csvDigest = createHash("sha256").update(CSV).digest("hex");

/** A small ledger with a bit of everything: 13 entries in 10 commits, claims, texts, one erasure, one vault file. */
export async function smallCity(dataDir = temporaryFolder()): Promise<string> {
  const vault = new Vault(dataDir);
  const file = await vault.store(Readable.from([Buffer.from(CSV)]));
  const ledger = openLedger({ dataDir });
  const noted = (text: string) => ({ type: "Noted", schema: 1, payload: { text } });
  await ledger.append(request({ stream: "a", events: [noted("1"), noted("2"), noted("3")], claims: [slug("a")] }));
  await ledger.append(request({ stream: "b", claims: [slug("b")], texts: [kept, erased] }));
  const attached = { type: "EvidenceAttached", schema: 1, payload: { files: [{ ...file }] } };
  await ledger.append(request({ stream: "a", expectedVersion: 3, events: [attached, noted("5")] }));
  await ledger.append(request({ stream: "b", expectedVersion: 1, erasures: [erased.digest] }));
  await ledger.append(request({ stream: "a", expectedVersion: 5, releases: [slug("a")], claims: [slug("c")] }));
  for (let version = 2; version < 7; version++) {
    await ledger.append(request({ stream: "b", expectedVersion: version, time: `2026-11-22T1${version}:00:00.000Z` }));
  }
  ledger.close();
  return dataDir;
}

const slug = (key: string) => ({ kind: "slug", key });

/** Changes the closed database behind the ledger's back. */
export function tamper(dataDir: string, change: string | ((db: Database) => void)): void {
  const db = new Sqlite(`${dataDir}/ledger.sqlite`);
  if (typeof change === "string") db.exec(change);
  else change(db);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

export const verify = (dataDir: string, file?: string): Promise<Verification> =>
  verifyLedger({ dataDir, ...(file !== undefined && { checkpointFile: file }) });

/** Where verify finds something, sorted. */
export async function placesOf(dataDir: string): Promise<string[]> {
  const { ok, findings } = await verify(dataDir);
  if (ok !== (findings.length === 0)) throw new Error("ok contradicts the findings");
  return findings.map(({ place }) => place).toSorted();
}

/** A copy of the database as an attacker who can read it may keep it. */
export function copyDatabase(dataDir: string): string {
  const folder = temporaryFolder();
  tamper(dataDir, () => undefined);
  copyFileSync(`${dataDir}/ledger.sqlite`, `${folder}/ledger.sqlite`);
  return `${folder}/ledger.sqlite`;
}

export const filed = (dataDir: string): string => checkpointFile(dataDir);
