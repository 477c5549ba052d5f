import { Worker } from "node:worker_threads";
import type { WorkerOptions } from "node:worker_threads";

/** A thread of one kind that is taken for a task and waits a while for the next one. */
export interface IdleThread {
  /** The one that waits, or a new one. */
  readonly take: () => Worker;
  /** It has answered and may wait; where another waits already, it ends. */
  readonly keep: (worker: Worker) => void;
}

/** @param idleMs how long it waits: started and compiled anew, the next task would take longer. */
export function idleThread(file: URL, idleMs: number, options: WorkerOptions = {}): IdleThread {
  let idle: { readonly worker: Worker; readonly end: NodeJS.Timeout } | undefined;

  function started(): Worker {
    const worker = new Worker(file, options);
    // Who waits for an answer hears of an error too; a thread that nobody waits for must not end the process by one.
    worker.on("error", () => undefined);
    worker.on("exit", () => {
      if (idle?.worker === worker) idle = undefined;
    });
    return worker;
  }

  return {
    take() {
      if (idle === undefined) return started();
      const { worker, end } = idle;
      idle = undefined;
      clearTimeout(end);
      worker.ref();
      return worker;
    },

    /** A waiting thread keeps no process alive. */
    keep(worker) {
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
    },
  };
}
