import type { PrivateText } from "../ledger/port.ts";

/**
 * The words behind digests, for pages: many at once. They are written and erased by the ledger's append, in the
 * transaction of the entry that says so.
 */
export interface PrivateTexts {
  /** "erased" where an administrator removed it on a legal ground; what was never stored is missing from the answer. */
  find(digests: Iterable<string>): Promise<ReadonlyMap<string, PrivateText | "erased">>;
}
