import type { Database } from "better-sqlite3";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import type { Claim } from "./port.ts";
import { BATCH } from "./rows.ts";
import type { LeafWitness } from "./verify-witness.ts";

interface Holding {
  readonly stream: string;
  readonly position: number;
}

type ClaimRow = [string, string, string, number];

/** Replays claims and releases from the leaves: the table must be what comes out. */
export class ClaimWitness implements LeafWitness {
  readonly #db: Database;
  readonly #findings: Findings;
  readonly #held = new Map<string, Holding>();

  constructor(db: Database, findings: Findings) {
    this.#db = db;
    this.#findings = findings;
  }

  see(position: number, _hash: string, leaf: Leaf | null): void {
    if (leaf?.effects === undefined) return;
    const { stream, effects } = leaf;
    for (const claim of effects.releases ?? []) {
      if (this.#held.get(name(claim))?.stream === stream) this.#held.delete(name(claim));
    }
    for (const claim of effects.claims ?? []) {
      const held = this.#held.get(name(claim));
      if (held === undefined) this.#held.set(name(claim), { stream, position });
      else if (held.stream !== stream) this.#twice(claim, held, position);
    }
  }

  /** After the last leaf. */
  finish(): void {
    for (const [kind, key, stream, position] of this.#rows()) {
      const held = this.#held.get(name({ kind, key }));
      this.#held.delete(name({ kind, key }));
      if (held?.stream === stream && held.position === position) continue;
      const message = held === undefined ? "no entry claims it" : `entry ${held.position} claims it for ${held.stream}`;
      this.#findings.add(
        `claim ${kind} ${key}`,
        "claim-altered",
        `held by ${stream} since ${position}, but ${message}`,
      );
    }
    for (const [claim, { stream, position }] of this.#held) {
      const message = `entry ${position} claims it for ${stream}, but the claim was removed`;
      this.#findings.add(`claim ${claim.replace("\n", " ")}`, "claim-altered", message);
    }
  }

  *#rows(): Generator<ClaimRow> {
    const next = this.#db.prepare<[string, string], ClaimRow>(
      `SELECT kind, key, stream, position FROM claim WHERE (kind, key) > (?, ?) ORDER BY kind, key LIMIT ${BATCH}`,
    );
    let last: ClaimRow | undefined = ["", "", "", 0];
    while (last !== undefined) {
      const batch: ClaimRow[] = next.raw().all(last[0], last[1]);
      yield* batch;
      last = batch.at(-1);
    }
  }

  #twice(claim: Claim, held: Holding, position: number): void {
    const message = `entry ${position} claims what ${held.stream} holds since ${held.position}`;
    this.#findings.add(`claim ${claim.kind} ${claim.key}`, "claim-altered", message);
  }
}

const name = ({ kind, key }: Claim): string => `${kind}\n${key}`;
