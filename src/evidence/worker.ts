import { parentPort } from "node:worker_threads";
import type { EvidenceFile, ReadOptions, ReadOutcome } from "./format.ts";
import { readEvidence, type Progress } from "./read.ts";

export interface Request {
  readonly files: readonly EvidenceFile[];
  readonly options: ReadOptions;
}

export type Reply =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "outcome"; readonly outcome: ReadOutcome }
  | { readonly kind: "failed"; readonly error: unknown };

/** The other side of in-worker.ts: one piece after the other. */
parentPort?.on("message", (request: Request) => void answer(request));

async function answer({ files, options }: Request): Promise<void> {
  try {
    const outcome = await readEvidence(files, options, (progress) => reply({ kind: "progress", progress }));
    reply({ kind: "outcome", outcome });
  } catch (error) {
    reply({ kind: "failed", error });
  }
}

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}
