import { evolve, fold } from "../domain/technology/evolve.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Ledger, LedgerEvent } from "../ledger/port.ts";
import { asEvent } from "../domain/stream.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import { technologyStream } from "../domain/technology/streams.ts";

/**
 * Folded technologies, the latest used kept in memory: a page asks for the same few again and again, and whoever
 * applies new events goes on from where the last ones ended. Whatever is kept stands at the newest event applied.
 */
export interface States {
  /** Folded up to a ledger position, whatever is kept; null where nothing had happened by then. */
  at(id: string, position: number): Promise<Technology | null>;
  /** The newest applied state; `position` is where the views stand. */
  newest(id: string, position: number): Promise<Technology | null>;
  /** Events that are being applied, all of them and in order; what cannot go on is forgotten. */
  follow(id: string, events: readonly LedgerEvent[]): Technology | null;
  clear(): void;
}

/** Events that all states kept may have together: some hundred bytes each. */
const mostEvents = 200_000;

export function stateCache(ledger: Ledger): States {
  const kept = new Map<string, Technology>();
  let events = 0;
  let followed = 0;

  function forget(id: string): void {
    events -= kept.get(id)?.version ?? 0;
    kept.delete(id);
  }

  function keep(id: string, state: Technology): Technology {
    forget(id);
    kept.set(id, state);
    events += state.version;
    for (const oldest of kept.keys()) {
      if (events <= mostEvents || oldest === id) break;
      forget(oldest);
    }
    return state;
  }

  async function at(id: string, position: number): Promise<Technology | null> {
    const past = await ledger.readStream(technologyStream(id), { upTo: position });
    return fold(past.map(asEvent(technologies)));
  }

  return {
    at,
    newest: async (id, position) => {
      const known = kept.get(id);
      if (known !== undefined) return keep(id, known);
      const begun = followed;
      const state = await at(id, position);
      // While it was read, events may have been applied that it does not hold: good for this answer, not to keep.
      return state === null || followed !== begun ? state : keep(id, state);
    },
    follow: (id, applied) => {
      followed += 1;
      const known = kept.get(id) ?? null;
      // What was taken away on a legal ground is folded anew, from what stands in for it.
      const withheld = applied.some(({ type }) => type === "EntryWithheld");
      if (!withheld && applied[0]?.version === (known?.version ?? 0) + 1) return keep(id, advance(known, applied));
      forget(id);
      return null;
    },
    clear: () => {
      followed += 1;
      kept.clear();
      events = 0;
    },
  };
}

function advance(state: Technology | null, events: readonly LedgerEvent[]): Technology {
  const result = events.map(asEvent(technologies)).reduce<Technology | null>(evolve, state);
  if (result === null) throw new Error("no events to follow");
  return result;
}
