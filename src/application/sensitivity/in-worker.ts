import { Worker } from "node:worker_threads";
import type { Answers, Asked, Jobs, Reply } from "./jobs.ts";

/** A thread without work waits this long for the next, then ends. */
const idleMs = 30_000;

interface Waiting {
  readonly resolve: (answer: Answers[keyof Jobs]) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  end?: NodeJS.Timeout;
}

let thread: Thread | undefined;
let asked = 0;

/**
 * A computation of hundreds of milliseconds on a thread of its own, so that nobody else's page waits for it. There is one
 * thread, and it does one job after the other.
 *
 * @throws what the computation throws
 */
export async function inWorker<K extends keyof Jobs>(job: Jobs[K]): Promise<Answers[K]> {
  const used = (thread ??= started());
  clearTimeout(used.end);
  used.worker.ref();
  const { promise, resolve, reject } = Promise.withResolvers<Answers[keyof Jobs]>();
  const id = (asked += 1);
  used.waiting.set(id, { resolve, reject });
  used.worker.postMessage({ id, job } satisfies Asked);
  try {
    // The kind of the job is the kind of its answer; the thread's channel cannot say so.
    return (await promise) as Answers[K];
  } finally {
    used.waiting.delete(id);
    if (used.waiting.size === 0) rest(used);
  }
}

function started(): Thread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  const made: Thread = { worker, waiting: new Map() };
  const gone = (error: unknown): void => {
    if (thread === made) thread = undefined;
    for (const { reject } of made.waiting.values()) reject(error);
  };
  worker.on("message", (reply: Reply) => {
    const waiting = made.waiting.get(reply.id);
    if ("error" in reply) waiting?.reject(reply.error);
    else waiting?.resolve(reply.answer);
  });
  worker.on("error", gone);
  worker.on("exit", (code) => gone(new Error(`The thread for sensitivities ended with ${code}`)));
  return made;
}

/** A waiting thread keeps no process alive. */
function rest(idle: Thread): void {
  idle.worker.unref();
  idle.end = setTimeout(() => {
    if (thread === idle) thread = undefined;
    void idle.worker.terminate();
  }, idleMs).unref();
}
