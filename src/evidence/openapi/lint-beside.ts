import { Worker } from "node:worker_threads";
import { NoDescription } from "./fault.ts";
import type { Linted } from "./lint.ts";
import type { LintReply, LintRequest } from "./lint-worker.ts";

/** The largest honest description takes two seconds and eighty megabytes on a busy machine. */
const longestMs = 20_000;
const mostMegabytes = 256;
/** One thread waits this long for the next description: it takes half a second to start. */
const idleMs = 30_000;

let idle: { readonly worker: Worker; readonly end: NodeJS.Timeout } | undefined;

/**
 * `lint` on a thread of its own with a limit of time and memory: whoever writes a description can make it as hard to check
 * as they like, and then this thread ends and nothing else does.
 *
 * @param longest milliseconds after which it is ended
 */
export async function lintBeside(request: LintRequest, longest = longestMs): Promise<Linted | NoDescription> {
  const worker = take();
  const reply = await answered(worker, request, longest);
  if (reply === null) {
    void worker.terminate();
    return new NoDescription("too-heavy");
  }
  rest(worker);
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

function take(): Worker {
  if (idle === undefined) return started();
  const { worker, end } = idle;
  idle = undefined;
  clearTimeout(end);
  worker.ref();
  return worker;
}

function started(): Worker {
  const worker = new Worker(new URL("./lint-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  // Its end tells whoever waits; a thread out of memory must not end the process.
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    if (idle?.worker === worker) idle = undefined;
  });
  return worker;
}

/** A waiting thread keeps no process alive. */
function rest(worker: Worker): void {
  if (idle !== undefined) {
    void worker.terminate();
    return;
  }
  worker.unref();
  const end = setTimeout(() => {
    idle = undefined;
    void worker.terminate();
  }, idleMs).unref();
  idle = { worker, end };
}
