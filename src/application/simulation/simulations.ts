import { Worker } from "node:worker_threads";
import type { Answer, Job, Progress } from "./jobs.ts";
import type { Reply } from "./worker.ts";

/** Where a simulation stands; only what was finished lately is remembered. */
export type Standing =
  | { readonly kind: "none" }
  /** So many come before it. */
  | { readonly kind: "waiting"; readonly before: number }
  | { readonly kind: "running"; readonly progress: Progress | null }
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "failed" };

export interface Simulations {
  standing(key: string): Standing;
  /**
   * Asks for a simulation; the same key is the same simulation, whoever asks. False: too many wait already, of all or of one
   * person's.
   *
   * @param by who asks; in the background nobody
   * @param done hears of the answer; what fails is only logged
   */
  ask(
    key: string,
    job: Job,
    options?: { readonly by?: string; readonly background?: boolean; readonly done?: (answer: Answer) => void },
  ): boolean;
  /** Ends the thread, whatever it does: nothing of it is on record. */
  close(): Promise<void>;
}

interface Waiting {
  readonly key: string;
  readonly job: Job;
  readonly by: string | undefined;
  readonly background: boolean;
  readonly done: (answer: Answer) => void;
}

const mostWaiting = 12;
/** Two questions, each with its curve: nobody fills the queue alone. */
const mostOfOne = 4;
const mostKept = 100;
/** A thread without work waits this long for the next, then ends. */
const idleMs = 30_000;

/** One simulation at a time, on a thread of its own and of low priority; what people ask for goes before the background. */
export function openSimulations(
  onProblem: (error: unknown) => void,
  start: () => Worker = () => new Worker(new URL("./worker.ts", import.meta.url)),
): Simulations {
  const finished = new Map<string, Answer | null>();
  const queue: Waiting[] = [];
  let running: (Waiting & { progress: Progress | null }) | null = null;
  let thread: Worker | null = null;
  let end: NodeJS.Timeout | undefined;
  let closed = false;

  function keep(key: string, answer: Answer | null): void {
    finished.delete(key);
    finished.set(key, answer);
    const oldest = finished.size > mostKept ? finished.keys().next().value : undefined;
    if (oldest !== undefined) finished.delete(oldest);
  }

  function next(): void {
    if (running !== null || closed) return;
    const at = queue.findIndex(({ background }) => !background);
    const [first] = queue.splice(Math.max(0, at), 1);
    if (first === undefined) {
      rest();
      return;
    }
    running = { ...first, progress: null };
    clearTimeout(end);
    thread ??= started();
    thread.ref();
    thread.postMessage(first.job);
  }

  function started(): Worker {
    const made = start();
    made.on("message", (reply: Reply) => {
      if (running === null) return;
      if ("error" in reply) settle(null, reply.error);
      else if (reply.last) settle(reply.progress.answer, null);
      else running.progress = reply.progress;
    });
    const gone = (error: unknown): void => {
      if (thread === made) thread = null;
      if (!closed && running !== null) settle(null, error);
    };
    made.on("error", gone);
    made.on("exit", (code) => gone(new Error(`The thread for simulations ended with ${code}`)));
    return made;
  }

  function settle(answer: Answer | null, error: unknown): void {
    const was = running;
    running = null;
    if (was !== null) {
      keep(was.key, answer);
      try {
        if (answer === null) onProblem(error);
        else was.done(answer);
      } catch (problem) {
        onProblem(problem);
      }
    }
    next();
  }

  /** A waiting thread keeps no process alive. */
  function rest(): void {
    thread?.unref();
    end = setTimeout(() => {
      const idle = thread;
      thread = null;
      void idle?.terminate();
    }, idleMs).unref();
  }

  return {
    standing(key) {
      if (running?.key === key) return { kind: "running", progress: running.progress };
      const at = queue.findIndex((waiting) => waiting.key === key);
      if (at >= 0) {
        const before = queue.slice(0, at).filter(({ background }) => !background || queue[at]?.background).length;
        return { kind: "waiting", before: before + (running === null ? 0 : 1) };
      }
      const answer = finished.get(key);
      if (answer === undefined) return { kind: "none" };
      return answer === null ? { kind: "failed" } : { kind: "done", answer };
    },
    ask(key, job, { by, background = false, done = () => undefined } = {}) {
      const known = finished.get(key) ?? null;
      if (closed) return false;
      if (known !== null || running?.key === key || queue.some((waiting) => waiting.key === key)) return true;
      if (!background && queue.filter((waiting) => !waiting.background).length >= mostWaiting) return false;
      if (by !== undefined && queue.filter((waiting) => waiting.by === by).length >= mostOfOne) return false;
      finished.delete(key);
      queue.push({ key, job, by, background, done });
      next();
      return true;
    },
    async close() {
      closed = true;
      queue.length = 0;
      clearTimeout(end);
      await thread?.terminate();
    },
  };
}
