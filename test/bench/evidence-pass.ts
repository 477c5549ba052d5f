/** Run as a process of its own: measures the given file as the product does, on a thread beside. */
import { stat } from "node:fs/promises";
import { readEvidenceInWorker } from "../../src/evidence/in-worker.ts";

const [, , path = ""] = process.argv;
const { size } = await stat(path);
const files = [{ name: "results", path, bytes: size }];
const outcome = await readEvidenceInWorker(files, { timeZone: "UTC", withinMs: 300 });
if (outcome.kind !== "measured") throw new Error("The generated file could not be measured");
