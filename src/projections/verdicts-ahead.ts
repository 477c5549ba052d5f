import { evolve } from "../domain/technology/evolve.ts";
import { technologyOf } from "../domain/technology/streams.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { asEvent } from "../domain/stream.ts";
import type { Ledger, LedgerEvent } from "../ledger/port.ts";
import type { States } from "./states.ts";
import type { Surroundings } from "./technology-writer.ts";

interface Sources {
  readonly ledger: Ledger;
  readonly states: States;
  readonly surroundings: Surroundings;
}

/** More entries than this are a rebuild: its verdicts are worked out when each technology is written. */
const mostAhead = 100;

/**
 * Makes the verdicts ready that entries past a position will ask for, before anything of these entries is applied: the
 * read models go on to answer as of that position meanwhile, and applying them then simulates nothing.
 */
export async function verdictsAhead({ ledger, states, surroundings }: Sources, position: number): Promise<void> {
  const events = await ledger.readAll(position, mostAhead);
  if (events.length === mostAhead) return;
  for (const [id, own] of byTechnology(events)) {
    const state = await after(states, id, position, own);
    if (state === null) continue;
    await surroundings.verdicts.prepare(state, surroundings.policyOf(state), surroundings.today());
  }
}

/** Null: what stood in for an entry taken away is not known before it is applied. */
async function after(
  states: States,
  id: string,
  position: number,
  events: readonly LedgerEvent[],
): Promise<Technology | null> {
  if (events.some(({ type }) => type === "EntryWithheld")) return null;
  const before = events[0]?.version === 1 ? null : await states.newest(id, position);
  return events.map(asEvent(technologies)).reduce<Technology | null>(evolve, before);
}

export function byTechnology(events: readonly LedgerEvent[]): Map<string, LedgerEvent[]> {
  const touched = new Map<string, LedgerEvent[]>();
  for (const event of events) {
    const id = technologyOf(event.stream);
    if (id === null) continue;
    const own = touched.get(id);
    if (own === undefined) touched.set(id, [event]);
    else own.push(event);
  }
  return touched;
}
