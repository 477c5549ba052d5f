import type { Database } from "better-sqlite3";
import type { Findings } from "./findings.ts";
import { interiorCount, nodeHashHex, rootOf } from "./merkle.ts";
import { BATCH, Rows } from "./rows.ts";

/** position or id, hash (hex) */
type HashRow = [number, string];

/** Root of the first n leaves in hex, for each n asked for that was reached and lacks no hash. */
export type Roots = ReadonlyMap<number, string>;

/** Checks every stored interior hash against its stored children and answers the roots of the sizes asked for. */
export function verifyNodes(db: Database, wanted: ReadonlySet<number>, findings: Findings): Roots {
  const tree = new StoredTree(hashes(db, "node", "id"), wanted, findings);
  const leaves = hashes(db, "leaf", "position");
  for (let row = leaves.take(); row !== undefined; row = leaves.take()) tree.see(row);
  tree.finish();
  return tree.roots;
}

function hashes(db: Database, table: "leaf" | "node", key: "position" | "id"): Rows<HashRow> {
  const select = `SELECT ${key}, lower(hex(hash)) FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${BATCH}`;
  const statement = db.prepare<[number], HashRow>(select).raw();
  return new Rows(
    (after) => statement.all(after),
    ([id]) => id,
  );
}

class StoredTree {
  readonly roots = new Map<number, string>();
  readonly #nodes: Rows<HashRow>;
  readonly #wanted: ReadonlySet<number>;
  readonly #findings: Findings;
  /** Perfect subtrees so far, largest first; null where an entry below is missing. */
  readonly #peaks: (string | null)[] = [];
  #size = 0;
  #id = 0;

  constructor(nodes: Rows<HashRow>, wanted: ReadonlySet<number>, findings: Findings) {
    this.#nodes = nodes;
    this.#wanted = wanted;
    this.#findings = findings;
  }

  see([position, hash]: HashRow): void {
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
    this.#keepRoot();
  }

  #keepRoot(): void {
    if (!this.#wanted.has(this.#size)) return;
    const peaks = this.#peaks.filter((peak) => peak !== null);
    if (peaks.length !== this.#peaks.length) return;
    const root = rootOf({ size: this.#size, peaks: peaks.map((peak) => Buffer.from(peak, "hex")) });
    this.roots.set(this.#size, root.toString("hex"));
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
    const place = `node ${this.#id} (level ${level}, ends at entry ${this.#size + 1})`;
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
