import type { ActingRole } from "../../people/roles.ts";
import type { TechnologyEvent } from "./technology.ts";
import type { Instant, PersonId } from "../../words/text.ts";

/** What the ledger knows about an event beside its payload. */
export interface TechnologyEnvelope {
  readonly position: number;
  /** Within the technology's stream. */
  readonly version: number;
  readonly time: Instant;
  readonly actor: PersonId;
  /** The role the actor used, "member" or "system". */
  readonly role: ActingRole;
}

export type PastEvent = TechnologyEvent & TechnologyEnvelope;
