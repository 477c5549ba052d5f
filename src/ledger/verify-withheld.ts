import type { Database, Statement } from "better-sqlite3";
import { decodeLeaf } from "./codec.ts";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import type { LeafWitness } from "./verify-witness.ts";
import { pointerOf, standInLeaf, withholdingOf } from "./withheld.ts";
import type { Withholding } from "./withheld.ts";

/**
 * Entries whose bytes are gone need an entry that withholds them: this position, this hash, in the same stream. It comes
 * later and is checked in its turn like every other, so that it is as signed as what it speaks for. The other way round
 * what was withheld on record must be gone.
 */
export class WithheldWitness implements LeafWitness {
  readonly #findings: Findings;
  readonly #bytes: Statement<[number], Buffer>;
  /** Which entry withholds which. */
  readonly #gone = new Map<number, number>();

  constructor(db: Database, findings: Findings) {
    this.#findings = findings;
    this.#bytes = db.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck();
  }

  get count(): number {
    return this.#gone.size;
  }

  /** What stands in for the leaf at `position` whose bytes are `by`'s pointer; null where nothing entitles it to. */
  standIn(position: number, by: number, hash: string, stream: string): Leaf | null {
    const leaf = this.#leaf(by);
    const withholding = leaf === null ? null : withholdingOf(leaf);
    if (
      leaf !== null &&
      withholding !== null &&
      by > position &&
      fits(withholding, position, hash) &&
      leaf.stream === stream
    ) {
      this.#gone.set(position, by);
      return standInLeaf(stream, withholding);
    }
    const message = `its bytes are gone, and the entry at ${by} does not withhold it`;
    this.#findings.add(`entry ${position}`, "withheld", message);
    return null;
  }

  see(position: number, _hash: string, leaf: Leaf | null): void {
    const withholding = leaf === null ? null : withholdingOf(leaf);
    if (withholding === null || this.#gone.get(withholding.entry) === position) return;
    const message = `was withheld on record by the entry at ${position}, but its bytes are stored`;
    this.#findings.add(`entry ${withholding.entry}`, "withheld", message);
  }

  /** After the last leaf. */
  finish(): void {
    if (this.count > 0)
      this.#findings.note(
        "withheld",
        { count: this.count },
        `Entries withheld on a legal ground, on record: ${this.count}`,
      );
  }

  #leaf(position: number): Leaf | null {
    const bytes = this.#bytes.get(position);
    if (bytes === undefined || pointerOf(bytes) !== null) return null;
    try {
      return decodeLeaf(bytes);
    } catch {
      return null;
    }
  }
}

const fits = ({ entry, remains }: Withholding, position: number, hash: string): boolean =>
  entry === position && remains.hash === hash;
