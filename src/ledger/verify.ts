import type { Database } from "better-sqlite3";
import { checkpointFile, readCheckpointFile } from "./checkpoint-file.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import { readKeptCheckpoints } from "./kept-checkpoints.ts";
import { Findings } from "./findings.ts";
import type { Finding, Note } from "./findings.ts";
import { EMPTY_ROOT } from "./merkle.ts";
import { readMeta, readNote, readSnapshot, requireLedger } from "./reader.ts";
import { Vault } from "./vault.ts";
import { beginBeside, takeNodes } from "./verify-beside.ts";
import { FiledCheckpoints, LossWitness, verifyStored } from "./verify-checkpoints.ts";
import { ClaimWitness } from "./verify-claims.ts";
import { CommandWitness } from "./verify-commands.ts";
import { FileWitness } from "./verify-files.ts";
import { keysOf, presentKey } from "./verify-keys.ts";
import { verifyLeaves } from "./verify-leaves.ts";
import { verifyLog } from "./verify-log.ts";
import { TextWitness } from "./verify-texts.ts";
import { WithheldWitness } from "./verify-withheld.ts";
import type { AddedWitness } from "./verify-witness.ts";

export interface VerifyOptions {
  readonly dataDir: string;
  /** A file of checkpoints kept elsewhere (one or several), checked besides <data>/checkpoints.log. */
  readonly checkpointFile?: string;
}

export interface Verification {
  /** True where nothing is held against the ledger. */
  readonly ok: boolean;
  readonly logId: string | null;
  readonly entries: number;
  /** The newest position. */
  readonly position: number;
  /** The root that the stored hashes come to, hex; null where one of them is missing. */
  readonly root: string | null;
  /** Entries whose content was taken away on a legal ground. */
  readonly withheld: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** The same notes, one by one, for whoever says them in another language. */
  readonly noted: readonly Note[];
}

/**
 * Checks the whole ledger without changing it, in time linear to its size and in flat memory: every leaf, column,
 * interior hash, command, claim, private text and vault file, the signed head and the checkpoints on file. It hashes
 * the stored bytes and never makes them again. May run beside a writing server, on one snapshot.
 *
 * @param more witnesses of the same pass, for whoever knows what the entries mean.
 * @throws {LedgerError} "format" where there is no ledger, or no checkpoint in the given file.
 */
export async function verifyLedger(options: VerifyOptions, more: MoreWitnesses = none): Promise<Verification> {
  const { dataDir } = options;
  requireLedger(dataDir);
  const findings = new Findings();
  const outcome: Outcome = { logId: null, entries: 0, position: 0, root: null, withheld: 0 };
  // Before the snapshot: a checkpoint filed meanwhile would look like a head that the ledger lost.
  const filed = filedCheckpoints(options);
  try {
    await readSnapshot(dataDir, (db) => verifyDatabase(db, dataDir, filed, findings, outcome, more(findings)));
  } catch (error) {
    findings.add("ledger.sqlite", "unreadable", error instanceof Error ? error.message : String(error));
  }
  return {
    ok: findings.findings.length === 0,
    ...outcome,
    findings: findings.list(),
    notes: findings.notes,
    noted: findings.noted,
  };
}

type MoreWitnesses = (findings: Findings) => readonly AddedWitness[];
const none: MoreWitnesses = () => [];

interface Outcome {
  logId: string | null;
  entries: number;
  position: number;
  root: string | null;
  withheld: number;
}

function filedCheckpoints({ dataDir, checkpointFile: given }: VerifyOptions): readonly FiledCheckpoints[] {
  const own = new FiledCheckpoints(readCheckpointFile(checkpointFile(dataDir)), "checkpoints.log");
  return given === undefined ? [own] : [own, new FiledCheckpoints(readKeptCheckpoints(given), "the given file")];
}

async function verifyDatabase(
  db: Database,
  dataDir: string,
  filed: readonly FiledCheckpoints[],
  findings: Findings,
  outcome: Outcome,
  more: readonly AddedWitness[],
): Promise<void> {
  // Pages are read once, in order: a small cache that is used over and over is faster than a large one.
  db.pragma("cache_size = -1000");
  outcome.logId = readMeta(db, "log");
  const present = presentKey(db, dataDir, outcome.logId, findings);
  const note = readNote(db);
  const stored = note === null ? null : parseCheckpoint(note);
  const newest = db.prepare<[], number | null>("SELECT max(position) FROM leaf").pluck().get() ?? 0;
  const sizes = new Set([...filed.flatMap((f) => f.sizes()), stored?.size ?? 0, newest]);
  const begun = beginBeside(db, sizes);
  const commands = new CommandWitness(db, findings);
  const claims = new ClaimWitness(db, findings);
  const texts = new TextWitness(db, findings);
  const files = new FileWitness(findings);
  const losses = new LossWitness();
  const withheld = new WithheldWitness(db, findings);
  const witnesses = [commands, claims, texts, files, losses, ...more];
  outcome.entries = await verifyLeaves(db, findings, withheld, witnesses);
  const beside = await begun();
  const roots = takeNodes(beside, findings);
  outcome.position = Math.max(0, newest);
  outcome.root = newest > 0 ? (roots.get(newest) ?? null) : EMPTY_ROOT.toString("hex");
  withheld.finish();
  outcome.withheld = withheld.count;
  commands.finish();
  claims.finish();
  for (const witness of more) witness.finish();
  checkStoredColumn(db, stored?.size ?? 0, findings);
  const tree = { size: outcome.position, roots };
  const keys = keysOf(present, losses.rotations, outcome.position, findings);
  if (keys !== null) verifyStored(note, keys, tree, findings);
  if (keys !== null) for (const file of filed) file.verify(keys, tree, losses.losses, findings);
  verifyLog(db, dataDir, filed[0]?.sizes() ?? [], outcome.position, findings);
  await texts.finish();
  await files.finish(new Vault(dataDir, "read"), { mentions: mentionsIn(db), lost: losses.losses.length > 0 });
  for (const fault of beside.structure) findings.add("ledger.sqlite", "unreadable", fault);
}

function checkStoredColumn(db: Database, size: number, findings: Findings): void {
  const column = db.prepare<[], number>("SELECT position FROM checkpoint").pluck().get() ?? 0;
  if (column === size) return;
  const message = `the column says ${column}, the checkpoint ${size}`;
  findings.add("stored checkpoint, column position", "column-altered", message);
}

/** Whether any entry holds these words: whatever a new kind of entry calls its files, it holds their digests. */
function mentionsIn(db: Database): (words: string) => boolean {
  const find = db.prepare("SELECT 1 FROM leaf WHERE instr(bytes, CAST(? AS BLOB)) > 0 LIMIT 1");
  return (words) => find.get(words) !== undefined;
}
