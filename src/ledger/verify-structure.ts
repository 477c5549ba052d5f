import { Worker } from "node:worker_threads";
import type { Database } from "better-sqlite3";

/** Pages from which a thread of its own takes less time than waiting for the answer. */
const LARGE = 2000;

/**
 * What SQLite finds wrong with the file: indexes serve reads that no leaf check sees, so it compares each with its table.
 * On a large file it does so in a thread of its own, beside the pass over the leaves.
 */
export function beginStructure(db: Database): () => Promise<readonly string[]> {
  if (Number(db.pragma("page_count", { simple: true })) < LARGE) return async () => structureOf(db);
  const faults = structureBeside(db.name);
  return () => faults;
}

export const structureOf = (db: Database): readonly string[] =>
  db
    .prepare<[], string>("PRAGMA integrity_check(20)")
    .pluck()
    .all()
    .filter((answer) => answer !== "ok");

/** Never rejects: what keeps the file from being read is wrong with it too. */
function structureBeside(file: string): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./verify-structure-worker.ts", import.meta.url), { workerData: file });
    worker.once("message", resolve);
    worker.once("error", (error) => resolve([error instanceof Error ? error.message : String(error)]));
    worker.once("exit", (code) => resolve([`the check of the file ended without an answer (code ${code})`]));
  });
}
