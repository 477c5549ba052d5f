import type { Database } from "better-sqlite3";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day, Instant } from "../domain/words/text.ts";
import type { Ledger } from "../ledger/port.ts";
import { catchUp } from "./catch-up.ts";
import type { CatchUp } from "./catch-up.ts";
import { dayIn } from "./day.ts";
import { decisionsReader } from "./decisions.ts";
import type { Decisions } from "./decisions.ts";
import type { People } from "./people.ts";
import { portfolioReader } from "./portfolio/portfolio.ts";
import type { Portfolio } from "./portfolio/portfolio.ts";
import type { Records } from "./records.ts";
import type { Policies } from "./policies.ts";
import { simulatedAnswers } from "./simulated-answers.ts";
import type { SimulatedAnswers } from "./simulated-answers.ts";
import type { States } from "./states.ts";
import { saysDamage } from "./views-file.ts";
import { timelineReader } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";
import { workReader } from "./work.ts";
import type { Work } from "./work.ts";

/** One views.sqlite with everything that reads and writes it; another file is another generation. */
export interface Generation {
  readonly projector: CatchUp;
  readonly portfolio: Portfolio;
  readonly timeline: Timeline;
  readonly work: Work;
  readonly decisions: Decisions;
  readonly simulated: SimulatedAnswers;
  readonly technologies: Technologies;
  close(): void;
}

interface Technologies {
  dueToday(): readonly string[];
  erasedFiles(): Promise<readonly string[]>;
}

/** What does not come from the file, and outlives it. */
export interface Standing {
  readonly records: Records;
  readonly people: People;
  readonly policies: Policies;
  readonly states: States;
}

interface Options {
  readonly ledger: Ledger;
  readonly timeZone: string;
  readonly now: () => Instant;
  readonly batchSize?: number;
}

/** @param condemn takes it out of use and says what whoever met the damage gets. */
export function openGeneration(
  db: Database,
  { records, people, policies, states }: Standing,
  { ledger, timeZone, now, batchSize = 2000 }: Options,
  condemn: (generation: Generation, error: unknown) => Error,
): Generation {
  const dayOf = (instant: Instant): Day => dayIn(instant, timeZone);
  const today = (): Day => dayOf(now());
  const staff = () => ({ people: people.facts(today()) });
  const policyOf = ({ plan, tier }: Technology) => policies.pinnedBy(plan, tier);
  const surroundings = { policyOf, now, today, dayOf, staff };
  const projector = catchUp(db, { ledger, states, surroundings, batchSize });
  const state = (): string => `${projector.commits} ${today()}`;
  const due = db.prepare<[Day], string>("SELECT id FROM technologies WHERE recheckOn <= ?").pluck();
  const erased = db.prepare<[], ErasedFile>("SELECT technology, digest FROM erasures");
  /** A row of the views is a hint: only the ledger says that a file may go. */
  const isErased = async ({ technology, digest }: ErasedFile): Promise<boolean> =>
    (await states.newest(technology, records.position))?.erased.includes(digest) ?? false;
  const watched = <T extends object>(reader: T): T => watch(reader, db, (error) => condemn(generation, error));
  const generation: Generation = {
    projector,
    portfolio: watched(portfolioReader(db, today, state)),
    timeline: watched(timelineReader(db)),
    work: watched(workReader(db, today, state)),
    decisions: watched(decisionsReader(db)),
    simulated: watched(simulatedAnswers(db)),
    technologies: watched<Technologies>({
      dueToday: () => due.all(today()),
      erasedFiles: async () => {
        const found = await Promise.all(erased.all().map(async (one) => ((await isErased(one)) ? one.digest : null)));
        return found.filter((digest) => digest !== null);
      },
    }),
    close: () => void db.close(),
  };
  return generation;
}

interface ErasedFile {
  readonly technology: string;
  readonly digest: string;
}

type Method = (...args: readonly unknown[]) => unknown;

/** The same reader, whose methods report damage instead of passing on what SQLite or JSON say of it. */
function watch<T extends object>(reader: T, db: Database, report: (error: unknown) => Error): T {
  const explained = (error: unknown): unknown => (saysDamage(error) || !db.open ? report(error) : error);
  const methods = Object.entries(reader as Record<string, Method>).map(([name, method]) => [
    name,
    (...args: readonly unknown[]): unknown => {
      try {
        const answer = method(...args);
        return answer instanceof Promise
          ? answer.catch((error: unknown) => Promise.reject(explained(error) as Error))
          : answer;
      } catch (error) {
        // JSON that is none: at once it can only come from a row here, later also from the ledger.
        throw error instanceof SyntaxError ? report(error) : explained(error);
      }
    },
  ]);
  return Object.fromEntries(methods) as T;
}
