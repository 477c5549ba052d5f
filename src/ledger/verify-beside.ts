import { Worker } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import { LedgerError, explainSqlite } from "./errors.ts";
import { Findings } from "./findings.ts";
import type { Gathered } from "./findings.ts";
import { verifyNodes } from "./verify-nodes.ts";
import type { Roots } from "./verify-nodes.ts";
import { structureOf } from "./verify-structure.ts";

/** Pages from which a thread of its own takes less time than waiting for the answer. */
const LARGE = 2000;

/** What needs no entry's content, so that it can be checked beside the pass over the leaves. */
export interface Beside {
  /** What is wrong with interior hashes, and the roots of the sizes asked for. */
  readonly nodes: { readonly found: Gathered; readonly roots: Roots } | { readonly failed: string };
  /** What SQLite finds wrong with the file. */
  readonly structure: readonly string[];
}

/** What the thread is given. */
export interface BesideTask {
  readonly file: string;
  /** Sizes whose roots are wanted. */
  readonly wanted: ReadonlySet<number>;
}

/**
 * Checks tree and file, on a large file in a thread of its own. That thread has a snapshot of its own, taken after this
 * one: what was appended in between is checked with it.
 */
export function beginBeside(db: Database, wanted: ReadonlySet<number>): () => Promise<Beside> {
  if (Number(db.pragma("page_count", { simple: true })) < LARGE) return async () => checkBeside(db, wanted);
  const beside = inThread({ file: db.name, wanted });
  return () => beside;
}

export function checkBeside(db: Database, wanted: ReadonlySet<number>): Beside {
  return { nodes: nodesOf(db, wanted), structure: structureOf(db) };
}

function nodesOf(db: Database, wanted: ReadonlySet<number>): Beside["nodes"] {
  const findings = new Findings();
  try {
    const roots = verifyNodes(db, wanted, findings);
    return { found: findings.gathered(), roots };
  } catch (error) {
    return { failed: explainSqlite(error, "reading the ledger").message };
  }
}

/** @throws {LedgerError} where the hashes could not be read. */
export function takeNodes({ nodes }: Beside, findings: Findings): Roots {
  if ("failed" in nodes) throw new LedgerError("corrupt", nodes.failed);
  findings.take(nodes.found);
  return nodes.roots;
}

/** Never rejects: what keeps the file from being read is wrong with it too. */
function inThread(task: BesideTask): Promise<Beside> {
  return new Promise((resolve) => {
    const fail = (message: string): void => resolve({ nodes: { failed: message }, structure: [] });
    const worker = new Worker(new URL("./verify-beside-worker.ts", import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.once("exit", (code) => fail(`the check of the file ended without an answer (code ${code})`));
  });
}
