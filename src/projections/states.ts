import { evolve, fold } from "../domain/technology/evolve/evolve.ts";
import type { Technology } from "../domain/technology/state.ts";
import type { Ledger, LedgerEvent } from "../ledger/port.ts";
import { asTechnologyEvent, technologyStream } from "./known.ts";

export interface States {
  /** Folded up to a ledger position; null where nothing had happened by then. Kept: any answer may be shared. */
  at(id: string, position: number): Promise<Technology | null>;
  /** The state the caller knows to be of this version of the stream, from memory where it is there. */
  ofVersion(id: string, version: number, position: number): Promise<Technology | null>;
  /** New events that have just been read, so that a state in memory goes on from where it is. */
  follow(id: string, events: readonly LedgerEvent[]): Technology | null;
  clear(): void;
}

const mostKept = 500;

/** Folded technologies, the latest used kept in memory: a page asks for the same few again and again. */
export function stateCache(ledger: Ledger): States {
  const kept = new Map<string, Technology>();

  function keep(id: string, state: Technology): Technology {
    kept.delete(id);
    kept.set(id, state);
    const oldest = kept.size > mostKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return state;
  }

  async function at(id: string, position: number): Promise<Technology | null> {
    const events = await ledger.readStream(technologyStream(id), { upTo: position });
    return fold(events.map(asTechnologyEvent));
  }

  return {
    at,
    ofVersion: async (id, version, position) => {
      const known = kept.get(id);
      if (known?.version === version) return keep(id, known);
      const state = await at(id, position);
      return state === null ? null : keep(id, state);
    },
    follow: (id, events) => {
      const known = kept.get(id);
      const first = events[0];
      if (first === undefined) return known ?? null;
      if (first.version === 1) return keep(id, advance(null, events));
      return known !== undefined && known.version + 1 === first.version ? keep(id, advance(known, events)) : null;
    },
    clear: () => kept.clear(),
  };
}

function advance(state: Technology | null, events: readonly LedgerEvent[]): Technology {
  const result = events.map(asTechnologyEvent).reduce<Technology | null>(evolve, state);
  if (result === null) throw new Error("no events to follow");
  return result;
}
