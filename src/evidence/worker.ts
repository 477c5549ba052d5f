import { parentPort, workerData } from "node:worker_threads";
import type { EvidenceFile, ReadOptions } from "./format.ts";
import { readEvidence } from "./read.ts";

/** The other side of in-worker.ts. */
const { files, options } = workerData as { files: EvidenceFile[]; options: ReadOptions };

const outcome = await readEvidence(files, options, (progress) =>
  parentPort?.postMessage({ kind: "progress", progress }),
);
parentPort?.postMessage({ kind: "outcome", outcome });
