import type { Database } from "better-sqlite3";
import { fits } from "./command-digest.ts";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import { BATCH, Rows } from "./rows.ts";
import { places } from "./verify-leaves.ts";
import type { LeafWitness } from "./verify-witness.ts";

/** first, last, id, actor, digest */
type CommandRow = [number, number, string, string, string];

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
      `SELECT first, last, id, actor, digest FROM command WHERE first > ? ORDER BY first LIMIT ${BATCH}`,
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
      this.#findings.add(
        `position ${position}`,
        "command-altered",
        "the command that wrote this entry is not remembered",
      );
      return;
    }
    if (leaf !== null) this.#checkDigest(position, command, leaf);
    if (leaf === null || (leaf.command === command[2] && leaf.actor === command[3])) return;
    this.#findings.add(
      `command ${command[2]} of ${places(command[0], command[1])}`,
      "command-altered",
      `the leaf at ${position} names command ${leaf.command} by ${leaf.actor}, the command's row says ${command[3]}`,
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
    const [first, , , , digest] = row;
    if (position !== first) return;
    if (digest === "") this.#emptied.push({ row, stream });
    else if (!fits(digest, effects?.command)) this.#altered(row, "its digest is not the one that the entry holds");
  }

  #altered([first, last, id]: CommandRow, message: string): void {
    this.#findings.add(`command ${id} of ${places(first, last)}`, "command-altered", message);
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

  #stray([first, last, id]: CommandRow): void {
    this.#findings.add(`command ${id}`, "command-altered", `names ${places(first, last)}, which it did not write`);
  }
}
