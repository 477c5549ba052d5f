import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { structureOf } from "./verify-structure.ts";

// The whole body of the thread that beginStructure starts.
const db = new Sqlite(String(workerData), { readonly: true, fileMustExist: true, timeout: 5000 });
db.pragma("cache_size = -1000");
parentPort?.postMessage(structureOf(db));
db.close();
