import type { Database } from "better-sqlite3";
import { prepareAlteredEntries } from "./altered-entries.ts";
import { LedgerError, attempt } from "./errors.ts";
import { entryFinder, firstAt } from "./entry-finder.ts";
import { prepareLookups } from "./lookups.ts";
import type { Lookups } from "./lookups.ts";
import { LogEnd } from "./log-end.ts";
import { frontierOf, nodeId, rootOf } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";
import type { AlteredEntry, CommandStanding, EntryQuery, Head, LedgerEvent, PrivateText, Remains } from "./port.ts";
import { prepareStatements } from "./statements.ts";
import type { Statements } from "./statements.ts";
import { eventReader, pointerOf, remainsOf } from "./withheld.ts";

/** The half of the ledger's port that reads; who writes is SqliteLedger. */
export class SqliteReading {
  protected readonly sql: Statements;
  protected readonly end: LogEnd;
  readonly #event: (stored: string) => LedgerEvent;
  readonly #find: (query: EntryQuery) => readonly number[];
  readonly #lookups: Lookups;
  readonly #altered: ReturnType<typeof prepareAlteredEntries>;

  constructor(db: Database) {
    this.sql = prepareStatements(db);
    this.end = new LogEnd(this.sql, this.readNode);
    this.#event = eventReader(this.sql);
    this.#find = entryFinder(db);
    this.#lookups = prepareLookups(db);
    this.#altered = prepareAlteredEntries(db);
  }

  async checkpoint(): Promise<string | null> {
    return attempt("reading", () => this.sql.checkpoint.get() ?? null);
  }

  async standing(stream: string, commandId: string): Promise<CommandStanding> {
    return attempt("reading", () => {
      const [written = null, version = null] = this.sql.standing.get(commandId, stream) ?? [];
      return { version: version ?? 0, used: written !== null };
    });
  }

  async readStream(stream: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]> {
    const upTo = options?.upTo ?? Number.MAX_SAFE_INTEGER;
    return attempt("reading", () => this.sql.streamTexts.all(stream, upTo).map(this.#event));
  }

  async readStreams(prefix: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]> {
    const upTo = options?.upTo ?? Number.MAX_SAFE_INTEGER;
    return attempt("reading", () => this.sql.streamsTexts.all(prefix, prefix + LAST, upTo).map(this.#event));
  }

  async readAll(after: number, limit: number): Promise<readonly LedgerEvent[]> {
    return attempt("reading", () => this.#textsFrom(after, limit).map(this.#event));
  }

  async find(query: EntryQuery): Promise<readonly LedgerEvent[]> {
    return attempt("reading", () =>
      this.#find(query).flatMap((position) => this.sql.textsFrom.all(position - 1, 1).map(this.#event)),
    );
  }

  async positionAt(time: string): Promise<number> {
    return attempt("reading", () => {
      const { frontier } = this.end.current();
      return firstAt(time, frontier.size, (position) => this.sql.leafTime.get(position));
    });
  }

  async head(): Promise<Head> {
    return attempt("reading", () => {
      const { frontier, time } = this.end.current();
      return { position: frontier.size, root: rootOf(frontier).toString("hex"), time };
    });
  }

  async rootAt(position: number): Promise<string | null> {
    return attempt("reading", () => {
      const { frontier } = this.end.current();
      if (position > frontier.size) return null;
      return rootOf(frontierOf(position, this.readNode)).toString("hex");
    });
  }

  async privateText(digest: string): Promise<PrivateText | "erased" | null> {
    return attempt("reading", () => {
      const row = this.sql.text.get(digest);
      if (row === undefined) return null;
      return row.salt === null || row.text === null ? "erased" : { digest, salt: row.salt, text: row.text };
    });
  }

  async remains(position: number): Promise<Remains | null> {
    return attempt("reading", () => {
      const leaf = this.sql.leaf.get(position);
      if (leaf === undefined || pointerOf(leaf.bytes) !== null) return null;
      return remainsOf(leaf.bytes, leaf.hash.toString("hex"));
    });
  }

  async leafHash(position: number): Promise<string | null> {
    return attempt("reading", () => this.sql.leafHash.get(position)?.toString("hex") ?? null);
  }

  async hashed(beginning: string, limit: number): Promise<readonly number[]> {
    const asked = /^[0-9a-f]{6,64}$/.test(beginning);
    return asked ? attempt("reading", () => this.#lookups.hashed(beginning, limit)) : [];
  }

  async anyStream(prefix: string): Promise<boolean> {
    return attempt("reading", () => this.sql.anyStream.get(prefix, `${prefix}\u{10ffff}`) !== undefined);
  }

  async claimant(kind: string, key: string): Promise<string | null> {
    return attempt("reading", () => this.sql.claimant.get(kind, key) ?? null);
  }

  async streamAt(position: number): Promise<string | null> {
    return attempt("reading", () => this.#lookups.streamAt(position));
  }

  async streamsWith(type: string): Promise<readonly string[]> {
    return attempt("reading", () => this.#lookups.streamsWith(type));
  }

  async actorsOf(stream: string): Promise<readonly string[]> {
    return attempt("reading", () => this.#lookups.actorsOf(stream));
  }

  async names(digest: string): Promise<boolean> {
    return attempt("reading", () => this.#lookups.names(digest));
  }

  async streamsNaming(digest: string, types: readonly string[]): Promise<readonly string[]> {
    return attempt("reading", () => this.#lookups.streamsNaming(digest, types));
  }

  async alteredEntries(streams: readonly string[]): Promise<readonly AlteredEntry[]> {
    return attempt("reading", () =>
      this.#altered(streams, { checkpoint: this.sql.checkpoint.get() ?? null, readNode: this.readNode }),
    );
  }

  /** Stored hash of a perfect subtree (level 0: a leaf), for proofs. @throws {LedgerError} "corrupt" where it is not stored. */
  readonly readNode: ReadNode = (level, index) => {
    const hash = level === 0 ? this.sql.leafHash.get(index + 1) : this.sql.node.get(nodeId(level, index));
    if (hash !== undefined) return hash;
    const place = level === 0 ? `leaf ${index + 1}` : `node ${nodeId(level, index)}`;
    throw new LedgerError("corrupt", `The hash of ${place} is missing; run: touchstone ledger verify`);
  };

  /** Fewer than asked for where they are large: many of them at once are a matter of memory. */
  #textsFrom(after: number, limit: number): string[] {
    const texts: string[] = [];
    let length = 0;
    for (const text of this.sql.textsFrom.iterate(after, limit)) {
      texts.push(text);
      if ((length += text.length) > MOST_READ) break;
    }
    return texts;
  }
}

/** Characters of entries read at once. */
const MOST_READ = 8 * 1024 * 1024;

/** No name of a stream goes on with it: an upper end for all that begin alike. */
const LAST = "\u{10ffff}";
