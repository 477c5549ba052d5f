import { parentPort } from "node:worker_threads";
import type { EvidenceFile, ReadOptions } from "./format.ts";
import { previewEvidence } from "./preview.ts";
import { readEvidence, type Progress } from "./read.ts";
import { rejectedRows } from "./rejected-list.ts";

export interface Request {
  readonly job: Job;
  readonly files: readonly EvidenceFile[];
  readonly options: Omit<ReadOptions, "onRow">;
}

/** What is done with the files of a piece: each with its answer. */
const jobs = {
  measure: readEvidence,
  preview: previewEvidence,
  rejected: rejectedRows,
} as const;

export type Job = keyof typeof jobs;
export type Answer<J extends Job> = Awaited<ReturnType<(typeof jobs)[J]>>;

export type Reply =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "outcome"; readonly outcome: Answer<Job> }
  | { readonly kind: "failed"; readonly error: unknown };

/** The other side of in-worker.ts: one piece after the other. */
parentPort?.on("message", (request: Request) => void answer(request));

async function answer({ job, files, options }: Request): Promise<void> {
  try {
    const outcome = await jobs[job](files, options, (progress) => reply({ kind: "progress", progress }));
    reply({ kind: "outcome", outcome });
  } catch (error) {
    reply({ kind: "failed", error });
  }
}

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}
