import { addDays } from "../../../src/domain/words/days.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import type { LedgerEvent } from "../../../src/ledger/port.ts";
import type { Commit } from "./commits.ts";
import { copyOf, idOf } from "./copy.ts";
import { nameOf } from "./names.ts";
import type { Somebody } from "./people.ts";
import type { Write } from "./writer.ts";

interface Tie {
  /** A technology whose pilot is planned and not open. */
  readonly pattern: readonly Commit[];
  readonly count: number;
  readonly planners: readonly Somebody[];
  /** Proposes `theirs` of them, which then wait for this one person. */
  readonly busy: Somebody;
  readonly theirs: number;
  readonly departments: readonly string[];
  readonly time: string;
}

const daysAhead = 100;

/**
 * Technologies that share stage, next date and the time of their last entry. Their pilots begin in the same far days, so
 * that none of them is late while the folder is of use; the record of their admission leaves out its list of conditions.
 */
export async function writeTie(write: Write, tie: Tie): Promise<void> {
  const pattern = tie.pattern.map((commit) => prepared(commit, tie.time));
  for (let n = 0; n < tie.count; n += 1) {
    const planner = n < tie.theirs ? tie.busy : (tie.planners[n % tie.planners.length] ?? tie.busy);
    const id = idOf(`tie ${n}`);
    const department = tie.departments[n % tie.departments.length] ?? "";
    const named = { id, slug: `tie-${n}`, name: nameOf(n), department };
    for (const commit of pattern) await write(by(copyOf(commit, named), planner.person));
  }
}

/** What planners did was done by this one. */
const by = (commit: Commit, person: string): Commit => ({
  ...commit,
  events: commit.events.map((event) => (event.role === "planner" ? { ...event, actor: person } : event)),
});

const prepared = (commit: Commit, time: string): Commit => ({
  ...commit,
  events: commit.events.map((event) => ({ ...later(event), time })),
});

function later(event: LedgerEvent): LedgerEvent {
  const { plan, record } = event.payload as { readonly plan?: JsonObject; readonly record?: JsonObject };
  if (event.type === "GateDecided")
    return { ...event, payload: { ...event.payload, record: { ...record, conditions: [] } } };
  if (event.type !== "PilotPlanLocked") return event;
  const { startsOn, looks } = plan as { readonly startsOn: string; readonly looks: readonly string[] };
  const moved = { startsOn: addDays(startsOn, daysAhead), looks: looks.map((day) => addDays(day, daysAhead)) };
  return { ...event, payload: { ...event.payload, plan: { ...plan, ...moved } } };
}
