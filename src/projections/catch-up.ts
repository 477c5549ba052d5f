import { setImmediate } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day } from "../domain/words/text.ts";
import type { Ledger, LedgerEvent } from "../ledger/port.ts";
import { readMark, writeMark } from "./checkpoint.ts";
import type { Mark } from "./checkpoint.ts";
import { eventWriter } from "./event-writer.ts";
import { indicesMadeLater } from "./later-indices.ts";
import { writersOf } from "./models.ts";
import { technologiesToWriteIn } from "./technologies-to-write.ts";
import { personOf } from "../domain/people/streams.ts";
import type { States } from "./states.ts";
import { sweptIn } from "./swept.ts";
import { empty } from "./views-file.ts";
import { lastEnding } from "../domain/technology/record/endings.ts";
import type { SearchedWords } from "./read-model.ts";
import { textSearched } from "../domain/technology/manifest/searched.ts";
import { searchedThings } from "./searched/things.ts";
import { technologyWriter } from "./technology-writer.ts";
import type { Surroundings } from "./technology-writer.ts";
import { byTechnology, verdictsAhead } from "./verdicts-ahead.ts";
import { dueAtOnce } from "../domain/technology/manifest/dates.ts";

export interface CatchUp {
  /** Makes ready what applying the ledger's newest entries would otherwise work out while everybody waits. */
  prepare(): Promise<void>;
  /** Applies what the ledger has past the mark; cheap where it has nothing. */
  run(): Promise<void>;
  /** Writes technologies anew that the passing of days (or a new policy) may have changed; answers how many. */
  recheck(): Promise<number>;
  /** Notes that a sweep has looked, on a day, at everything up to a position. */
  swept(day: Day, position: number): void;
  /** Empties the read models and applies the whole ledger again. */
  rebuild(): Promise<void>;
  readonly mark: Mark;
  /** Grows with every transaction: as long as it stays the same, so do the rows. */
  readonly commits: number;
}

interface Sources {
  readonly ledger: Ledger;
  readonly states: States;
  readonly surroundings: Surroundings;
  /** Events read at a time; a full batch, and a second one, mean that a rebuild is under way. */
  readonly batchSize: number;
}

interface Ready {
  readonly id: string;
  readonly state: Technology;
  readonly words: SearchedWords;
}

const settledAtOnce = 250;

/**
 * Rows and mark are written in one transaction, and a batch is applied only on the mark it was read for: a crash or
 * a second process repeats nothing and leaves nothing out. While few events come, the rows of their technologies are
 * written with them. While many come (a rebuild), technologies are noted, and written when their states make room for
 * others or at the end; what only readers need of a file that is filled from nothing is made last.
 */
export function catchUp(db: Database, { ledger, states, surroundings, batchSize }: Sources): CatchUp {
  const writers = writersOf(db);
  const applyEvent = eventWriter(writers);
  const toWrite = technologiesToWriteIn(db);
  const writer = technologyWriter(db, writers, surroundings);
  const later = indicesMadeLater(db);
  const swept = sweptIn(db);
  let mark = readMark(db);
  let erased = false;
  let commits = 0;

  async function run(): Promise<void> {
    let behind = false;
    for (let batches = 1; ; batches += 1) {
      const events = await ledger.readAll(mark.position, batchSize);
      if (events.length === 0) break;
      behind ||= events.length === batchSize || batches > 1;
      if (behind && mark.position === 0) later.drop();
      await apply(events, behind);
      if (behind) await setImmediate();
    }
    if (behind || toWrite.some(1).length > 0) await settle();
    if (later.missing()) await later.make();
    if (erased) wipe();
  }

  /** What was erased is overwritten in the file; the write-ahead log still holds the page as it was. */
  function wipe(): void {
    db.pragma("wal_checkpoint(TRUNCATE)");
    erased = false;
  }

  async function apply(events: readonly LedgerEvent[], behind: boolean): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    const touched = byTechnology(events);
    const written = await prepare(touched, last.position, behind);
    const next = { position: last.position, leafHash: (await ledger.leafHash(last.position)) ?? "", time: last.time };
    erased ||= events.some(({ type }) => type === "TextErased" || type === "EntryWithheld");
    commit(() => {
      for (const event of events) applyEvent(event);
      if (behind) for (const id of touched.keys()) toWrite.add(id);
      for (const { id, state, words } of written) {
        writer.write(id, state, words);
        if (behind) toWrite.drop(id);
      }
      // Whose votes count may have changed where votes are in.
      if (events.some(({ stream }) => personOf(stream) !== null)) toWrite.addDue(dueAtOnce, 0, dueAtOnce);
      swept.follow(events);
      writeMark(db, next);
      return next;
    });
  }

  /**
   * While few events come, whatever they touch is written with them. While many come, states only follow, and are
   * written when they make room for others, or at the end: reading each stream again costs more than all else.
   */
  async function prepare(touched: Map<string, LedgerEvent[]>, position: number, behind: boolean): Promise<Ready[]> {
    const parted = new Map<string, Technology>();
    const followed = [...touched].map(([id, own]) => {
      // It made room before its own events of this batch came: what parted lacks them, and the end will read it.
      parted.delete(id);
      return { id, state: states.follow(id, own, (other, state) => parted.set(other, state)) };
    });
    const due = behind ? [...parted].map(([id, state]) => ({ id, state })) : followed;
    return Promise.all(due.map(async ({ id, state }) => ready(id, state, position)));
  }

  async function ready(id: string, known: Technology | null, position: number): Promise<Ready> {
    const state = known ?? (await states.newest(id, position));
    if (state === null) throw new Error(`technology-${id} has no events`);
    await surroundings.verdicts.prepare(state, surroundings.policyOf(state), surroundings.today());
    return { id, state, words: await searched(state) };
  }

  async function searched(t: Technology): Promise<SearchedWords> {
    const [summary, need] = await Promise.all([wordsOf(t.proposal.summary), wordsOf(t.proposal.need)]);
    const lessons = lastEnding(t) === null ? [] : await Promise.all(t.lessons.map(wordsOf));
    return { summary, need, lessons, things: await wordsOfThings(t) };
  }

  async function wordsOfThings(t: Technology): Promise<ReadonlyMap<string, string>> {
    const digests = searchedThings(t).flatMap((thing) => textSearched(thing) ?? []);
    const texts = await Promise.all(digests.map(async (digest) => [digest, await wordsOf(digest)] as const));
    return new Map(texts.filter((entry): entry is [string, string] => entry[1] !== null));
  }

  async function wordsOf(digest: string): Promise<string | null> {
    const text = await ledger.privateText(digest);
    return text === null || text === "erased" ? null : text.text;
  }

  async function settle(): Promise<number> {
    let settled = 0;
    for (;;) {
      const ids = toWrite.some(settledAtOnce);
      if (ids.length === 0) return settled;
      const { position } = mark;
      const written: Ready[] = [];
      // One after the other: what many technologies ask for stands in nobody's way.
      for (const id of ids) written.push(await ready(id, null, position));
      commit(() => {
        for (const { id, state, words } of written) {
          writer.write(id, state, words);
          toWrite.drop(id);
        }
        return mark;
      });
      settled += ids.length;
      await setImmediate();
    }
  }

  /** Runs the writes only where the file still stands at our mark: another process may have been faster. */
  function commit(write: () => Mark): void {
    try {
      mark = db
        .transaction(() => {
          const stored = readMark(db);
          if (stored.position === mark.position) return write();
          states.clear();
          return stored;
        })
        .immediate();
      commits += 1;
    } catch (error) {
      states.clear();
      throw error;
    }
  }

  return {
    prepare: () => verdictsAhead({ ledger, states, surroundings }, mark.position),
    run,
    recheck: async () => {
      await run();
      const today = surroundings.today();
      toWrite.addDue(today, swept.upTo(today), surroundings.now());
      return settle();
    },
    swept: (day, position) => swept.record(day, position),
    rebuild: async () => {
      empty(db, ledger.logId);
      states.clear();
      mark = readMark(db);
      await run();
    },
    get mark() {
      return mark;
    },
    get commits() {
      return commits;
    },
  };
}
