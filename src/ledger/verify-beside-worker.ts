import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { checkBeside } from "./verify-beside.ts";
import type { BesideTask } from "./verify-beside.ts";

// The whole body of the thread that beginBeside starts.
const { file, wanted } = workerData as BesideTask;
const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5000 });
db.pragma("cache_size = -1000");
db.exec("BEGIN");
parentPort?.postMessage(checkBeside(db, wanted));
db.close();
