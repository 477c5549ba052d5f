import type { Database } from "better-sqlite3";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day, Instant } from "../domain/words/text.ts";
import type { Ledger } from "../ledger/port.ts";
import { catchUp } from "./catch-up.ts";
import type { CatchUp } from "./catch-up.ts";
import { dayIn } from "../domain/words/calendar-day.ts";
import { queriesOf } from "./models.ts";
import type { Queries } from "./models.ts";
import { passedIn } from "./instants.ts";
import type { InterimVerdicts } from "./interim-verdicts.ts";
import type { People } from "./people.ts";
import type { Policies } from "./policies.ts";
import type { States } from "./states.ts";
import { saysDamage } from "./views-file.ts";

/** One views.sqlite with everything that reads and writes it; another file is another generation. */
export interface Generation {
  readonly projector: CatchUp;
  readonly queries: Queries;
  /** As long as it stays the same, so do the rows, whichever process writes them. */
  readonly edition: () => string;
  close(): void;
}

/** What does not come from the file, and outlives it. */
export interface Standing {
  readonly people: People;
  readonly policies: Policies;
  readonly states: States;
}

interface Options {
  readonly ledger: Ledger;
  readonly timeZone: string;
  readonly now: () => Instant;
  readonly verdicts: InterimVerdicts;
  readonly batchSize?: number;
}

/** @param condemn takes it out of use and says what whoever met the damage gets. */
export function openGeneration(
  db: Database,
  { people, policies, states }: Standing,
  { ledger, timeZone, now, verdicts, batchSize = 1000 }: Options,
  condemn: (generation: Generation, error: unknown) => Error,
): Generation {
  const dayOf = (instant: Instant): Day => dayIn(instant, timeZone);
  const today = (): Day => dayOf(now());
  const staff = () => ({ people: people.facts(today()) });
  const policyOf = ({ plan, tier }: Technology) => policies.pinnedBy(plan, tier);
  const surroundings = { policyOf, today, now, dayOf, staff, verdicts };
  const projector = catchUp(db, { ledger, states, surroundings, batchSize });
  // Counts what others than this connection commit; our own commits it does not see.
  const foreign = db.prepare<[], number>("PRAGMA data_version").pluck();
  const edition = (): string => `${projector.commits}.${foreign.get() ?? 0}`;
  const passed = passedIn(db);
  const state = (): string => `${edition()} ${today()} ${passed(now())}`;
  const guard = <T extends object>(queries: T): T => watch(queries, db, (error) => condemn(generation, error));
  const generation: Generation = {
    projector,
    queries: queriesOf(db, { now, today, state }, guard),
    edition: () => {
      try {
        return edition();
      } catch (error) {
        throw saysDamage(error) || !db.open ? condemn(generation, error) : error;
      }
    },
    close: () => void db.close(),
  };
  return generation;
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
