import type { Database } from "better-sqlite3";
import type { Findings } from "./findings.ts";
import { interiorCount, nodeHashHex, rootOf } from "./merkle.ts";
import { BATCH, Rows } from "./rows.ts";
import type { LeafWitness } from "./verify-witness.ts";

/** id, hash (hex) */
type NodeRow = [number, string];

/** Checks every stored interior hash against its stored children and keeps the roots of the sizes asked for. */
export class NodeWitness implements LeafWitness {
  /** Root of the first n leaves, for each n asked for that was reached. */
  readonly roots = new Map<number, Buffer>();
  readonly #findings: Findings;
  readonly #nodes: Rows<NodeRow>;
  readonly #wanted: ReadonlySet<number>;
  /** Perfect subtrees so far, largest first; null where an entry below is missing. */
  readonly #peaks: (string | null)[] = [];
  #size = 0;
  #id = 0;

  constructor(db: Database, findings: Findings, wanted: ReadonlySet<number>) {
    this.#findings = findings;
    this.#wanted = wanted;
    const select = `SELECT id, lower(hex(hash)) FROM node WHERE id > ? ORDER BY id LIMIT ${BATCH}`;
    const statement = db.prepare<[number], NodeRow>(select).raw();
    this.#nodes = new Rows(
      (after) => statement.all(after),
      ([id]) => id,
    );
  }

  get size(): number {
    return this.#size;
  }

  /** Root over all leaves seen, or null where one is missing. */
  root(): Buffer | null {
    const peaks = this.#peaks.filter((peak) => peak !== null);
    if (peaks.length !== this.#peaks.length) return null;
    return rootOf({ size: this.#size, peaks: peaks.map((peak) => Buffer.from(peak, "hex")) });
  }

  see(position: number, hash: string): void {
    if (position <= this.#size) return;
    while (this.#size < position - 1) this.#push(null);
    this.#push(hash);
  }

  /** After the last leaf: whatever node is left belongs to no tree. */
  finish(): void {
    for (let row = this.#nodes.take(); row !== undefined; row = this.#nodes.take()) {
      this.#findings.add(`node ${row[0]}`, "node-altered", "belongs to entries that are not there");
    }
  }

  #push(leaf: string | null): void {
    let tip = leaf;
    this.#id = interiorCount(this.#size);
    for (let carry = this.#size, level = 1; carry % 2 === 1; carry = (carry - 1) / 2, level++) {
      tip = this.#parent(this.#peaks.pop() ?? null, tip, level);
    }
    this.#peaks.push(tip);
    this.#size += 1;
    const root = this.#wanted.has(this.#size) ? this.root() : null;
    if (root !== null) this.roots.set(this.#size, root);
  }

  #parent(left: string | null, right: string | null, level: number): string | null {
    this.#id += 1;
    const computed = left === null || right === null ? null : nodeHashHex(left, right);
    const stored = this.#stored();
    if (stored === null) {
      this.#report(level, "the stored hash is missing");
      return computed;
    }
    if (computed !== null && computed !== stored) {
      this.#report(level, "the stored hash is not the hash of its two children");
    }
    return stored;
  }

  #report(level: number, message: string): void {
    const place = `node ${this.#id} (level ${level}, ends at position ${this.#size + 1})`;
    this.#findings.add(place, "node-altered", message);
  }

  #stored(): string | null {
    for (let row = this.#nodes.peek(); row !== undefined && row[0] <= this.#id; row = this.#nodes.peek()) {
      this.#nodes.take();
      if (row[0] === this.#id) return row[1];
      this.#findings.add(`node ${row[0]}`, "node-altered", "is no node of this tree");
    }
    return null;
  }
}
