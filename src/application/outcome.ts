import type { Reason } from "../domain/words/decision.ts";
import type { ActingRole, Role } from "../domain/people/roles.ts";
import type { LedgerEvent } from "../ledger/port.ts";

export interface Actor {
  /** Person id, "system", or "public". */
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Who asks, in which role, and how a repetition is told from a second wish. */
export interface Submission {
  readonly actor: Actor;
  /** The role the actor uses now; "oneself" for whoever holds none and acts on their own account, "public" without one. */
  readonly role: ActingRole | "oneself" | "public";
  /** Drawn once per form; the same id gives the first answer again. */
  readonly commandId: string;
  /** Version of the stream the form was filled on; what came since is shown instead of decided over. */
  readonly expectedVersion?: number;
  /** Of what the command would enter, what its actor is to be asked about first; a page asks, programs do not. */
  readonly asks?: (events: readonly Undecided[]) => Undecided | null;
}

/** What a command would enter. */
type Undecided = { readonly type: string; readonly payload: object };

export interface TechnologySubmission extends Submission {
  /** Technology id, not its slug. */
  readonly technology: string;
}

export type Outcome =
  | Accepted
  /** This command id was answered before: its first events again. */
  | (Omit<Accepted, "kind"> & { readonly kind: "repeated" })
  | { readonly kind: "rejected"; readonly reasons: readonly Reason[] }
  /** The stream went on since the form was filled: what happened. */
  | { readonly kind: "stale"; readonly since: readonly LedgerEvent[]; readonly version: number }
  /** Nothing was entered: what this would enter cannot be taken back, and its actor has not been asked yet. */
  | { readonly kind: "unasked"; readonly about: Undecided }
  /** The command id was used for something else. */
  | { readonly kind: "command-reused" }
  /** No such technology, person … */
  | { readonly kind: "unknown" }
  /** A restored copy below the known head: nothing is written until the loss is declared. */
  | { readonly kind: "read-only"; readonly reason: string };

export interface Accepted {
  readonly kind: "accepted";
  /** Empty where the command changed nothing (a sweep). */
  readonly events: readonly LedgerEvent[];
  readonly stream: string;
  /** Stream version after the command. */
  readonly version: number;
}
