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
import { recordsTable } from "./records.ts";
import { departmentsReader, policiesReader } from "./rules.ts";
import type { DepartmentsReader, Policies } from "./rules.ts";
import { stateCache } from "./states.ts";
import { openStore } from "./store.ts";
import { timelineReader } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";
import { workReader } from "./work.ts";
import type { Work } from "./work.ts";

/** The read models of one node. Everything but `catchUp` and `technologyState` answers at once. */
export interface Views {
  /** Applies what the ledger has and the views do not; every page calls it before it reads. */
  catchUp(): Promise<void>;
  /** The position the views stand at, and the time of the event there. */
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
  erasedFiles(): readonly string[];
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
  const db = await openStore(dataDir, ledger);
  const dayOf = (instant: Instant): Day => dayIn(instant, timeZone);
  const today = (): Day => dayOf(now());
  const records = recordsTable(db);
  const policies = policiesReader(records);
  const states = stateCache(ledger);
  const people = peopleReader(records);
  const staff = () => ({ people: people.facts(today()) });
  const surroundings = { policyOf: (t: Technology) => policyOf(t, policies), now, today, dayOf, staff };
  const projector = catchUp(db, { ledger, states, records, surroundings, batchSize });
  const once = oneAtATime();
  const due = db.prepare<[Day], string>("SELECT id FROM technologies WHERE recheckOn <= ?").pluck();
  const erased = db.prepare<[], string>("SELECT digest FROM erasures").pluck();
  const known = db.prepare<[string], { position: number }>("SELECT position FROM technologies WHERE id = ?");
  const state = (): string => `${projector.commits} ${today()}`;
  return {
    catchUp: () => once(() => projector.run()),
    position: () => ({ position: projector.mark.position, time: projector.mark.time }),
    portfolio: portfolioReader(db, today, state),
    timeline: timelineReader(db),
    work: workReader(db, today, state),
    decisions: decisionsReader(db),
    people,
    policies,
    departments: departmentsReader(records),
    technologyState: async (id, { asOf } = {}) => {
      const newest = known.get(id);
      if (newest === undefined) return null;
      if (asOf !== undefined && asOf < newest.position) return states.at(id, asOf);
      return states.newest(id, newest.position);
    },
    recheck: () => once(() => projector.recheck()),
    rebuild: () =>
      once(async () => {
        await projector.rebuild();
        return projector.mark.position;
      }),
    dueToday: () => due.all(today()),
    erasedFiles: () => erased.all(),
    close: async () => {
      await once(() => Promise.resolve());
      db.close();
    },
  };
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
