import { Worker } from "node:worker_threads";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import type { SheetReply, SheetRequest } from "./thread.ts";

/** A hostile workbook of a hundred kilobytes would otherwise take the server with it. */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 };
const longestMs = 15_000;

/** The text of a sheet as CSV, read on a thread of its own within limits of time and memory; or why there is none. */
export function sheetAsCsv(request: SheetRequest): Promise<string | Unreadable> {
  const { promise, resolve } = Promise.withResolvers<string | Unreadable>();
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: request, resourceLimits });
  const parts: string[] = [];
  const end = (outcome: string | Unreadable): void => resolve(isUnreadable(outcome) ? outcome : parts.join(""));
  const late = setTimeout(() => end(new Unreadable("sheet-slow")), longestMs);
  worker.on("message", (reply: SheetReply) => {
    if (reply.is === "rows") parts.push(reply.csv);
    else end(reply.fault === null ? "" : new Unreadable(reply.fault.key, { most: reply.fault.most }));
  });
  worker.on("error", () => end(new Unreadable("sheet-heavy")));
  worker.on("exit", () => end(new Unreadable("workbook-broken")));
  return promise.finally(() => {
    clearTimeout(late);
    void worker.terminate();
  });
}
