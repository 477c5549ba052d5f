import { Worker } from "node:worker_threads";
import type { Verification } from "../ledger/verify.ts";
import type { RecordOptions } from "./verify.ts";

/**
 * The same as verifyRecord, in a thread of its own: a large ledger takes seconds, and other people's pages do not
 * wait for it.
 *
 * @throws what verifyRecord throws.
 */
export function verifyBeside(options: RecordOptions): Promise<Verification> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./verify-worker.ts", import.meta.url), { workerData: options });
    worker.once("message", (verification: Verification) => resolve(verification));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The verification ended without an answer (code ${code})`)));
  });
}
