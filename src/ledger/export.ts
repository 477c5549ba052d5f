import { LedgerError } from "./errors.ts";
import { BATCH, Rows } from "./rows.ts";
import { readSnapshot } from "./reader.ts";

type Row = [number, Buffer];

/**
 * Hands every stored leaf to `write`, oldest first, one a line: canonical JSON holds no raw newline, and its text
 * encoded in UTF-8 is byte for byte what is stored. Answers how many.
 *
 * @throws {LedgerError} "corrupt" for a leaf that is not UTF-8, which no text could carry unchanged.
 */
export async function exportLedger(dataDir: string, write: (line: string) => void | Promise<void>): Promise<number> {
  return readSnapshot(dataDir, async (db) => {
    const select = `SELECT position, bytes FROM leaf WHERE position > ? ORDER BY position LIMIT ${BATCH}`;
    const statement = db.prepare<[number], Row>(select).raw();
    const rows = new Rows(
      (after) => statement.all(after),
      ([position]) => position,
    );
    let count = 0;
    for (let row = rows.take(); row !== undefined; row = rows.take(), count++) await write(lineOf(row));
    return count;
  });
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function lineOf([position, bytes]: Row): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new LedgerError("corrupt", `The entry at position ${position} was altered; run: touchstone ledger verify`);
  }
}
