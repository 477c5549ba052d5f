import { Worker } from "node:worker_threads";
import type { EvidenceFile, ReadOptions, ReadOutcome } from "./format.ts";
import type { Progress } from "./read.ts";

export type PathFile = Extract<EvidenceFile, { readonly path: string }>;

type Message =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "outcome"; readonly outcome: ReadOutcome };

/**
 * readEvidence on a thread of its own, so that a big file never holds the event loop up. Files are given by path.
 *
 * @throws what readEvidence throws; AbortError where the signal ended it
 */
export function readEvidenceInWorker(
  files: readonly PathFile[],
  options: ReadOptions,
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ReadOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: { files, options } });
    const abort = (): void => {
      void worker.terminate();
      reject(new DOMException("The measurement was ended", "AbortError"));
    };
    if (signal?.aborted === true) {
      abort();
      return;
    }
    signal?.addEventListener("abort", abort, { once: true });
    worker.on("message", (message: Message) => {
      if (message.kind === "progress") onProgress(message.progress);
      else resolve(message.outcome);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      signal?.removeEventListener("abort", abort);
      // After the outcome this changes nothing: a promise settles once.
      reject(new Error(`The reader's thread ended with ${code} before it had measured`));
    });
  });
}
