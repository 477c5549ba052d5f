import type { Database } from "better-sqlite3";
import type { Ledger } from "../ledger/port.ts";
import type { CatchUp } from "./catch-up.ts";
import type { Generation } from "./generation.ts";
import { ViewsDamaged, createStore, openStore, saysDamage } from "./views-file.ts";

/** The views.sqlite in use, one after the other: a damaged one is taken out of use and made again from the ledger. */
export interface Generations {
  /** The one in use. @throws {ViewsDamaged} while the next is made */
  readonly opened: () => Generation;
  /** The same, or null while the next is made. */
  readonly current: Generation | null;
  /** How often a file was opened or emptied. */
  readonly count: number;
  /**
   * Applies to the one in use. Damage met by the one who applies events is nobody else's to notice: the work is done on
   * a new file.
   */
  apply<T>(work: (projector: CatchUp) => Promise<T>): Promise<T>;
  /** It was emptied: what was kept of it is of another one. */
  emptied(): void;
}

type Condemn = (generation: Generation, error: unknown) => Error;

interface Options {
  readonly dataDir: string;
  readonly ledger: Ledger;
  readonly open: (db: Database, condemn: Condemn) => Generation;
  /** Whoever closes or makes a file takes turns with whoever applies to it. */
  readonly inTurn: <T>(run: () => Promise<T>) => Promise<T>;
  readonly onDamage?: (error: unknown) => void;
}

export async function openGenerations({ dataDir, ledger, open, inTurn, onDamage }: Options): Promise<Generations> {
  let count = 0;
  let current: Generation | null = begun(await openStore(dataDir, ledger));

  function begun(db: Database): Generation {
    count += 1;
    return open(db, condemn);
  }

  /** Takes a damaged one out of use; it is closed once nothing is being applied to it. */
  function condemn(generation: Generation, error: unknown): ViewsDamaged {
    if (current === generation) {
      onDamage?.(error);
      current = null;
      void inTurn(async () => generation.close());
      void inTurn(ready).catch((again: unknown) => onDamage?.(again));
    }
    return new ViewsDamaged("The read models are damaged.", { cause: error });
  }

  async function ready(): Promise<Generation> {
    if (current !== null) return current;
    const next = begun(createStore(dataDir, ledger.logId));
    try {
      await next.projector.run();
    } catch (error) {
      next.close();
      throw error;
    }
    return (current = next);
  }

  async function apply<T>(work: (projector: CatchUp) => Promise<T>): Promise<T> {
    const generation = await ready();
    try {
      return await work(generation.projector);
    } catch (error) {
      if (!saysDamage(error)) throw error;
      onDamage?.(error);
      if (current === generation) current = null;
      generation.close();
      return work((await ready()).projector);
    }
  }

  return {
    opened: () => {
      if (current === null) throw new ViewsDamaged("The read models are being made again from the ledger.");
      return current;
    },
    get current() {
      return current;
    },
    get count() {
      return count;
    },
    apply,
    emptied: () => void (count += 1),
  };
}
