/** What a server does by itself; whatever else runs in the background is named here. */
export const upkeepTasks = ["sweep", "mails", "webhooks", "shipping"] as const;

type UpkeepTask = (typeof upkeepTasks)[number];

interface LastRuns {
  /** Seconds since 1970; null: not yet since the start. */
  readonly succeeded: number | null;
  readonly failed: number | null;
  readonly runs: number;
  readonly failures: number;
}

/** How the tasks of this process ended, since it started: for monitoring alone, nothing is decided by it. */
export interface Upkeep {
  note(task: UpkeepTask, went: "well" | "wrong"): void;
  of(task: UpkeepTask): LastRuns;
}

const none: LastRuns = { succeeded: null, failed: null, runs: 0, failures: 0 };

/** @param now ms since 1970 */
export function openUpkeep(now: () => number): Upkeep {
  const runs = new Map<UpkeepTask, LastRuns>();
  const of = (task: UpkeepTask): LastRuns => runs.get(task) ?? none;
  return {
    of,
    note(task, went) {
      const before = of(task);
      const at = now() / 1000;
      runs.set(task, {
        ...before,
        runs: before.runs + 1,
        ...(went === "well" ? { succeeded: at } : { failed: at, failures: before.failures + 1 }),
      });
    },
  };
}
