import { Worker } from "node:worker_threads";
import type { Answer, Answers, Job, Jobs, Reply } from "./jobs.ts";

/** Two, so that somebody's long computation does not hold the next one's short one up; trials have one of them at most. */
const mostThreads = 2;
/** A thread without work waits this long for the next, then ends. */
const idleMs = 30_000;
/** What a page may wait for at most; a job that takes longer is ended. */
const longestMs = 20_000;

interface Waiting {
  readonly job: Job;
  readonly longest: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Null: idle. */
  asked: Waiting | null;
  timer?: NodeJS.Timeout;
}

/** The computation was ended, since it took longer than anybody waits. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

const threads = new Set<Thread>();
const queue: Waiting[] = [];

/**
 * A computation of more than 20 ms beside everybody's pages: on one of a few threads, which start when they are needed and
 * end when nobody asks. Each does one job after the other; who asked first is served first, trials of a method among
 * themselves.
 *
 * @param longest milliseconds of work after which it is ended
 * @throws what the computation throws, an error of a class of ours as a plain one; TookTooLong
 */
export function inWorker<K extends keyof Jobs>(job: Jobs[K], longest = longestMs): Promise<Answers[K]> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  queue.push({ job, longest, resolve, reject });
  serve();
  // The kind of the job is the kind of its answer; the threads' channel cannot say so.
  return promise as Promise<Answers[K]>;
}

/** What the threads do now: for monitoring. */
export function threadsNow(): { readonly threads: number; readonly busy: number; readonly waiting: number } {
  const all = [...threads];
  return { threads: all.length, busy: all.filter(({ asked }) => asked !== null).length, waiting: queue.length };
}

/** Gives what waits longest, of what may begin now, to a thread that is idle, or to a new one. */
function serve(): void {
  const idle = [...threads].find(({ asked }) => asked === null);
  if (idle === undefined && threads.size >= mostThreads) return;
  const trying = [...threads].some(({ asked }) => asked !== null && isTrial(asked));
  const at = queue.findIndex((asked) => !trying || !isTrial(asked));
  const [asked] = at < 0 ? [] : queue.splice(at, 1);
  if (asked !== undefined) give(idle ?? started(), asked);
}

/** Anybody may try a method, for as long as it may take: a gate and its vote wait behind none of it. */
const isTrial = ({ job }: Waiting): boolean => job.kind === "method";

function give(thread: Thread, asked: Waiting): void {
  clearTimeout(thread.timer);
  thread.asked = asked;
  thread.worker.ref();
  thread.timer = setTimeout(() => {
    settle(thread, { error: new TookTooLong(`A computation (${asked.job.kind}) took more than ${asked.longest} ms`) });
    end(thread);
    serve();
  }, asked.longest);
  try {
    thread.worker.postMessage(asked.job);
  } catch (error) {
    // What no thread can be given; this one is none the worse.
    settle(thread, { error });
    rest(thread);
    serve();
  }
}

function started(): Thread {
  const thread: Thread = { worker: new Worker(new URL("./worker.ts", import.meta.url)), asked: null };
  threads.add(thread);
  const gone = (error: unknown): void => {
    if (!threads.delete(thread)) return;
    settle(thread, { error });
    serve();
  };
  thread.worker.on("message", (reply: Reply) => {
    settle(thread, reply);
    serve();
    if (thread.asked === null) rest(thread);
  });
  thread.worker.on("error", gone);
  thread.worker.on("exit", (code) => gone(new Error(`A thread for computations ended with ${code}`)));
  return thread;
}

function settle(thread: Thread, reply: Reply): void {
  clearTimeout(thread.timer);
  const { asked } = thread;
  thread.asked = null;
  if ("error" in reply) asked?.reject(reply.error);
  else asked?.resolve(reply.answer);
}

/** A waiting thread keeps no process alive. */
function rest(thread: Thread): void {
  thread.worker.unref();
  thread.timer = setTimeout(() => end(thread), idleMs).unref();
}

function end(thread: Thread): void {
  clearTimeout(thread.timer);
  threads.delete(thread);
  void thread.worker.terminate();
}
