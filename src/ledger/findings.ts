/** Something verify holds against the ledger, with the place where it is. */
export interface Finding {
  readonly place: string;
  readonly kind: FindingKind;
  readonly message: string;
}

export type FindingKind =
  | "unreadable"
  | "leaf-altered"
  | "column-altered"
  | "missing"
  | "order"
  | "node-altered"
  | "command-altered"
  | "claim-altered"
  | "text-altered"
  | "file-altered"
  | "log-altered"
  | "checkpoint-forged"
  | "unsigned-tail"
  | "truncated"
  | "rewritten"
  | "below-checkpoint"
  | "key"
  /** Found above the ledger: an entry that was not its actor's to make. */
  | "authority"
  | "withheld";

/** Beyond this many, one more line says so: the first ones name the place, the rest is noise. */
const MOST = 500;

/** Collects what verify finds. A note is worth knowing but is not held against the ledger. */
export class Findings {
  readonly findings: Finding[] = [];
  readonly notes: string[] = [];
  #total = 0;

  add(place: string, kind: FindingKind, message: string): void {
    this.#total += 1;
    if (this.#total <= MOST) this.findings.push({ place, kind, message });
  }

  note(message: string): void {
    this.notes.push(message);
  }

  /** All findings, the uncounted rest summed up. */
  list(): readonly Finding[] {
    const rest = this.#total - this.findings.length;
    if (rest === 0) return this.findings;
    const message = `${rest} more findings are not listed`;
    return [...this.findings, { place: "ledger", kind: "unreadable", message }];
  }
}
