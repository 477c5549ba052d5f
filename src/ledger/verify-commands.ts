import type { Database } from "better-sqlite3";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import { BATCH, Rows } from "./rows.ts";
import { places } from "./verify-leaves.ts";
import type { LeafWitness } from "./verify-witness.ts";

/** first, last, id, actor */
type CommandRow = [number, number, string, string];

/**
 * Every entry belongs to exactly one remembered command, of the same id and actor. The command's digest cannot be
 * checked: it hashes free text without salt, so it must not stand in a leaf for good.
 */
export class CommandWitness implements LeafWitness {
  readonly #findings: Findings;
  readonly #commands: Rows<CommandRow>;
  #current: CommandRow | null = null;

  constructor(db: Database, findings: Findings) {
    this.#findings = findings;
    const statement = db.prepare<[number], CommandRow>(
      `SELECT first, last, id, actor FROM command WHERE first > ? ORDER BY first LIMIT ${BATCH}`,
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
