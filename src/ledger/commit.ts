import type { Database } from "better-sqlite3";
import { refusal, signHead, write } from "./append.ts";
import type { Tip } from "./append.ts";
import type { Signer } from "./checkpoint.ts";
import { LedgerError } from "./errors.ts";
import type { LockWatch } from "./lock-watch.ts";
import type { LogEnd } from "./log-end.ts";
import type { AppendRequest, AppendResult } from "./port.ts";
import type { Standing, Statements } from "./statements.ts";

/** What became of one request: its answer, or the bug in it. */
export type Settled = { readonly result: AppendResult } | { readonly error: unknown };

interface Sources {
  readonly db: Database;
  readonly sql: Statements;
  readonly signer: Signer;
  readonly end: LogEnd;
  /** Why nothing can be written, or null. */
  readonly readOnly: () => string | null;
  readonly waits: LockWatch;
  /** The verifying key that the ledger has to know before this commit, and what a rotation makes it know after it. */
  readonly known: string;
  readonly becomes?: string;
}

interface Performed {
  readonly result: AppendResult;
  /** The log's end in the transaction; null while nothing was written in it. */
  readonly tip: Tip | null;
}

const NOTHING: Standing = [null, null, null];

/**
 * Writes requests one after the other in one transaction, each on what those before it left, and signs the head once.
 * One that is refused writes nothing; one that throws is undone by itself. None is answered before all of them are on
 * the disk.
 *
 * @throws where the transaction cannot be had or kept: then nothing of any of them is written.
 */
export function committer(sources: Sources): (requests: readonly AppendRequest[]) => readonly Settled[] {
  const { db, sql, signer, end, waits, becomes } = sources;
  const undoable = db.transaction((request: AppendRequest, tip: Tip | null) => perform(sources, request, tip));
  let committed: Tip | null = null;

  const transaction = db.transaction((requests: readonly AppendRequest[], begun: () => void): Settled[] => {
    begun();
    refuseReplacedKey(sources);
    let tip: Tip | null = null;
    const settled = requests.map((request): Settled => {
      try {
        // Alone, the transaction itself is what is undone.
        const performed: Performed = requests.length === 1 ? perform(sources, request, tip) : undoable(request, tip);
        tip = performed.tip;
        return { result: performed.result };
      } catch (error) {
        // A disk that failed may have taken the whole transaction with it.
        if (requests.length === 1 || !db.inTransaction) throw error;
        return { error };
      }
    });
    if (tip !== null) {
      signHead(sql, signer, tip);
      if (becomes !== undefined) sql.setMeta.run("vkey", becomes);
    }
    committed = tip;
    return settled;
  });

  return (requests) => {
    committed = null;
    const settled = waits.during((begun) => transaction.immediate(requests, begun));
    // Only what is committed may become the log's end.
    if (committed !== null) end.move(committed);
    return settled;
  };
}

/** @throws {LedgerError} "key" where another process handed the key over since this one read it. */
function refuseReplacedKey({ sql, known }: Sources): void {
  if (sql.meta.get("vkey") === known) return;
  throw new LedgerError(
    "key",
    "The signing key was rotated by another process since this one started: start it again.",
  );
}

function perform({ sql, end, readOnly }: Sources, request: AppendRequest, tip: Tip | null): Performed {
  const standing = sql.standing.get(request.commandId, request.stream) ?? NOTHING;
  const refused = refusal(sql, request, standing, readOnly());
  if (refused !== null) return { result: refused, tip };
  const written = write(sql, tip ?? end.current(standing[2] ?? 0), request);
  return { result: { kind: "appended", events: written.events }, tip: written.tip };
}
