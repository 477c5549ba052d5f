import { parentPort, workerData } from "node:worker_threads";
import type { VerifyOptions } from "../ledger/verify.ts";
import { verifyRecord } from "./verify.ts";

// The whole body of the thread that verifyBeside starts.
parentPort?.postMessage(await verifyRecord(workerData as VerifyOptions));
