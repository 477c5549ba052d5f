import type { Database } from "better-sqlite3";
import { contributionOf } from "../domain/contributions/streams.ts";
import { feedbackOf } from "../domain/feedback/streams.ts";
import { technologyOf } from "../domain/technology/streams.ts";
import type { Day } from "../domain/words/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";

/**
 * How far a sweep of a day has come. Where votes are in, a technology stays due for as long as they are: what people may
 * do takes votes away, of which its own entries know nothing. With nothing new about people, departments or policies a
 * second look on the same day finds what the first did, so that only entries since are worth one.
 */
export interface Swept {
  /** Technologies whose newest entry is at this position or before it were looked at on that day; 0: none was. */
  upTo(day: Day): number;
  /** @param position where the read models stood before the sweep began to look. */
  record(day: Day, position: number): void;
  /** Notes, in the commit that applies them, entries that change the ground of every technology. */
  follow(events: readonly LedgerEvent[]): void;
}

/** Entries of which no technology's next sweep depends. */
const kindsWithout = [technologyOf, feedbackOf, contributionOf];

export function sweptIn(db: Database): Swept {
  return {
    upTo: (day) => {
      const stored = readCheckpoint(db, "swept");
      if (stored === undefined) return 0;
      const swept = JSON.parse(stored) as { readonly day: Day; readonly position: number };
      const ground = Number(readCheckpoint(db, "ground") ?? 0);
      return swept.day === day && ground <= swept.position ? swept.position : 0;
    },
    record: (day, position) => void writeCheckpoint(db, "swept", JSON.stringify({ day, position })),
    follow: (events) => {
      const ground = events.findLast(({ stream }) => kindsWithout.every((idOf) => idOf(stream) === null));
      if (ground !== undefined) writeCheckpoint(db, "ground", String(ground.position));
    },
  };
}
