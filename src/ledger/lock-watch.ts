import { codeOf } from "./errors.ts";
import type { LockWaits } from "./port.ts";

export interface LockWatch {
  /** Runs a transaction; `begun` is called in it first, once the lock is had. */
  during<T>(transaction: (begun: () => void) => T): T;
  soFar(): LockWaits;
}

/** Counts what commits wait for: SQLite sleeps on its own while another process holds the file, and tells nobody. */
export function lockWatch(now: () => number = () => performance.now()): LockWatch {
  let waits: LockWaits = { commits: 0, seconds: 0, longest: 0, refused: 0 };
  return {
    soFar: () => waits,
    during(transaction) {
      const asked = now();
      try {
        return transaction(() => {
          const waited = (now() - asked) / 1000;
          const { commits, seconds, longest } = waits;
          waits = {
            ...waits,
            commits: commits + 1,
            seconds: seconds + waited,
            longest: Math.max(longest, waited),
          };
        });
      } catch (error) {
        if (codeOf(error).startsWith("SQLITE_BUSY")) waits = { ...waits, refused: waits.refused + 1 };
        throw error;
      }
    },
  };
}
