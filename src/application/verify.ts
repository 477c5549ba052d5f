import { existsSync } from "node:fs";
import type { Leaf } from "../ledger/codec.ts";
import type { Findings } from "../ledger/findings.ts";
import { keyFile } from "../ledger/key.ts";
import { verifyLedger } from "../ledger/verify.ts";
import type { Verification, VerifyOptions } from "../ledger/verify.ts";
import type { AddedWitness } from "../ledger/verify-witness.ts";
import { Authority } from "./authority.ts";
import { payloadTrouble } from "./payload-trouble.ts";

export interface RecordOptions extends VerifyOptions {
  /** Hold each payload against the shape of its type, in one's own ledger too. */
  readonly payloads?: boolean;
}

/**
 * The whole ledger as verifyLedger checks it, and in the same pass whether each entry was its actor's to make: hashes
 * show that nothing was changed, not that it was allowed. Payloads are held against their shapes where they were asked for
 * and in every ledger whose signing key is not here: somebody else may have written it. What was decided here was checked
 * when it was decided, and the shapes cost as much again as reading an entry.
 *
 * @throws what verifyLedger throws.
 */
export function verifyRecord(options: RecordOptions): Promise<Verification> {
  const payloads = options.payloads === true || !existsSync(keyFile(options.dataDir));
  return verifyLedger(options, (findings) => [
    new AuthorityWitness(findings),
    ...(payloads ? [new PayloadWitness(findings)] : []),
  ]);
}

class PayloadWitness implements AddedWitness {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  see(position: number, _hash: string, leaf: Leaf | null): void {
    const trouble = leaf === null ? null : payloadTrouble(leaf);
    if (trouble !== null) this.#findings.add(`entry ${position}`, "payload", trouble);
  }

  finish(): void {
    return;
  }
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
    else if (fault !== null) this.#findings.add(`entry ${position}`, "authority", fault.message);
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
