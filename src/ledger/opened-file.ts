import { existsSync, statSync } from "node:fs";
import { databaseFile } from "./database.ts";
import { LedgerError } from "./errors.ts";

/**
 * The database file as it was opened. SQLite goes on reading and writing a file that was taken away or exchanged
 * beneath it, and what is written so is gone at the next start: it must not be acknowledged.
 */
export class OpenedFile {
  readonly #file: string;
  readonly #wal: string;
  readonly #inode: bigint;
  #size: bigint;

  constructor(dataDir: string) {
    this.#file = databaseFile(dataDir);
    this.#wal = `${this.#file}-wal`;
    const { ino, size } = statSync(this.#file, { bigint: true });
    this.#inode = ino;
    this.#size = size;
  }

  /** @throws {LedgerError} "gone" where another file or none stands in its place, or it was cut off: it only grows. */
  check(): void {
    const now = statSync(this.#file, { bigint: true, throwIfNoEntry: false });
    if (now === undefined) throw gone(`${this.#file} is gone`);
    if (now.ino !== this.#inode) throw gone(`${this.#file} was exchanged for another file`);
    if (now.size < this.#size) throw gone(`${this.#file} was cut off`);
    // Written by every commit; without it the last ones would be lost with this process.
    if (!existsSync(this.#wal)) throw gone(`${this.#wal} is gone`);
    this.#size = now.size;
  }
}

const gone = (what: string): LedgerError =>
  new LedgerError(
    "gone",
    `${what} while the server runs. Nothing is written any more. Stop the server, put the file back or restore a backup, ` +
      `and start again.`,
  );
