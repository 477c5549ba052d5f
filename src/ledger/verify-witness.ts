import type { Leaf } from "./codec.ts";

/** Follows the leaves of one pass in order, with the stored hash in hex; a leaf that cannot be read is null. */
export interface LeafWitness {
  see(position: number, hash: string, leaf: Leaf | null): void;
}

/** One that joins the pass from above the ledger. */
export interface AddedWitness extends LeafWitness {
  /** After the last leaf. */
  finish(): void;
}
