import { parentPort, workerData } from "node:worker_threads";
import { verifyLedger } from "./verify.ts";
import type { VerifyOptions } from "./verify.ts";

// The whole body of the thread that verifyBeside starts.
parentPort?.postMessage(await verifyLedger(workerData as VerifyOptions));
