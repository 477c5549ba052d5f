import type { FiledCheckpoint } from "./checkpoint-file.ts";
import { readCheckpointFile } from "./checkpoint-file.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import { readEvent } from "./codec.ts";
import { LedgerError } from "./errors.ts";
import type { KeysInTime } from "./keys-in-time.ts";
import { LOSS_DECLARED, LOSS_STREAM, declaredLosses, isDeclared } from "./loss.ts";
import { rangeRoot } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";
import type { Statements } from "./statements.ts";
import { counted } from "../domain/words/counted.ts";

export interface HeadTrouble {
  readonly reason: string;
  /** True for a head that is signed but older than the file: its loss can be declared. */
  readonly lost: boolean;
}

/**
 * The file beside the ledger must be this ledger's: where one of the two was exchanged, the checkpoints would never
 * contradict anything again.
 *
 * @throws {LedgerError} "format" naming both.
 */
export function refuseForeign(file: string, origin: string): void {
  const foreign = readCheckpointFile(file).checkpoints.find(({ note }) => !note.startsWith(`${origin}\n`));
  if (foreign === undefined) return;
  throw new LedgerError(
    "format",
    `ledger.sqlite is the ledger ${origin}, but ${file} holds checkpoints of ${foreign.note.split("\n")[0] ?? ""}: one of ` +
      `the two was exchanged. Put the right file back, or a backup with: touchstone restore DIR`,
  );
}

/**
 * What start-up asks in O(log n): does the newest stored checkpoint sign this head, and does the file outside the
 * database know a later or another one? The whole log is verify's work.
 *
 * @returns why the ledger must not be written, or null.
 */
export function headTrouble(sql: Statements, keys: KeysInTime, file: string, read: ReadNode): HeadTrouble | null {
  const size = sql.tip.get()?.position ?? 0;
  const stored = storedTrouble(sql, keys, size, read);
  if (stored !== null) return { reason: stored, lost: false };
  const filed = filedTrouble(sql, keys, size, file, read);
  return filed === null ? null : { reason: filed, lost: true };
}

function storedTrouble(sql: Statements, keys: KeysInTime, size: number, read: ReadNode): string | null {
  const note = sql.checkpoint.get();
  if (note === undefined) {
    return size === 0
      ? null
      : `The ledger has ${counted(size, "entry", "entries")} and no signed checkpoint. Run: touchstone ledger verify`;
  }
  const head = parseCheckpoint(note);
  if (head?.size === size && head.root.equals(rangeRoot(0, size, read)) && keys.accepts(note, size)) return null;
  return `The newest signed checkpoint does not cover the ledger's end at ${size}. Run: touchstone ledger verify`;
}

function filedTrouble(sql: Statements, keys: KeysInTime, size: number, file: string, read: ReadNode): string | null {
  const filed = readCheckpointFile(file).checkpoints;
  const last = filed.filter((checkpoint) => checkpoint.size <= size).at(-1);
  const losses = declaredLosses(
    sql.streamTexts
      .all(LOSS_STREAM, size)
      .map((text) => readEvent(text))
      .filter(({ type }) => type === LOSS_DECLARED),
  );
  const contradicts = (checkpoint: FiledCheckpoint): boolean =>
    (checkpoint.size > size || !checkpoint.root.equals(rangeRoot(0, checkpoint.size, read))) &&
    !isDeclared(losses, checkpoint) &&
    keys.acceptsEver(checkpoint.note);
  const worst = filed
    .filter((checkpoint) => checkpoint.size > size || checkpoint === last)
    .filter(contradicts)
    .at(-1);
  if (worst === undefined) return null;
  return (
    `The ledger ends at ${size}, but a checkpoint signed at ${worst.size} is on file: this is an older copy or another ` +
    `history. Put the newer copy back, or accept the loss with: touchstone restore DIR --accept-loss`
  );
}
