import { randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import { checkpointFile } from "./checkpoint-file.ts";
import { CheckpointKeeper } from "./checkpoint-keeper.ts";
import type { Signer } from "./checkpoint.ts";
import { CommitQueue } from "./commit-queue.ts";
import { committer } from "./commit.ts";
import type { Settled } from "./commit.ts";
import { openDatabase } from "./database.ts";
import { LedgerError, attempt, explainSqlite } from "./errors.ts";
import { headTrouble, refuseForeign } from "./head-check.ts";
import type { HeadTrouble } from "./head-check.ts";
import { openSigner } from "./key.ts";
import { OpenedFile } from "./opened-file.ts";
import { lockWatch } from "./lock-watch.ts";
import type { AppendRequest, AppendResult, Ledger, LockWaits } from "./port.ts";
import { checkRequest } from "./request.ts";
import { SqliteReading } from "./sqlite-reading.ts";
import type { Statements } from "./statements.ts";

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
export class SqliteLedger extends SqliteReading implements Ledger {
  readonly logId: string;
  /** Name of the log in its checkpoints. */
  readonly origin: string;
  /** The file's handle, for src/authority/sqlite alone, whose tables stand in it: short transactions, no await inside. */
  readonly database: Database;
  readonly dataDir: string;
  readonly #signer: Signer;
  readonly #keeper: CheckpointKeeper;
  readonly #file: OpenedFile;
  readonly #onProblem: (error: unknown) => void;
  readonly #commit: (requests: readonly AppendRequest[]) => readonly Settled[];
  readonly #queue: CommitQueue;
  readonly #waits = lockWatch();
  #wipeDue = false;
  #trouble: HeadTrouble | null;

  /** Use openLedger. */
  constructor(db: Database, options: LedgerOptions) {
    super(db);
    this.database = db;
    this.dataDir = options.dataDir;
    this.logId = this.sql.meta.get("log") ?? db.transaction(() => drawLogId(this.sql)).immediate();
    this.origin = `touchstone/${this.logId.slice(0, 16)}`;
    this.#file = new OpenedFile(options.dataDir);
    refuseForeign(checkpointFile(this.dataDir), this.origin);
    this.#signer = this.#openSigner();
    this.#trouble = headTrouble(this.sql, this.#signer, checkpointFile(this.dataDir), this.readNode);
    const [sql, signer, end] = [this.sql, this.#signer, this.end];
    this.#commit = committer({ db, sql, signer, end, readOnly: () => this.readOnly, waits: this.#waits });
    this.#queue = new CommitQueue((requests) => this.#commitTogether(requests));
    this.#keeper = new CheckpointKeeper(checkpointFile(this.dataDir), this.sql, this.#trouble === null);
    this.#onProblem = options.onProblem ?? (() => undefined);
    this.#keeper.start(options.syncEvery ?? 1000, this.#onProblem);
  }

  get vkey(): string {
    return this.#signer.vkey;
  }

  get readOnly(): string | null {
    return this.#trouble?.reason ?? null;
  }

  get lockWaits(): LockWaits {
    return this.#waits.soFar();
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    checkRequest(request);
    // Inside somebody's transaction a commit would be acknowledged before it is one.
    if (this.database.inTransaction) throw new Error("append inside a transaction on the authority tables");
    return this.#queue.add(request);
  }

  async checkPlace(): Promise<void> {
    this.#file.check();
  }

  async forgetCommands(stream: string): Promise<void> {
    attempt("forgetting commands", () => {
      this.sql.forgetCommands.run(stream);
      this.database.pragma("wal_checkpoint(TRUNCATE)");
    });
  }

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

  #openSigner(): Signer {
    const known = this.sql.meta.get("vkey") ?? null;
    const signer = openSigner(this.dataDir, this.origin, known, this.end.known.frontier.size === 0);
    if (signer.vkey !== known) this.sql.setMeta.run("vkey", signer.vkey);
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
