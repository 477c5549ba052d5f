import type { Leaf } from "../ledger/codec.ts";
import type { Findings } from "../ledger/findings.ts";
import { verifyLedger } from "../ledger/verify.ts";
import type { Verification, VerifyOptions } from "../ledger/verify.ts";
import type { AddedWitness } from "../ledger/verify-witness.ts";
import { Authority } from "./authority.ts";

/**
 * The whole ledger as verifyLedger checks it, and in the same pass whether each entry was its actor's to make: hashes
 * show that nothing was changed, not that it was allowed.
 *
 * @throws what verifyLedger throws.
 */
export function verifyRecord(options: VerifyOptions): Promise<Verification> {
  return verifyLedger(options, (findings) => [new AuthorityWitness(findings)]);
}

class AuthorityWitness implements AddedWitness {
  readonly #findings: Findings;
  readonly #authority = new Authority();
  #unknown = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  see(position: number, _hash: string, leaf: Leaf | null): void {
    if (leaf === null) return;
    const fault = this.#authority.see(leaf);
    if (fault === "unknown") this.#unknown += 1;
    else if (fault !== null) this.#findings.add(`position ${position}`, "authority", fault.message);
  }

  finish(): void {
    if (this.#unknown === 0) return;
    const count = this.#unknown;
    this.#findings.note(
      "kind-unknown",
      { count },
      `Entries of a kind unknown here, whose they were to make was not checked: ${count}`,
    );
  }
}
