import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day, Instant } from "../domain/words/text.ts";
import { oneAtATime } from "../ledger/one-at-a-time.ts";
import type { Ledger } from "../ledger/port.ts";
import type { ErasedFile } from "./erasures.ts";
import { openGeneration } from "./generation.ts";
import { freshnessOf } from "./freshness.ts";
import { openGenerations } from "./generations.ts";
import { queriesInUse } from "./models.ts";
import type { Queries } from "./models.ts";
import { interimVerdicts } from "./interim-verdicts.ts";
import type { InterimVerdicts } from "./interim-verdicts.ts";
import { peopleReader } from "./people.ts";
import type { People } from "./people.ts";
import { openRecords } from "./records.ts";
import { committeeReader } from "./committee.ts";
import type { CommitteeReader } from "./committee.ts";
import { departmentsReader } from "./departments.ts";
import type { DepartmentsReader } from "./departments.ts";
import { outsideReader } from "./outside.ts";
import type { OutsideReader } from "./outside.ts";
import { standardsReader } from "./standards.ts";
import type { StandardsReader } from "./standards.ts";
import { policiesReader } from "./policies.ts";
import type { Policies } from "./policies.ts";
import { stateCache } from "./states.ts";

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
  /** The register of standards. */
  readonly standards: StandardsReader;
  readonly committee: CommitteeReader;
  /** Doors to people without an account. */
  readonly outside: OutsideReader;
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
  const { dataDir, ledger, onDamage } = options;
  const records = await openRecords(ledger);
  const [people, policies, departments] = [peopleReader(records), policiesReader(records), departmentsReader(records)];
  const states = stateCache(ledger, options.stateBytes);
  const verdicts = options.verdicts ?? interimVerdicts();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => oneAtATime([records], run);
  const generations = await openGenerations({
    dataDir,
    ledger,
    open: (db, condemn) => openGeneration(db, { people, policies, states }, { ...options, verdicts }, condemn),
    inTurn,
    ...(onDamage !== undefined && { onDamage }),
  });
  const { opened } = generations;
  const freshness = freshnessOf({ ledger, records, generations, inTurn });

  const isErased = async ({ technology, digest }: ErasedFile): Promise<boolean> =>
    (await states.newest(technology, records.position))?.erased.includes(digest) ?? false;

  const standing: Omit<Views, keyof Queries> = {
    catchUp: freshness.catchUp,
    position: () => ({ position: opened().projector.mark.position, time: records.time }),
    get generation() {
      return generations.count;
    },
    edition: () => `${generations.count}.${opened().edition()}.${records.changes}`,
    people,
    policies,
    departments,
    standards: standardsReader(records),
    committee: committeeReader(records),
    outside: outsideReader(records),
    technologyState: async (id, { asOf } = {}) => {
      const state = await states.newest(id, records.position);
      return asOf === undefined || state === null || state.position <= asOf ? state : states.at(id, asOf);
    },
    recheck: () => freshness.write((projector) => projector.recheck()),
    swept: (day, position) => freshness.write(async (projector) => projector.swept(day, position)),
    rebuild: () =>
      freshness.write(async (projector) => {
        generations.emptied();
        await projector.rebuild();
        return projector.mark.position;
      }),
    erasedFiles: async (among) => {
      // The ledger is asked of those alone: each costs the folding of a technology.
      const files = opened()
        .queries.erasures.all()
        .filter(({ digest }) => among(digest));
      const digests = await Promise.all(files.map(async (file) => ((await isErased(file)) ? [file.digest] : [])));
      return digests.flat();
    },
    close: async () => {
      await inTurn(() => Promise.resolve());
      generations.current?.close();
    },
  };
  // Getters among them: assigned, they would be read once.
  return Object.defineProperties(
    queriesInUse(() => opened().queries),
    Object.getOwnPropertyDescriptors(standing),
  ) as Views;
}
