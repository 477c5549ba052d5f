import type { Worker } from "node:worker_threads";
import type { EvidenceFile, ReadOptions, ReadOutcome } from "./format.ts";
import { idleThread } from "./idle-thread.ts";
import type { Progress } from "./read.ts";
import type { Preview } from "./preview.ts";
import type { RejectedList } from "./rejected-list.ts";
import type { Answer, Job, Reply, Request } from "./worker.ts";

export type PathFile = Extract<EvidenceFile, { readonly path: string }>;

/** One thread waits this long for the next piece: started and compiled anew, it would take twice as long. */
const threads = idleThread(new URL("./worker.ts", import.meta.url), 30_000);

/**
 * readEvidence on a thread of its own, so that a big file never holds the event loop up. Files are given by path;
 * several calls at a time have a thread each.
 *
 * @throws what readEvidence throws; AbortError where the signal ended it
 */
export const readEvidenceInWorker = (
  files: readonly PathFile[],
  options: ReadOptions,
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ReadOutcome> => beside({ job: "measure", files, options }, onProgress, signal);

/** previewEvidence, on such a thread. */
export const previewInWorker = (files: readonly PathFile[], options: ReadOptions): Promise<Preview> =>
  beside({ job: "preview", files, options });

/** rejectedRows, on such a thread. */
export const rejectedRowsInWorker = (files: readonly PathFile[], options: ReadOptions): Promise<RejectedList> =>
  beside({ job: "rejected", files, options });

async function beside<J extends Job>(
  request: Request & { readonly job: J },
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Answer<J>> {
  signal?.throwIfAborted();
  const worker = threads.take();
  try {
    // Which job was asked for, its thread knows: it answers nothing else.
    const outcome = (await answered(worker, request, onProgress, signal)) as Answer<J>;
    threads.keep(worker);
    return outcome;
  } catch (error) {
    void worker.terminate();
    throw error;
  }
}

function answered(
  worker: Worker,
  request: Request,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal | undefined,
): Promise<Answer<Job>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer<Job>>();
  const abort = (): void =>
    reject(signal?.reason instanceof Error ? signal.reason : new Error("The reading was ended"));
  const fail = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
  const exit = (code: number): void =>
    reject(new Error(`The reader's thread ended with ${code} before it had measured`));
  const hear = (reply: Reply): void => {
    if (reply.kind === "progress") onProgress(reply.progress);
    else if (reply.kind === "outcome") resolve(reply.outcome);
    else fail(reply.error);
  };
  signal?.addEventListener("abort", abort, { once: true });
  worker.on("message", hear).on("error", fail).on("exit", exit);
  worker.postMessage(request);
  return promise.finally(() => {
    signal?.removeEventListener("abort", abort);
    worker.off("message", hear).off("error", fail).off("exit", exit);
  });
}
