import type { Database } from "better-sqlite3";
import { fits } from "./command-digest.ts";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import { BATCH, Rows } from "./rows.ts";
import { places } from "./verify-leaves.ts";
import type { LeafWitness } from "./verify-witness.ts";

/** first, last, id and actor joined, digest */
type CommandRow = [first: number, last: number, who: string, digest: string];

/** Neither may hold a control character (request.ts), so joining loses nothing. */
const SEPARATOR = "\u001f";

/**
 * Every entry belongs to exactly one remembered command, of the same id and actor, whose digest fits the commitment in
 * its first leaf or was emptied together with an erasure in its stream.
 */
export class CommandWitness implements LeafWitness {
  readonly #findings: Findings;
  readonly #commands: Rows<CommandRow>;
  #current: CommandRow | null = null;
  readonly #emptied: { readonly row: CommandRow; readonly stream: string }[] = [];
  readonly #erasing = new Set<string>();

  constructor(db: Database, findings: Findings) {
    this.#findings = findings;
    const statement = db.prepare<[number], CommandRow>(
      `SELECT first, last, concat_ws(char(31), id, actor), digest FROM command WHERE first > ? ORDER BY first LIMIT ${BATCH}`,
    );
    this.#commands = new Rows(
      (after) => statement.raw().all(after),
      ([first]) => first,
    );
  }

  see(position: number, _hash: string, leaf: Leaf | null): void {
    if (this.#current === null || position > this.#current[1]) this.#advance(position);
    const command = this.#current;
    if (command === null || position < command[0]) {
      this.#findings.add(`entry ${position}`, "command-altered", "the command that wrote this entry is not remembered");
      return;
    }
    if (leaf !== null) this.#checkDigest(position, command, leaf);
    if (leaf === null || command[2] === `${leaf.command}\u001f${leaf.actor}`) return;
    const [, actor = ""] = command[2].split(SEPARATOR);
    this.#altered(
      command,
      `the leaf at ${position} names command ${leaf.command} by ${leaf.actor}, the command's row says ${actor}`,
    );
  }

  /** After the last leaf. */
  finish(): void {
    for (let row = this.#commands.take(); row !== undefined; row = this.#commands.take()) this.#stray(row);
    for (const { row, stream } of this.#emptied)
      if (!this.#erasing.has(stream)) this.#altered(row, "its digest was emptied without an erasure on record");
  }

  #checkDigest(position: number, row: CommandRow, { type, stream, effects }: Leaf): void {
    if (type === "TextErased" || effects?.erasures !== undefined) this.#erasing.add(stream);
    const [first, , , digest] = row;
    if (position !== first) return;
    if (digest === "") this.#emptied.push({ row, stream });
    else if (!fits(digest, effects?.command)) this.#altered(row, "its digest is not the one that the entry holds");
  }

  #altered([first, last, who]: CommandRow, message: string): void {
    this.#findings.add(`command ${idOf(who)} of ${places(first, last)}`, "command-altered", message);
  }

  #advance(position: number): void {
    this.#current = null;
    for (let row = this.#commands.peek(); row !== undefined && row[0] <= position; row = this.#commands.peek()) {
      this.#commands.take();
      if (row[1] >= position) {
        this.#current = row;
        return;
      }
      this.#stray(row);
    }
  }

  #stray([first, last, who]: CommandRow): void {
    this.#findings.add(
      `command ${idOf(who)}`,
      "command-altered",
      `names ${places(first, last)}, which it did not write`,
    );
  }
}

const idOf = (who: string): string => who.split(SEPARATOR)[0] ?? "";
