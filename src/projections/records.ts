import type { Database } from "better-sqlite3";
import type { LedgerEvent } from "../ledger/port.ts";

export type RecordKind = "person" | "policy" | "departments";

/** How one kind of small stream is folded; its states are few and kept whole. */
export interface Recorded<S> {
  readonly kind: RecordKind;
  /** The record a stream tells of, or null where it is another kind's. */
  readonly idOf: (stream: string) => string | null;
  /** @throws {UnknownEvent} */
  readonly evolve: (state: S | null, event: LedgerEvent) => S;
}

export interface RecordsTable {
  apply<S>(recorded: Recorded<S>, id: string, event: LedgerEvent): void;
  all<S>(kind: RecordKind): ReadonlyMap<string, S>;
  /** What a transaction wrote that was then rolled back must not stay in memory. */
  forget(): void;
}

interface Row {
  readonly id: string;
  readonly state: string;
}

export function recordsTable(db: Database): RecordsTable {
  const read = db.prepare<[string], Row>("SELECT id, state FROM records WHERE kind = ? ORDER BY id");
  const put = db.prepare<[string, string, number, number, string]>(
    "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)",
  );
  const kept = new Map<RecordKind, Map<string, unknown>>();

  function all(kind: RecordKind): Map<string, unknown> {
    let states = kept.get(kind);
    if (states === undefined) {
      states = new Map(read.all(kind).map(({ id, state }) => [id, JSON.parse(state) as unknown]));
      kept.set(kind, states);
    }
    return states;
  }

  return {
    apply: <S>({ kind, evolve }: Recorded<S>, id: string, event: LedgerEvent) => {
      const states = all(kind) as Map<string, S>;
      const state = evolve(states.get(id) ?? null, event);
      put.run(kind, id, event.version, event.position, JSON.stringify(state));
      states.set(id, state);
    },
    all: <S>(kind: RecordKind) => all(kind) as ReadonlyMap<string, S>,
    forget: () => kept.clear(),
  };
}
