import type { Database } from "better-sqlite3";
import { decodeLeaf } from "./codec.ts";
import { LedgerError } from "./errors.ts";
import { BATCH, Rows } from "./rows.ts";
import { readSnapshot } from "./reader.ts";
import { pointerOf, withholdingOf } from "./withheld.ts";

/** position, bytes, hash (hex) */
type Row = [number, Buffer, string];

/**
 * Hands every stored leaf to `write`, oldest first, one a line: canonical JSON holds no raw newline, and its text
 * encoded in UTF-8 is byte for byte what is stored. For a withheld entry the line gives its hash, which its proof is
 * about, and which entry withholds it on what ground (a digest). Answers how many.
 *
 * @throws {LedgerError} "corrupt" for a leaf that is not UTF-8, which no text could carry unchanged.
 */
export async function exportLedger(dataDir: string, write: (line: string) => void | Promise<void>): Promise<number> {
  return readSnapshot(dataDir, async (db) => {
    const select = `SELECT position, bytes, lower(hex(hash)) FROM leaf WHERE position > ? ORDER BY position LIMIT ${BATCH}`;
    const statement = db.prepare<[number], Row>(select).raw();
    const rows = new Rows(
      (after) => statement.all(after),
      ([position]) => position,
    );
    let count = 0;
    for (let row = rows.take(); row !== undefined; row = rows.take(), count++) await write(lineOf(db, row));
    return count;
  });
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function lineOf(db: Database, [position, bytes, hash]: Row): string {
  const by = pointerOf(bytes);
  if (by !== null) return JSON.stringify({ position, hash, withheld: { by, ground: groundOf(db, by) } });
  try {
    return utf8.decode(bytes);
  } catch {
    throw new LedgerError("corrupt", `Entry ${position} was altered; run: touchstone ledger verify`);
  }
}

function groundOf(db: Database, by: number): string | null {
  const bytes = db.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck().get(by);
  return bytes === undefined ? null : (withholdingOf(decodeLeaf(bytes))?.ground ?? null);
}
