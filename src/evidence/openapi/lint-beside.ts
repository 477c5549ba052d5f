import type { Worker } from "node:worker_threads";
import { idleThread } from "../idle-thread.ts";
import { NoDescription } from "./fault.ts";
import type { Linted } from "./lint.ts";
import type { LintReply, LintRequest } from "./lint-worker.ts";

/** The largest honest description takes two seconds and eighty megabytes on a busy machine. */
const longestMs = 20_000;
const mostMegabytes = 256;
/** One thread waits for the next description: it takes half a second to start. */
const threads = idleThread(new URL("./lint-worker.ts", import.meta.url), 30_000, {
  resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
});

/**
 * `lint` on a thread of its own with a limit of time and memory: whoever writes a description can make it as hard to check
 * as they like, and then this thread ends and nothing else does.
 *
 * @param longest milliseconds after which it is ended
 */
export async function lintBeside(request: LintRequest, longest = longestMs): Promise<Linted | NoDescription> {
  const worker = threads.take();
  const reply = await answered(worker, request, longest);
  if (reply === null) {
    void worker.terminate();
    return new NoDescription("too-heavy");
  }
  threads.keep(worker);
  return "linted" in reply ? reply.linted : new NoDescription(reply.fault);
}

/** Null: it took too long, or the thread ended over it. */
async function answered(worker: Worker, request: LintRequest, longest: number): Promise<LintReply | null> {
  const { promise, resolve } = Promise.withResolvers<LintReply | null>();
  const timer = setTimeout(() => resolve(null), longest);
  const gone = (): void => resolve(null);
  worker.on("message", resolve).on("exit", gone);
  worker.postMessage(request);
  const reply = await promise;
  clearTimeout(timer);
  worker.off("message", resolve).off("exit", gone);
  return reply;
}
