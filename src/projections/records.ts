import type { Instant } from "../domain/words/text.ts";
import type { Ledger, LedgerEvent } from "../ledger/port.ts";
import { recordKinds } from "./record-kinds.ts";
import type { RecordKind, Recorded } from "./record-kinds.ts";

/**
 * People, departments, policies and standards: what decides who may do what. They are folded from the ledger's own entries when it
 * is opened and kept in memory, never in views.sqlite, which nothing verifies: whoever edits that file changes a list,
 * not anybody's rights.
 */
export interface Records {
  all<S>(kind: RecordKind): ReadonlyMap<string, S>;
  /** Applies what the ledger has gained; cheap where it has gained nothing. */
  follow(): Promise<void>;
  /** The ledger position everything up to which is applied, and the time of the entry there. */
  readonly position: number;
  readonly time: Instant | null;
  /** Grows with every change: as long as it stays the same, so do the records. */
  readonly changes: number;
}

const batchSize = 2000;

/**
 * Reads the few streams of records by their names, so that a start does not wait for the whole ledger.
 *
 * @throws {UnknownEvent}
 */
export async function openRecords(ledger: Ledger): Promise<Records> {
  const records = new Map<RecordKind, Map<string, unknown>>(recordKinds.map(({ kind }) => [kind, new Map()]));
  let { position, time } = await ledger.head();
  let changes = 0;

  function apply(event: LedgerEvent): void {
    for (const recorded of recordKinds) {
      const id = recorded.idOf(event.stream);
      const states = records.get(recorded.kind);
      if (id === null || states === undefined) continue;
      states.set(id, (recorded as Recorded<unknown>).evolve(states.get(id) ?? null, event));
      changes += 1;
    }
  }

  for (const { prefix } of recordKinds) {
    const events = await ledger.readStreams(prefix, { upTo: position });
    // In the order in which they happened, as whoever follows sees them: lists are the same after a start.
    for (const event of events.toSorted((a, b) => a.position - b.position)) apply(event);
  }
  return {
    all: <S>(kind: RecordKind) => (records.get(kind) ?? new Map()) as ReadonlyMap<string, S>,
    follow: async () => {
      for (;;) {
        const events = await ledger.readAll(position, batchSize);
        if (events.length === 0) return;
        for (const event of events) {
          apply(event);
          ({ position, time } = event);
        }
      }
    },
    get position() {
      return position;
    },
    get time() {
      return time;
    },
    get changes() {
      return changes;
    },
  };
}
