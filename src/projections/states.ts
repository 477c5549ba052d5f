import { setImmediate as turn } from "node:timers/promises";
import { evolve, fold } from "../domain/technology/evolve.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Ledger, LedgerEvent } from "../ledger/port.ts";
import { asEvent } from "../domain/stream.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import { technologyStream } from "../domain/technology/streams.ts";
import { weightOf } from "./weight.ts";

/**
 * Folded technologies, the latest used kept in memory: a page asks for the same few again and again, and whoever
 * applies new events goes on from where the last ones ended. Whatever is kept stands at the newest event applied.
 */
export interface States {
  /** Folded up to a ledger position, whatever is kept; null where nothing had happened by then. */
  at(id: string, position: number): Promise<Technology | null>;
  /** The newest applied state; `position` is where the views stand. */
  newest(id: string, position: number): Promise<Technology | null>;
  /**
   * Events that are being applied, all of them and in order; what cannot go on is forgotten.
   *
   * @param parted hears of others that had to make room: where many events are applied, their rows can be written now.
   */
  follow(
    id: string,
    events: readonly LedgerEvent[],
    parted?: (id: string, state: Technology) => void,
  ): Technology | null;
  clear(): void;
}

interface KeptState {
  readonly state: Technology;
  readonly bytes: number;
}

/** Entries folded in one turn of the event loop. */
const atOnce = 250;

/** What all states kept may take, by the estimate of weight.ts. */
const mostBytes = 32 * 1024 * 1024;

/** @param most bytes of all states kept together. */
export function stateCache(ledger: Ledger, most = mostBytes): States {
  const states = new Map<string, KeptState>();
  let bytes = 0;
  let followed = 0;

  function forget(id: string): void {
    bytes -= states.get(id)?.bytes ?? 0;
    states.delete(id);
  }

  function keep(id: string, entry: KeptState, parted?: (id: string, state: Technology) => void): Technology {
    forget(id);
    states.set(id, entry);
    bytes += entry.bytes;
    for (const [oldest, { state }] of states) {
      if (bytes <= most || oldest === id) break;
      forget(oldest);
      parted?.(oldest, state);
    }
    return entry.state;
  }

  async function read(id: string, position: number): Promise<KeptState | null> {
    const past = await ledger.readStream(technologyStream(id), { upTo: position });
    let state: Technology | null = null;
    for (let from = 0; from < past.length; from += atOnce) {
      // Thousands of entries take a tenth of a second: others get their turns in between.
      await (past.length > atOnce && turn());
      state = fold(past.slice(from, from + atOnce).map(asEvent(technologies)), state);
    }
    return state === null ? null : { state, bytes: weightOf(past) };
  }

  return {
    at: async (id, position) => (await read(id, position))?.state ?? null,
    newest: async (id, position) => {
      const known = states.get(id);
      if (known !== undefined) return keep(id, known);
      const begun = followed;
      const fresh = await read(id, position);
      // While it was read, events may have been applied that it does not hold: good for this answer, not to keep.
      return fresh === null || followed !== begun ? (fresh?.state ?? null) : keep(id, fresh);
    },
    follow: (id, applied, parted) => {
      followed += 1;
      const known = states.get(id);
      // What was taken away on a legal ground is folded anew, from what stands in for it.
      const withheld = applied.some(({ type }) => type === "EntryWithheld");
      if (!withheld && applied[0]?.version === (known?.state.version ?? 0) + 1) {
        const state = advance(known?.state ?? null, applied);
        return keep(id, { state, bytes: (known?.bytes ?? 0) + weightOf(applied) }, parted);
      }
      forget(id);
      return null;
    },
    clear: () => {
      followed += 1;
      states.clear();
      bytes = 0;
    },
  };
}

function advance(state: Technology | null, events: readonly LedgerEvent[]): Technology {
  const result = events.map(asEvent(technologies)).reduce<Technology | null>(evolve, state);
  if (result === null) throw new Error("no events to follow");
  return result;
}
