import { parentPort, workerData } from "node:worker_threads";
import { verifyRecord } from "./verify.ts";
import type { RecordOptions } from "./verify.ts";

// The whole body of the thread that verifyBeside starts.
parentPort?.postMessage(await verifyRecord(workerData as RecordOptions));
