import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { steps } from "./jobs.ts";
import type { Job, Progress } from "./jobs.ts";

export type Reply = { readonly progress: Progress; readonly last: boolean } | { readonly error: unknown };

/** Said this often at most, milliseconds. */
const every = 500;

// A thread has a priority of its own on Linux alone; elsewhere this would slow the whole server.
if (process.platform === "linux") {
  try {
    setPriority(0, 15);
  } catch {
    // Where it may not be lowered, simulations share like everybody.
  }
}

/** The other side of simulations.ts: one job after the other, saying how far it is. */
parentPort?.on("message", (job: Job) => {
  try {
    let reportedAt = Date.now();
    let newest: Progress | null = null;
    for (const progress of steps(job)) {
      newest = progress;
      if (Date.now() - reportedAt < every) continue;
      reportedAt = Date.now();
      reply({ progress, last: false });
    }
    if (newest === null) throw new RangeError("A simulation of nothing");
    reply({ progress: newest, last: true });
  } catch (error) {
    reply({ error });
  }
});

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}
