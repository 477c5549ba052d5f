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
  /** Found above the ledger too: a payload that is not what its type says. */
  | "payload"
  | "withheld";

/** Worth knowing, and not held against the ledger; `params` for whoever says it in another language. */
export interface Note {
  readonly kind: NoteKind;
  readonly params: Readonly<Record<string, string | number>>;
}

export type NoteKind =
  | "loss-declared"
  | "torn-record"
  | "texts-erased"
  | "withheld"
  | "files-awaited"
  | "files-of-loss"
  | "key-absent"
  | "key-rotated"
  | "log-behind"
  | "kind-unknown";

/** Findings of another thread: plain data. */
export interface Gathered {
  readonly findings: readonly Finding[];
  /** With those beyond the most that are listed. */
  readonly total: number;
}

/** Beyond this many, one more line says so: the first ones name the place, the rest is noise. */
const MOST = 500;

/** Collects what verify finds. A note is worth knowing but is not held against the ledger. */
export class Findings {
  readonly findings: Finding[] = [];
  readonly notes: string[] = [];
  readonly noted: Note[] = [];
  #total = 0;

  add(place: string, kind: FindingKind, message: string): void {
    this.#total += 1;
    if (this.#total <= MOST) this.findings.push({ place, kind, message });
  }

  gathered(): Gathered {
    return { findings: this.findings, total: this.#total };
  }

  take({ findings, total }: Gathered): void {
    for (const { place, kind, message } of findings) this.add(place, kind, message);
    this.#total += total - findings.length;
  }

  note(kind: NoteKind, params: Note["params"], message: string): void {
    this.notes.push(message);
    this.noted.push({ kind, params });
  }

  /** All findings, the uncounted rest summed up. */
  list(): readonly Finding[] {
    const rest = this.#total - this.findings.length;
    if (rest === 0) return this.findings;
    const message = `${rest} more findings are not listed`;
    return [...this.findings, { place: "ledger", kind: "unreadable", message }];
  }
}
