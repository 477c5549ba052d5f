import type { Database, Statement } from "better-sqlite3";
import { setImmediate } from "node:timers/promises";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import { declaredErasures } from "./loss.ts";
import { textDigest } from "./request.ts";
import { BATCH } from "./rows.ts";
import type { LeafWitness } from "./verify-witness.ts";

/** digest, salt, text */
type TextRow = [string, string | null, string | null];

/**
 * Private texts that a commit stored must be there and hash to their digest, or have been erased by an event; and there
 * are no others, for a text and the entry that names it are written in one transaction.
 */
export class TextWitness implements LeafWitness {
  readonly #db: Database;
  readonly #findings: Findings;
  readonly #erasedAt: Statement<[string], number>;
  readonly #gone = new Map<string, number>();
  readonly #erased = new Set<string>();
  #unnamed = 0;
  /** The first 52 bits of each digest named: what is not in here is named by no entry. */
  readonly #named = new Set<number>();

  constructor(db: Database, findings: Findings) {
    this.#db = db;
    this.#findings = findings;
    this.#erasedAt = db.prepare<[string], number>("SELECT text IS NULL FROM private_text WHERE digest = ?").pluck();
  }

  see(position: number, _hash: string, leaf: Leaf | null): void {
    if (leaf === null) return;
    if (leaf.type === "TextErased" && typeof leaf.payload["digest"] === "string")
      this.#erased.add(leaf.payload["digest"]);
    for (const digest of leaf.effects?.erasures ?? []) this.#erased.add(digest);
    for (const digest of declaredErasures(leaf).texts) this.#erased.add(digest);
    for (const digest of leaf.effects?.texts ?? []) this.#look(digest, position);
  }

  /** After the last leaf: erasures on record, and each text against its digest. */
  async finish(): Promise<void> {
    for (const [digest, position] of this.#gone) {
      if (this.#erased.has(digest)) continue;
      const message = `the text stored by entry ${position} was emptied without an erasure on record`;
      this.#findings.add(`private text ${digest}`, "text-altered", message);
    }
    let rows = 0;
    for await (const batch of this.#batches()) {
      for (const row of batch) this.#check(row);
      rows += batch.length;
    }
    if (this.#erased.size > 0)
      this.#findings.note(
        "texts-erased",
        { count: this.#erased.size },
        `${this.#erased.size} private texts or files were erased, on record`,
      );
    if (rows > this.#named.size && this.#unnamed === 0)
      this.#findings.add("private texts", "text-altered", "there are more of them than entries stored");
  }

  #look(digest: string, position: number): void {
    this.#named.add(beginningOf(digest));
    const erased = this.#erasedAt.get(digest);
    if (erased === 1) this.#gone.set(digest, position);
    if (erased !== undefined) return;
    const message = `the text stored by entry ${position} was removed`;
    this.#findings.add(`private text ${digest}`, "text-altered", message);
  }

  #check([digest, salt, text]: TextRow): void {
    if (!this.#named.has(beginningOf(digest))) {
      this.#unnamed += 1;
      this.#findings.add(`private text ${digest}`, "text-altered", "no entry stored it");
    }
    if (salt === null || text === null) return;
    if (textDigest(salt, text) !== digest) {
      this.#findings.add(`private text ${digest}`, "text-altered", "the stored text does not hash to its digest");
    }
    if (this.#erased.has(digest)) {
      this.#findings.add(`private text ${digest}`, "text-altered", "was erased on record, but is stored");
    }
  }

  async *#batches(): AsyncGenerator<readonly TextRow[]> {
    const next = this.#db.prepare<[string], TextRow>(
      `SELECT digest, salt, text FROM private_text WHERE digest > ? ORDER BY digest LIMIT ${BATCH}`,
    );
    let last: string | undefined = "";
    while (last !== undefined) {
      const batch: TextRow[] = next.raw().all(last);
      yield batch;
      last = batch.at(-1)?.[0];
      await setImmediate();
    }
  }
}

const beginningOf = (digest: string): number => Number.parseInt(digest.slice(0, 13), 16);
