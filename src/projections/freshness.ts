import type { Ledger } from "../ledger/port.ts";
import type { CatchUp } from "./catch-up.ts";
import type { Generations } from "./generations.ts";
import type { Records } from "./records.ts";

/** Brings records and read models up to the ledger, and knows when there is nothing to do: every page asks. */
export interface Freshness {
  readonly catchUp: (options?: { readonly reading?: boolean }) => Promise<void>;
  /** Runs what writes to the read models, after the records have followed the ledger. */
  write<T>(work: (projector: CatchUp) => Promise<T>): Promise<T>;
}

interface Parts {
  readonly ledger: Ledger;
  readonly records: Records;
  readonly generations: Generations;
  readonly inTurn: <T>(run: () => Promise<T>) => Promise<T>;
}

export function freshnessOf({ ledger, records, generations, inTurn }: Parts): Freshness {
  /** The edition that the last catching up left, while nobody has begun to write since. */
  let caughtUpAt: string | null = null;
  let preparing = false;

  /** Whether the file is as the last catching up left it, and the ledger has nothing since. */
  async function isCaughtUp(): Promise<boolean> {
    try {
      return isAsLeft() && (await ledger.leafHash(records.position + 1)) === null;
    } catch {
      // What is wrong, catching up meets as well: that is where damage is mended.
      return false;
    }
  }

  function isAsLeft(): boolean {
    const { current } = generations;
    return (
      caughtUpAt !== null && current?.projector.mark.position === records.position && caughtUpAt === current.edition()
    );
  }

  async function applied<T>(work: (projector: CatchUp) => Promise<T>): Promise<T> {
    caughtUpAt = null;
    await records.follow();
    return generations.apply(work);
  }

  async function prepared(): Promise<void> {
    preparing = true;
    try {
      await generations.current?.projector.prepare();
    } catch {
      // What is wrong, applying meets as well.
    } finally {
      preparing = false;
    }
  }

  return {
    write: (work) => inTurn(() => applied(work)),
    catchUp: async ({ reading = false } = {}) => {
      if ((await isCaughtUp()) || (reading && preparing && isAsLeft())) return;
      await inTurn(async () => {
        await prepared();
        await applied((projector) => projector.run());
        caughtUpAt = generations.current?.edition() ?? null;
      });
    },
  };
}
