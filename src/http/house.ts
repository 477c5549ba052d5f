import type { TechnologyCommandType } from "../domain/technology/state/technology.ts";
import type { WarningKind } from "../domain/technology/warnings.ts";
import type { WorkKind } from "../domain/technology/work.ts";
import type { Correctable } from "./correctable.ts";
import type { Act, Final, MetAt, RoomWords, SearchedWords, WarningWords, WorkWords } from "./room-words.ts";
import type { AnyEventWords, EventType, Tellings } from "./say/telling.ts";

/** What the rooms say of themselves, by what it is asked for. Pages of one room know of another only through this. */
export type House = {
  readonly tellings: Tellings;
  /** What entries are about, as people look for them, in the order of the rooms. */
  readonly kinds: readonly string[];
  /** Types of the entries of these kinds. */
  readonly typesIn: (...kinds: readonly string[]) => readonly string[];
  /** Entries that cannot be taken back. */
  readonly finals: ReadonlyMap<string, Final>;
  readonly acts: ReadonlyMap<TechnologyCommandType, Act>;
  /** Pages about each technology, in the order of the rooms. */
  readonly pages: readonly string[];
  readonly conditions: ReadonlyMap<string, MetAt>;
  readonly work: ReadonlyMap<WorkKind, WorkWords>;
  readonly warnings: ReadonlyMap<WarningKind, WarningWords>;
  readonly corrections: ReadonlyMap<string, Correctable>;
  /** What a search finds, by its kind, in the order of the rooms. */
  readonly searched: ReadonlyMap<string, SearchedWords & { readonly room: string }>;
};

/** @throws where two rooms claim the same. */
export function houseOf(rooms: readonly RoomWords[]): House {
  const kindOf = byName("event", rooms, ({ kind, events = {} }) =>
    entriesOf<EventType, { readonly kind?: string }>(events).map(([type, words]) => [
      type,
      words.kind ?? kind ?? "other",
    ]),
  );
  return {
    tellings: byName<string, AnyEventWords>("event", rooms, ({ events = {} }) => entriesOf(events)),
    kinds: [...new Set(kindOf.values())],
    typesIn: (...kinds) => [...kindOf].flatMap(([type, kind]) => (kinds.includes(kind) ? [type] : [])),
    finals: byName<string, Final>("final entry", rooms, ({ name, finals = {} }) =>
      entriesOf<EventType, Omit<Final, "room">>(finals).map(([type, words]) => [type, { ...words, room: name }]),
    ),
    acts: byName("command", rooms, ({ acts = {} }) => entriesOf(acts)),
    pages: rooms.flatMap(({ page }) => page ?? []),
    conditions: byName("condition", rooms, ({ conditions = {} }) => Object.entries(conditions)),
    corrections: byName<string, Correctable>("correction of", rooms, ({ corrections = {} }) => entriesOf(corrections)),
    searched: byName("searched kind", rooms, ({ name, searched }) =>
      searched === undefined ? [] : [[searched.kind, { ...searched, room: name }]],
    ),
    work: byName("kind of work", rooms, ({ work = {} }) => entriesOf(work)),
    warnings: byName("kind of warning", rooms, ({ warnings = {} }) => entriesOf(warnings)),
  };
}

function byName<K extends string, V>(
  what: string,
  rooms: readonly RoomWords[],
  entries: (room: RoomWords) => readonly (readonly [K, V])[],
): ReadonlyMap<K, V> {
  const all = new Map<K, V>();
  for (const room of rooms)
    for (const [name, words] of entries(room)) {
      if (all.has(name)) throw new Error(`The ${what} ${name} is told by ${room.name} and by another room`);
      all.set(name, words);
    }
  return all;
}

/** Entries of a table whose keys are known; a key without a value is none. */
function entriesOf<K extends string, V>(table: { readonly [key in K]?: V }): readonly (readonly [K, V])[] {
  const keys = Object.keys(table) as K[];
  return keys.flatMap((key) => {
    const value = table[key];
    return value === undefined ? [] : [[key, value] as const];
  });
}
