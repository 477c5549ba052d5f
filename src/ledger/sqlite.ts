import { randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import { prepareAlteredEntries } from "./altered-entries.ts";
import { checkpointFile } from "./checkpoint-file.ts";
import { CheckpointKeeper } from "./checkpoint-keeper.ts";
import type { Signer } from "./checkpoint.ts";
import { CommitQueue } from "./commit-queue.ts";
import { committer } from "./commit.ts";
import type { Settled } from "./commit.ts";
import { openDatabase } from "./database.ts";
import { LedgerError, explainSqlite } from "./errors.ts";
import { entryFinder, firstAt } from "./entry-finder.ts";
import { headTrouble, refuseForeign } from "./head-check.ts";
import type { HeadTrouble } from "./head-check.ts";
import { openSigner } from "./key.ts";
import { prepareLookups } from "./lookups.ts";
import type { Lookups } from "./lookups.ts";
import { LogEnd } from "./log-end.ts";
import { nodeId, rootOf } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";
import { OpenedFile } from "./opened-file.ts";
import type {
  AlteredEntry,
  AppendRequest,
  AppendResult,
  CommandStanding,
  EntryQuery,
  Head,
  Ledger,
  LedgerEvent,
  PrivateText,
  Remains,
} from "./port.ts";
import { checkRequest } from "./request.ts";
import { prepareStatements } from "./statements.ts";
import type { Statements } from "./statements.ts";
import { eventReader, pointerOf, remainsOf } from "./withheld.ts";

export interface LedgerOptions {
  readonly dataDir: string;
  /** Ms between copies of the newest checkpoint to the file outside the database; 0 = only at close. */
  readonly syncEvery?: number;
  /** Hears of copies that failed; the next one tries again. */
  readonly onProblem?: (error: unknown) => void;
}

/**
 * Opens (or begins) the ledger in <data>/ledger.sqlite.
 *
 * @throws {LedgerError} with a sentence for the operator: key missing or wrong, disk full, damaged, in use.
 */
export function openLedger(options: LedgerOptions): SqliteLedger {
  const db = openDatabase(options.dataDir);
  try {
    return new SqliteLedger(db, options);
  } catch (error) {
    db.close();
    throw explainSqlite(error, "opening the ledger");
  }
}

/** The ledger on SQLite: one writer at a time, every commit durable and signed before it is acknowledged. */
export class SqliteLedger implements Ledger {
  readonly logId: string;
  /** Name of the log in its checkpoints. */
  readonly origin: string;
  /** The file's handle, for src/authority/sqlite alone, whose tables stand in it: short transactions, no await inside. */
  readonly database: Database;
  readonly dataDir: string;
  readonly #sql: Statements;
  readonly #event: (stored: string) => LedgerEvent;
  readonly #find: (query: EntryQuery) => readonly number[];
  readonly #lookups: Lookups;
  readonly #altered: ReturnType<typeof prepareAlteredEntries>;
  readonly #signer: Signer;
  readonly #keeper: CheckpointKeeper;
  readonly #file: OpenedFile;
  readonly #onProblem: (error: unknown) => void;
  readonly #commit: (requests: readonly AppendRequest[]) => readonly Settled[];
  readonly #queue: CommitQueue;
  readonly #end: LogEnd;
  #wipeDue = false;
  #trouble: HeadTrouble | null;

  /** Use openLedger. */
  constructor(db: Database, options: LedgerOptions) {
    this.database = db;
    this.dataDir = options.dataDir;
    this.#sql = prepareStatements(db);
    this.#event = eventReader(this.#sql);
    this.#find = entryFinder(db);
    this.#lookups = prepareLookups(db);
    this.#altered = prepareAlteredEntries(db);
    this.logId = this.#sql.meta.get("log") ?? db.transaction(() => drawLogId(this.#sql)).immediate();
    this.origin = `touchstone/${this.logId.slice(0, 16)}`;
    this.#file = new OpenedFile(options.dataDir);
    refuseForeign(checkpointFile(this.dataDir), this.origin);
    this.#end = new LogEnd(this.#sql, this.readNode);
    this.#signer = this.#openSigner();
    this.#trouble = headTrouble(this.#sql, this.#signer, checkpointFile(this.dataDir), this.readNode);
    const [sql, signer, end] = [this.#sql, this.#signer, this.#end];
    this.#commit = committer({ db, sql, signer, end, readOnly: () => this.readOnly });
    this.#queue = new CommitQueue((requests) => this.#commitTogether(requests));
    this.#keeper = new CheckpointKeeper(checkpointFile(this.dataDir), this.#sql, this.#trouble === null);
    this.#onProblem = options.onProblem ?? (() => undefined);
    this.#keeper.start(options.syncEvery ?? 1000, this.#onProblem);
  }

  get vkey(): string {
    return this.#signer.vkey;
  }

  get readOnly(): string | null {
    return this.#trouble?.reason ?? null;
  }

  async checkpoint(): Promise<string | null> {
    return attempt("reading", () => this.#sql.checkpoint.get() ?? null);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    checkRequest(request);
    // Inside somebody's transaction a commit would be acknowledged before it is one.
    if (this.database.inTransaction) throw new Error("append inside a transaction on the authority tables");
    return this.#queue.add(request);
  }

  async standing(stream: string, commandId: string): Promise<CommandStanding> {
    return attempt("reading", () => {
      const [written = null, version = null] = this.#sql.standing.get(commandId, stream) ?? [];
      return { version: version ?? 0, used: written !== null };
    });
  }

  async checkPlace(): Promise<void> {
    this.#file.check();
  }

  async readStream(stream: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]> {
    const upTo = options?.upTo ?? Number.MAX_SAFE_INTEGER;
    return attempt("reading", () => this.#sql.streamTexts.all(stream, upTo).map(this.#event));
  }

  async readStreams(prefix: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]> {
    const upTo = options?.upTo ?? Number.MAX_SAFE_INTEGER;
    return attempt("reading", () => this.#sql.streamsTexts.all(prefix, prefix + LAST, upTo).map(this.#event));
  }

  async readAll(after: number, limit: number): Promise<readonly LedgerEvent[]> {
    return attempt("reading", () => this.#textsFrom(after, limit).map(this.#event));
  }

  async find(query: EntryQuery): Promise<readonly LedgerEvent[]> {
    return attempt("reading", () =>
      this.#find(query).flatMap((position) => this.#sql.textsFrom.all(position - 1, 1).map(this.#event)),
    );
  }

  async positionAt(time: string): Promise<number> {
    return attempt("reading", () => {
      const { frontier } = this.#end.current();
      return firstAt(time, frontier.size, (position) => this.#sql.leafTime.get(position));
    });
  }

  async head(): Promise<Head> {
    return attempt("reading", () => {
      const { frontier, time } = this.#end.current();
      return { position: frontier.size, root: rootOf(frontier).toString("hex"), time };
    });
  }

  async privateText(digest: string): Promise<PrivateText | "erased" | null> {
    return attempt("reading", () => {
      const row = this.#sql.text.get(digest);
      if (row === undefined) return null;
      return row.salt === null || row.text === null ? "erased" : { digest, salt: row.salt, text: row.text };
    });
  }

  async remains(position: number): Promise<Remains | null> {
    return attempt("reading", () => {
      const leaf = this.#sql.leaf.get(position);
      if (leaf === undefined || pointerOf(leaf.bytes) !== null) return null;
      return remainsOf(leaf.bytes, leaf.hash.toString("hex"));
    });
  }

  async leafHash(position: number): Promise<string | null> {
    return attempt("reading", () => this.#sql.leafHash.get(position)?.toString("hex") ?? null);
  }

  async anyStream(prefix: string): Promise<boolean> {
    return attempt("reading", () => this.#sql.anyStream.get(prefix, `${prefix}\u{10ffff}`) !== undefined);
  }

  async claimant(kind: string, key: string): Promise<string | null> {
    return attempt("reading", () => this.#sql.claimant.get(kind, key) ?? null);
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

  async forgetCommands(stream: string): Promise<void> {
    attempt("forgetting commands", () => {
      this.#sql.forgetCommands.run(stream);
      this.database.pragma("wal_checkpoint(TRUNCATE)");
    });
  }

  async alteredEntries(streams: readonly string[]): Promise<readonly AlteredEntry[]> {
    return attempt("reading", () =>
      this.#altered(streams, { checkpoint: this.#sql.checkpoint.get() ?? null, readNode: this.readNode }),
    );
  }

  /** Stored hash of a perfect subtree (level 0: a leaf), for proofs. @throws {LedgerError} "corrupt" where it is not stored. */
  readonly readNode: ReadNode = (level, index) => {
    const hash = level === 0 ? this.#sql.leafHash.get(index + 1) : this.#sql.node.get(nodeId(level, index));
    if (hash !== undefined) return hash;
    const place = level === 0 ? `leaf ${index + 1}` : `node ${nodeId(level, index)}`;
    throw new LedgerError("corrupt", `The hash of ${place} is missing; run: touchstone ledger verify`);
  };

  /** Commits what is waiting, files the newest checkpoint, folds the write-ahead log and closes. */
  close(): void {
    if (!this.database.open) return;
    try {
      this.#queue.flush();
      this.#keeper.stop();
    } finally {
      this.database.close();
    }
  }

  /**
   * For a declared loss (declareLoss): its event has to be written although the ledger is read-only.
   *
   * @throws {LedgerError} "corrupt" where more is wrong than an older copy: signing it would vouch for it.
   */
  appendDespiteLoss(request: AppendRequest): AppendResult {
    checkRequest(request);
    const trouble = this.#trouble;
    if (trouble?.lost === false) throw new LedgerError("corrupt", trouble.reason);
    this.#trouble = null;
    try {
      const [settled] = this.#commit([request]);
      if (settled === undefined || "error" in settled) throw settled?.error;
      this.#keeper.resume();
      return settled.result;
    } catch (error) {
      this.#trouble = trouble;
      throw explainSqlite(error, "declaring the loss");
    }
  }

  /** Takes its turn among the writers of all processes. */
  #commitTogether(requests: readonly AppendRequest[]): readonly Settled[] {
    return attempt("an append", () => {
      this.#file.check();
      const settled = this.#commit(requests);
      if (settled.some((outcome, index) => isAppended(outcome) && takesAway(requests[index]))) this.#wipeDue = true;
      if (this.#wipeDue) this.#forgetErased();
      return settled.map((outcome) =>
        "error" in outcome ? { error: explainSqlite(outcome.error, "an append") } : outcome,
      );
    });
  }

  /** Fewer than asked for where they are large: many of them at once are a matter of memory. */
  #textsFrom(after: number, limit: number): string[] {
    const texts: string[] = [];
    let length = 0;
    for (const text of this.#sql.textsFrom.iterate(after, limit)) {
      texts.push(text);
      if ((length += text.length) > MOST_READ) break;
    }
    return texts;
  }

  #openSigner(): Signer {
    const known = this.#sql.meta.get("vkey") ?? null;
    const signer = openSigner(this.dataDir, this.origin, known, this.#end.known.frontier.size === 0);
    if (signer.vkey !== known) this.#sql.setMeta.run("vkey", signer.vkey);
    return signer;
  }

  /**
   * secure_delete cleared the page; the write-ahead log still held the old one. The erasure is committed by then: where
   * the disk fails at this, it is not taken back but tried again with the next append.
   */
  #forgetErased(): void {
    try {
      this.database.pragma("wal_checkpoint(TRUNCATE)");
      this.#wipeDue = false;
    } catch (error) {
      this.#onProblem(error);
    }
  }
}

/** Characters of entries read at once. */
const MOST_READ = 8 * 1024 * 1024;

/** No name of a stream goes on with it: an upper end for all that begin alike. */
const LAST = "\u{10ffff}";

const isAppended = (settled: Settled): boolean => "result" in settled && settled.result.kind === "appended";

const takesAway = (request: AppendRequest | undefined): boolean =>
  (request?.erasures?.length ?? 0) + (request?.withholds?.length ?? 0) > 0;

function drawLogId(sql: Statements): string {
  const known = sql.meta.get("log");
  if (known !== undefined) return known;
  const drawn = randomBytes(32).toString("hex");
  sql.setMeta.run("log", drawn);
  return drawn;
}

function attempt<T>(doing: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw explainSqlite(error, doing);
  }
}
