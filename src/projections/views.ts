import type { Database } from "better-sqlite3";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day, Instant } from "../domain/words/text.ts";
import type { Ledger } from "../ledger/port.ts";
import type { CatchUp } from "./catch-up.ts";
import type { ErasedFile } from "./erasures.ts";
import { openGeneration } from "./generation.ts";
import type { Generation } from "./generation.ts";
import { queriesInUse } from "./models.ts";
import type { Queries } from "./models.ts";
import { interimVerdicts } from "./interim-verdicts.ts";
import type { InterimVerdicts } from "./interim-verdicts.ts";
import { peopleReader } from "./people.ts";
import type { People } from "./people.ts";
import { openRecords } from "./records.ts";
import { departmentsReader } from "./departments.ts";
import type { DepartmentsReader } from "./departments.ts";
import { policiesReader } from "./policies.ts";
import type { Policies } from "./policies.ts";
import { stateCache } from "./states.ts";
import { ViewsDamaged, createStore, openStore, saysDamage } from "./views-file.ts";

/**
 * The read models of one node. Lists come from views.sqlite; whatever decides (people, departments, policies, the state
 * of a technology, the position) comes from the ledger, so that an edited views.sqlite gives nobody a right.
 */
export interface Views extends Queries {
  /**
   * Applies what the ledger has and the views do not; every page calls it before it reads. While verdicts are made ready
   * for entries that came last, and their writers wait for their answers, whoever is only `reading` goes on with what
   * stood before them.
   */
  catchUp(options?: { readonly reading?: boolean }): Promise<void>;
  /** The position the views stand at, and the time of the newest entry, which no edited file can move. */
  position(): { readonly position: number; readonly time: Instant | null };
  /** Which file and content the lists come from: another number after every opening and emptying of views.sqlite. */
  readonly generation: number;
  /**
   * As long as it stays the same, so do people, departments, policies and all rows but those of what was simulated; what
   * passes with the days comes beside it. A kept piece of a page that shows lists is named by it.
   */
  edition(): string;
  readonly people: People;
  readonly policies: Policies;
  readonly departments: DepartmentsReader;
  /** One technology, folded; as of a ledger position for pages of the past. */
  technologyState(id: string, options?: { readonly asOf?: number }): Promise<Technology | null>;
  /** Writes anew what the passing of days has changed; answers how many technologies. */
  recheck(): Promise<number>;
  /** Notes that a sweep, begun on a day where the views stood at a position, left nothing undone. */
  swept(day: Day, position: number): Promise<void>;
  /** Empties the read models and applies the whole ledger again; answers the position they then stand at. */
  rebuild(): Promise<number>;
  /** Digests of files erased on a legal ground, among those asked for. */
  erasedFiles(among: (digest: string) => boolean): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface ViewsOptions {
  readonly dataDir: string;
  readonly ledger: Ledger;
  readonly timeZone: string;
  readonly now: () => Instant;
  readonly batchSize?: number;
  /** What the evidence says today; without, worked out when it is asked for. */
  readonly verdicts?: InterimVerdicts;
  /** What all technologies kept in memory may take together. */
  readonly stateBytes?: number;
  /** Hears of damage, which mends itself. */
  readonly onDamage?: (error: unknown) => void;
}

/**
 * Opens views.sqlite, or begins it anew where it is not this ledger's; nothing is applied before the first catchUp.
 * Where the file turns out to be damaged while it is read, it is made again from the ledger: whoever met the damage
 * gets ViewsDamaged, whoever catches up next waits until the new one is complete. A part of it is never shown.
 */
export async function openViews(options: ViewsOptions): Promise<Views> {
  const once = oneAtATime();
  const records = await openRecords(options.ledger);
  const [people, policies, departments] = [peopleReader(records), policiesReader(records), departmentsReader(records)];
  const states = stateCache(options.ledger, options.stateBytes);
  const verdicts = options.verdicts ?? interimVerdicts();
  const outliving = { people, policies, states };
  let generations = 0;
  const open = (db: Database): Generation => {
    generations += 1;
    return openGeneration(db, outliving, { ...options, verdicts }, condemn);
  };
  /** The edition that the last catching up left, while nobody has begun to write since. */
  let caughtUpAt: string | null = null;
  let preparing = false;
  let current: Generation | null = open(await openStore(options.dataDir, options.ledger));

  function opened(): Generation {
    if (current === null) throw new ViewsDamaged("The read models are being made again from the ledger.");
    return current;
  }

  /** Takes a damaged one out of use; it is closed once nothing is being applied to it. */
  function condemn(generation: Generation, error: unknown): ViewsDamaged {
    if (current === generation) {
      options.onDamage?.(error);
      current = null;
      void once(async () => generation.close());
      void once(ready).catch((again: unknown) => options.onDamage?.(again));
    }
    return new ViewsDamaged("The read models are damaged.", { cause: error });
  }

  async function ready(): Promise<Generation> {
    if (current !== null) return current;
    const { dataDir, ledger } = options;
    const next = open(createStore(dataDir, ledger.logId));
    try {
      await next.projector.run();
    } catch (error) {
      next.close();
      throw error;
    }
    return (current = next);
  }

  /** Damage met by the one who applies events is nobody else's to notice: the work is done on a new file. */
  async function applied<T>(work: (projector: CatchUp) => Promise<T>): Promise<T> {
    caughtUpAt = null;
    await records.follow();
    const generation = await ready();
    try {
      return await work(generation.projector);
    } catch (error) {
      if (!saysDamage(error)) throw error;
      options.onDamage?.(error);
      if (current === generation) current = null;
      generation.close();
      return work((await ready()).projector);
    }
  }

  /** Every request asks: whether the file is as the last catching up left it, and the ledger has nothing since. */
  async function isCaughtUp(): Promise<boolean> {
    try {
      return isAsLeft() && (await options.ledger.leafHash(records.position + 1)) === null;
    } catch {
      // What is wrong, catching up meets as well: that is where damage is mended.
      return false;
    }
  }

  const isAsLeft = (): boolean =>
    caughtUpAt !== null && current?.projector.mark.position === records.position && caughtUpAt === current.edition();

  async function catchUp({ reading = false } = {}): Promise<void> {
    if ((await isCaughtUp()) || (reading && preparing && isAsLeft())) return;
    await once(async () => {
      await prepared();
      await applied((projector) => projector.run());
      caughtUpAt = current?.edition() ?? null;
    });
  }

  async function prepared(): Promise<void> {
    preparing = true;
    try {
      await current?.projector.prepare();
    } catch {
      // What is wrong, applying meets as well.
    } finally {
      preparing = false;
    }
  }

  const isErased = async ({ technology, digest }: ErasedFile): Promise<boolean> =>
    (await states.newest(technology, records.position))?.erased.includes(digest) ?? false;

  const standing: Omit<Views, keyof Queries> = {
    catchUp,
    position: () => ({ position: opened().projector.mark.position, time: records.time }),
    get generation() {
      return generations;
    },
    edition: () => `${generations}.${opened().edition()}.${records.changes}`,
    people,
    policies,
    departments,
    technologyState: async (id, { asOf } = {}) => {
      const state = await states.newest(id, records.position);
      return asOf === undefined || state === null || state.position <= asOf ? state : states.at(id, asOf);
    },
    recheck: () => once(() => applied((projector) => projector.recheck())),
    swept: (day, position) => once(() => applied(async (projector) => projector.swept(day, position))),
    rebuild: () =>
      once(() =>
        applied(async (projector) => {
          generations += 1;
          await projector.rebuild();
          return projector.mark.position;
        }),
      ),
    erasedFiles: async (among) => {
      // The ledger is asked of those alone: each costs the folding of a technology.
      const files = opened()
        .queries.erasures.all()
        .filter(({ digest }) => among(digest));
      const digests = await Promise.all(files.map(async (file) => ((await isErased(file)) ? [file.digest] : [])));
      return digests.flat();
    },
    close: async () => {
      await once(() => Promise.resolve());
      current?.close();
    },
  };
  // Getters among them: assigned, they would be read once.
  return Object.defineProperties(
    queriesInUse(() => opened().queries),
    Object.getOwnPropertyDescriptors(standing),
  ) as Views;
}

/** Two runs at once would read for the same mark; a queue lets each begin where the one before ended. */
function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
}
