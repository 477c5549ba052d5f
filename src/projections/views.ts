import type { Technology } from "../domain/technology/state.ts";
import type { Day, Instant } from "../domain/technology/text.ts";
import type { Ledger } from "../ledger/port.ts";
import { catchUp } from "./catch-up.ts";
import { dayIn } from "./day.ts";
import { decisionsReader } from "./decisions.ts";
import type { Decisions } from "./decisions.ts";
import { peopleReader } from "./people.ts";
import type { People } from "./people.ts";
import { portfolioReader } from "./portfolio.ts";
import type { Portfolio } from "./portfolio.ts";
import { openRecords } from "./records.ts";
import { departmentsReader, policiesReader } from "./rules.ts";
import type { DepartmentsReader, Policies } from "./rules.ts";
import { stateCache } from "./states.ts";
import { openStore } from "./store.ts";
import { timelineReader } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";
import { workReader } from "./work.ts";
import type { Work } from "./work.ts";

/**
 * The read models of one node. Lists come from views.sqlite; whatever decides (people, departments, policies, the state
 * of a technology, the position) comes from the ledger, so that an edited views.sqlite gives nobody a right.
 */
export interface Views {
  /** Applies what the ledger has and the views do not; every page calls it before it reads. */
  catchUp(): Promise<void>;
  /** The position the views stand at, and the time of the newest entry, which no edited file can move. */
  position(): { readonly position: number; readonly time: Instant | null };
  readonly portfolio: Portfolio;
  readonly timeline: Timeline;
  readonly work: Work;
  readonly decisions: Decisions;
  readonly people: People;
  readonly policies: Policies;
  readonly departments: DepartmentsReader;
  /** One technology, folded; as of a ledger position for pages of the past. */
  technologyState(id: string, options?: { readonly asOf?: number }): Promise<Technology | null>;
  /** Writes anew what the passing of days has changed; answers how many technologies. */
  recheck(): Promise<number>;
  /** Empties the read models and applies the whole ledger again; answers the position they then stand at. */
  rebuild(): Promise<number>;
  /** Technologies on which time may have something to say today. */
  dueToday(): readonly string[];
  /** Digests of all files erased on a legal ground. */
  erasedFiles(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface ViewsOptions {
  readonly dataDir: string;
  readonly ledger: Ledger;
  readonly timeZone: string;
  readonly now: () => Instant;
  readonly batchSize?: number;
}

/** Opens views.sqlite, or begins it anew where it is not this ledger's; nothing is applied before the first catchUp. */
export async function openViews({ dataDir, ledger, timeZone, now, batchSize = 2000 }: ViewsOptions): Promise<Views> {
  const records = await openRecords(ledger);
  const db = await openStore(dataDir, ledger);
  const dayOf = (instant: Instant): Day => dayIn(instant, timeZone);
  const today = (): Day => dayOf(now());
  const policies = policiesReader(records);
  const states = stateCache(ledger);
  const people = peopleReader(records);
  const staff = () => ({ people: people.facts(today()) });
  const surroundings = { policyOf: (t: Technology) => policyOf(t, policies), now, today, dayOf, staff };
  const projector = catchUp(db, { ledger, states, surroundings, batchSize });
  const once = oneAtATime();
  const due = db.prepare<[Day], string>("SELECT id FROM technologies WHERE recheckOn <= ?").pluck();
  const erased = db.prepare<[], ErasedFile>("SELECT technology, digest FROM erasures");
  const state = (): string => `${projector.commits} ${today()}`;
  /** A row of the views is a hint: only the ledger says that a file may go. */
  const isErased = async ({ technology, digest }: ErasedFile): Promise<boolean> =>
    (await states.newest(technology, records.position))?.erased.includes(digest) ?? false;
  return {
    catchUp: () =>
      once(async () => {
        await records.follow();
        await projector.run();
      }),
    position: () => ({ position: projector.mark.position, time: records.time }),
    portfolio: portfolioReader(db, today, state),
    timeline: timelineReader(db),
    work: workReader(db, today, state),
    decisions: decisionsReader(db),
    people,
    policies,
    departments: departmentsReader(records),
    technologyState: async (id, { asOf } = {}) => {
      const state = await states.newest(id, records.position);
      return asOf === undefined || state === null || state.position <= asOf ? state : states.at(id, asOf);
    },
    recheck: () =>
      once(async () => {
        await records.follow();
        return projector.recheck();
      }),
    rebuild: () =>
      once(async () => {
        await records.follow();
        await projector.rebuild();
        return projector.mark.position;
      }),
    dueToday: () => due.all(today()),
    erasedFiles: async () => {
      const found = await Promise.all(erased.all().map(async (one) => ((await isErased(one)) ? one.digest : null)));
      return found.filter((digest) => digest !== null);
    },
    close: async () => {
      await once(() => Promise.resolve());
      db.close();
    },
  };
}

interface ErasedFile {
  readonly technology: string;
  readonly digest: string;
}

function policyOf(t: Technology, policies: Policies) {
  return (t.plan === null ? null : policies.version(t.plan.policyVersion)) ?? policies.current();
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
