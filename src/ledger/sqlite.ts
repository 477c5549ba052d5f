import { hash, randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import { checkpointFile } from "./checkpoint-file.ts";
import { CheckpointKeeper } from "./checkpoint-keeper.ts";
import { keyName, signedByBoth } from "./checkpoint.ts";
import type { Signer } from "./checkpoint.ts";
import { readEvent } from "./codec.ts";
import { CommitQueue } from "./commit-queue.ts";
import { committer } from "./commit.ts";
import type { Settled } from "./commit.ts";
import { openDatabase } from "./database.ts";
import { LedgerError, attempt, explainSqlite } from "./errors.ts";
import { headTrouble, refuseForeign } from "./head-check.ts";
import type { HeadTrouble } from "./head-check.ts";
import { openSigner } from "./key.ts";
import type { OpenedKey } from "./key.ts";
import { keysInTime } from "./keys-in-time.ts";
import type { KeysInTime } from "./keys-in-time.ts";
import { LOSS_STREAM } from "./loss.ts";
import { OpenedFile } from "./opened-file.ts";
import { lockWatch } from "./lock-watch.ts";
import type { AppendRequest, AppendResult, Ledger, LedgerEvent, LockWaits } from "./port.ts";
import { checkRequest } from "./request.ts";
import { enteredRotations, rotationEvent } from "./rotation.ts";
import type { Rotation } from "./rotation.ts";
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
  #signer: Signer;
  /** Rotations that this copy does not know yet: entered with the next commit, which the present key signs. */
  #due: readonly Rotation[];
  readonly #keeper: CheckpointKeeper;
  readonly #file: OpenedFile;
  readonly #onProblem: (error: unknown) => void;
  #commit: Commit;
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
    const { signer, due } = this.#openSigner();
    [this.#signer, this.#due] = [signer, due];
    this.#trouble = headTrouble(this.sql, this.keys(), checkpointFile(this.dataDir), this.readNode);
    this.#commit = this.#committer(signer.vkey);
    if (due.length > 0 && this.#trouble === null) this.#enter(due, signer, new Date().toISOString());
    this.#queue = new CommitQueue((requests) => this.#commitTogether(requests));
    this.#keeper = new CheckpointKeeper(checkpointFile(this.dataDir), this.sql, this.#trouble === null);
    this.#onProblem = options.onProblem ?? (() => undefined);
    this.#keeper.start(options.syncEvery ?? 1000, this.#onProblem);
  }

  get vkey(): string {
    return this.#signer.vkey;
  }

  /** Every key this log signed with, and from which position on. */
  keys(): KeysInTime {
    const { position } = this.sql.tip.get() ?? { position: 0 };
    const entered = enteredRotations(this.#ownEvents());
    // They begin with the entry that will name them.
    const due = this.#due.map((rotation) => ({ ...rotation, position: position + 1 }));
    return keysInTime(this.#signer.vkey, [...entered, ...due]);
  }

  /**
   * Hands signing over to another key by an entry that both vouch for, under a checkpoint that both signed. The file of
   * the key is the caller's to put in place afterwards.
   *
   * @throws {LedgerError} where the ledger cannot be written.
   */
  rotateTo(newer: Signer, rotation: Rotation, time: string): number {
    if (this.#trouble !== null) throw new LedgerError("corrupt", this.#trouble.reason);
    const position = this.#enter([rotation], signedByBoth(this.#signer, newer), time);
    this.#signer = newer;
    return position;
  }

  #ownEvents(): readonly LedgerEvent[] {
    return this.sql.streamTexts.all(LOSS_STREAM, Number.MAX_SAFE_INTEGER).map((text) => readEvent(text));
  }

  #committer(known: string, signer: Signer = this.#signer, becomes?: string): Commit {
    const { database: db, sql, end } = this;
    const shared = { db, sql, end, readOnly: () => this.readOnly, waits: this.#waits };
    return committer({ ...shared, signer, known, ...(becomes !== undefined && { becomes }) });
  }

  /** Enters rotations, behind what is given, in one commit. @returns the position of the last. */
  #enter(rotations: readonly Rotation[], signer: Signer, time: string, before: readonly AppendRequest[] = []): number {
    const commit = this.#committer(rotations[0]?.from ?? signer.vkey, signer, signer.vkey);
    const version = this.#ownEvents().length + before.length;
    const requests = rotations.map((rotation, at) => rotationRequest(rotation, version + at, time));
    const settled = commit([...before, ...requests]);
    const results = settled.map((outcome) => {
      if ("error" in outcome) throw outcome.error;
      return outcome.result;
    });
    const last = results.at(-1);
    if (last?.kind !== "appended") throw new LedgerError("key", `The key was not rotated: ${last?.kind ?? "nothing"}.`);
    this.#due = [];
    this.#commit = this.#committer(signer.vkey, signer);
    return last.events.at(-1)?.position ?? 0;
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
      if (this.#due.length > 0) return this.#appendWithRotations(request);
      const [settled] = this.#commit([request]);
      if (settled === undefined || "error" in settled) throw settled?.error;
      this.#keeper.resume();
      return settled.result;
    } catch (error) {
      this.#trouble = trouble;
      throw explainSqlite(error, "declaring the loss");
    }
  }

  /** A loss, and that this older copy's key was handed over since: the key that is here signs both at once. */
  #appendWithRotations(request: AppendRequest): AppendResult {
    const position = this.#enter(this.#due, this.#signer, request.time, [request]);
    this.#keeper.resume();
    const events = this.#ownEvents().filter(
      (event) => event.command === request.commandId && event.position < position,
    );
    return { kind: "appended", events };
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

  #openSigner(): OpenedKey {
    const known = this.sql.meta.get("vkey") ?? null;
    const opened = openSigner(this.dataDir, this.origin, known, this.end.known.frontier.size === 0);
    if (opened.due.length === 0 && opened.signer.vkey !== known) this.sql.setMeta.run("vkey", opened.signer.vkey);
    return opened;
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

type Commit = (requests: readonly AppendRequest[]) => readonly Settled[];

/** The same rotation entered by two processes at once is one. */
function rotationRequest(rotation: Rotation, version: number, time: string): AppendRequest {
  const commandId = `rotate-key-${keyName(rotation.to)}-${version}`;
  return {
    stream: LOSS_STREAM,
    expectedVersion: version,
    events: [rotationEvent(rotation)],
    actor: "system",
    role: "system",
    time,
    commandId,
    commandDigest: hash("sha256", commandId, "hex"),
  };
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
