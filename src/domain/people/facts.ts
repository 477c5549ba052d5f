import type { Instant, PersonId } from "../words/text.ts";
import type { Role } from "./roles.ts";

export interface ActorFacts {
  /** Person id, or "system". */
  readonly id: PersonId;
  readonly roles: readonly Role[];
}

export interface PersonFacts {
  readonly id: PersonId;
  readonly roles: readonly Role[];
  readonly department: string | null;
  /** Approvers for whom this person is the named deputy today. */
  readonly deputyFor: readonly PersonId[];
  /** After a link to the password, which somebody else may have used: from this instant on the account decides again. */
  readonly barredUntil: Instant | null;
}
