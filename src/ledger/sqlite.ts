import { randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import { prepareAlteredEntries } from "./altered-entries.ts";
import { refusal, write } from "./append.ts";
import type { Tip, Written } from "./append.ts";
import { checkpointFile } from "./checkpoint-file.ts";
import { CheckpointKeeper } from "./checkpoint-keeper.ts";
import type { Signer } from "./checkpoint.ts";
import { openDatabase } from "./database.ts";
import { LedgerError, explainSqlite } from "./errors.ts";
import { entryFinder, firstAt } from "./entry-finder.ts";
import { headTrouble, refuseForeign } from "./head-check.ts";
import type { HeadTrouble } from "./head-check.ts";
import { openSigner } from "./key.ts";
import { prepareLookups } from "./lookups.ts";
import type { Lookups } from "./lookups.ts";
import { frontierOf, nodeId, rootOf } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";
import { OpenedFile } from "./opened-file.ts";
import type {
  AlteredEntry,
  AppendRequest,
  AppendResult,
  EntryQuery,
  Head,
  Ledger,
  LedgerEvent,
  PrivateText,
  Remains,
} from "./port.ts";
import { checkRequest } from "./request.ts";
import { prepareStatements } from "./statements.ts";
import type { Standing, Statements } from "./statements.ts";
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
  readonly #event: (bytes: Buffer) => LedgerEvent;
  readonly #find: (query: EntryQuery) => readonly number[];
  readonly #lookups: Lookups;
  readonly #altered: ReturnType<typeof prepareAlteredEntries>;
  readonly #signer: Signer;
  readonly #keeper: CheckpointKeeper;
  readonly #file: OpenedFile;
  readonly #onProblem: (error: unknown) => void;
  readonly #commit: (request: AppendRequest) => AppendResult;
  #tip: Tip;
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
    this.#tip = this.#readTip();
    this.#signer = this.#openSigner();
    this.#trouble = headTrouble(this.#sql, this.#signer, checkpointFile(this.dataDir), this.readNode);
    this.#commit = this.#prepareCommit(db);
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
    return attempt("an append", () => {
      checkRequest(request);
      this.#file.check();
      const result = this.#commit(request);
      if (result.kind === "appended" && takesAway(request)) this.#wipeDue = true;
      if (this.#wipeDue) this.#forgetErased();
      return result;
    });
  }

  async checkPlace(): Promise<void> {
    this.#file.check();
  }

  async readStream(stream: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]> {
    const upTo = options?.upTo ?? Number.MAX_SAFE_INTEGER;
    return attempt("reading", () => this.#sql.streamBytes.all(stream, upTo).map(this.#event));
  }

  async readStreams(prefix: string, options?: { readonly upTo?: number }): Promise<readonly LedgerEvent[]> {
    const upTo = options?.upTo ?? Number.MAX_SAFE_INTEGER;
    return attempt("reading", () => this.#sql.streamsBytes.all(prefix, prefix + LAST, upTo).map(this.#event));
  }

  async readAll(after: number, limit: number): Promise<readonly LedgerEvent[]> {
    return attempt("reading", () => this.#sql.bytesFrom.all(after, limit).map(this.#event));
  }

  async find(query: EntryQuery): Promise<readonly LedgerEvent[]> {
    return attempt("reading", () =>
      this.#find(query).flatMap((position) => this.#sql.bytesFrom.all(position - 1, 1).map(this.#event)),
    );
  }

  async positionAt(time: string): Promise<number> {
    return attempt("reading", () => {
      this.#refreshTip();
      return firstAt(time, this.#tip.frontier.size, (position) => this.#sql.leafTime.get(position));
    });
  }

  async head(): Promise<Head> {
    return attempt("reading", () => {
      this.#refreshTip();
      const { frontier, time } = this.#tip;
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

  /** Files the newest checkpoint, folds the write-ahead log and closes. */
  close(): void {
    if (!this.database.open) return;
    try {
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
      const result = this.#commit(request);
      this.#keeper.resume();
      return result;
    } catch (error) {
      this.#trouble = trouble;
      throw explainSqlite(error, "declaring the loss");
    }
  }

  #prepareCommit(db: Database): (request: AppendRequest) => AppendResult {
    let written: Written | null = null;
    const transaction = db.transaction((request: AppendRequest): AppendResult => {
      written = null;
      const standing = this.#sql.standing.get(request.commandId, request.stream) ?? NOTHING;
      const refused = refusal(this.#sql, request, standing, this.readOnly);
      if (refused !== null) return refused;
      this.#follow(standing[2] ?? 0);
      written = write(this.#sql, this.#signer, this.#tip, request);
      return { kind: "appended", events: written.events };
    });
    return (request) => {
      // Inside somebody's transaction a commit would be acknowledged before it is one.
      if (db.inTransaction) throw new Error("append inside a transaction on the authority tables");
      const result = transaction.immediate(request);
      // Only what is committed may become the tip.
      if (written !== null) this.#tip = written.tip;
      return result;
    };
  }

  /** Another process (the CLI beside the server) may have appended since. */
  #refreshTip(): void {
    this.#follow(this.#sql.tip.get()?.position ?? 0);
  }

  #follow(newest: number): void {
    if (newest !== this.#tip.frontier.size) this.#tip = this.#readTip();
  }

  #readTip(): Tip {
    const tip = this.#sql.tip.get();
    return { frontier: frontierOf(tip?.position ?? 0, this.readNode), time: tip?.time ?? null };
  }

  #openSigner(): Signer {
    const known = this.#sql.meta.get("vkey") ?? null;
    const signer = openSigner(this.dataDir, this.origin, known, this.#tip.frontier.size === 0);
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

const NOTHING: Standing = [null, null, null];

/** No name of a stream goes on with it: an upper end for all that begin alike. */
const LAST = "\u{10ffff}";

const takesAway = ({ erasures = [], withholds = [] }: AppendRequest): boolean => erasures.length + withholds.length > 0;

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
