/**
 * Run as a process of its own: how much its memory grows, at its highest, while the given file is measured on a
 * worker thread. Prints bytes.
 */
import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { readEvidenceInWorker } from "../../src/evidence/in-worker.ts";

const [, , path = ""] = process.argv;
const { size } = await stat(path);
await setTimeout(200);
const idle = process.memoryUsage.rss();
let highest = idle;
const sampling = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5);
const outcome = await readEvidenceInWorker([{ name: "results", path, bytes: size }], {
  timeZone: "UTC",
  withinMs: 300,
});
clearInterval(sampling);
if (outcome.kind !== "measured") throw new Error("The generated file could not be measured");
console.log(highest - idle);
