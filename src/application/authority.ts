import { committee, committeeStream } from "../domain/committee/committee-stream.ts";
import { hasSeat } from "../domain/committee/seat.ts";
import { thePublic } from "../domain/people/the-public.ts";
import { people } from "../domain/people/person-stream.ts";
import type { PersonState } from "../domain/people/person.ts";
import { decidingRoles } from "../domain/people/roles.ts";
import type { Role } from "../domain/people/roles.ts";
import { personOf } from "../domain/people/streams.ts";
import { asEvent } from "../domain/stream.ts";
import { streamCalled } from "../domain/streams/streams.ts";
import type { PersonId } from "../domain/words/text.ts";
import { LOSS_STREAM } from "../ledger/loss.ts";
import type { LedgerEvent } from "../ledger/port.ts";

/** Why an entry was not its actor's to make; "unknown" for a kind that this version does not know. */
export type AuthorityFault = { readonly message: string } | "unknown" | null;

/** A day of the house is no day of UTC: whichever zone it is in, its day began or ends within so many hours. */
const zoneMs = 14 * 3_600_000;

/**
 * Whether each actor held the role they acted in when they acted. It walks the entries in their order and keeps what
 * everybody may do so far, from the entries alone: neither the views nor today's roles have a say.
 */
export class Authority {
  readonly #people = new Map<PersonId, PersonState>();
  #seats = committee.initial;

  /** Checks one entry against all before it, then learns from it. */
  see(event: LedgerEvent): AuthorityFault {
    const fault = this.#fault(event);
    const person = personOf(event.stream);
    if (event.stream === committeeStream) return fault ?? this.#learnSeat(event);
    if (person === null) return fault;
    try {
      this.#people.set(person, people.evolve(this.#people.get(person) ?? null, asEvent(people)(event)));
      return fault;
    } catch {
      return fault ?? { message: `${event.type} cannot have happened to this person` };
    }
  }

  #learnSeat(event: LedgerEvent): AuthorityFault {
    try {
      this.#seats = committee.evolve(this.#seats, asEvent(committee)(event));
      return null;
    } catch {
      return { message: `${event.type} cannot have happened to the committee` };
    }
  }

  #fault(event: LedgerEvent): AuthorityFault {
    const { type, actor, role } = event;
    const roles = rolesOfEntry(event);
    if (roles === null) return "unknown";
    if ((actor === "system") !== (role === "system")) return { message: `${actor} acted as ${role}` };
    if ((actor === thePublic) !== (role === thePublic)) return { message: `${actor} acted as ${role}` };
    if (!roles.has(role))
      return { message: `${type} is not for ${role === "system" ? "the system" : `the role ${role}`}` };
    // Who wrote was known by a receipt code alone, which no entry holds.
    if (role === thePublic) return null;
    if (role === "oneself") return this.#isIn(actor) ? null : { message: `${actor} acted without an account` };
    if (role === "member")
      return this.#isIn(actor) && hasSeat(this.#seats, actor) ? null : { message: `${actor} was no member then` };
    if (role !== "system" && !this.#holds(actor, role as Role, event.time)) {
      return { message: `${actor} acted as ${role}, a role they did not hold then` };
    }
    return this.#officeFault(event);
  }

  #isIn(actor: PersonId): boolean {
    return this.#people.get(actor)?.disabled === false;
  }

  #holds(actor: PersonId, role: Role, time: string): boolean {
    if (this.#rolesOf(actor).includes(role)) return true;
    return role === "approver" && this.#isDeputy(actor, time);
  }

  /** As the domain has it: whoever administers holds no deciding role, and nobody who is disabled holds any. */
  #rolesOf(id: PersonId): readonly Role[] {
    const state = this.#people.get(id);
    if (state === undefined || state.disabled) return [];
    return state.roles.includes("administrator")
      ? state.roles.filter((role) => !decidingRoles.includes(role))
      : state.roles;
  }

  #isDeputy(actor: PersonId, time: string): boolean {
    const state = this.#people.get(actor);
    if (state === undefined || state.disabled || state.roles.includes("administrator")) return false;
    return [...this.#people.keys()].some((office) => this.#deputises(actor, office, time));
  }

  #deputises(actor: PersonId, office: PersonId, time: string): boolean {
    const deputy = this.#people.get(office)?.deputy ?? null;
    if (deputy?.deputy !== actor || !this.#rolesOf(office).includes("approver")) return false;
    return deputy.from <= dayOf(time, zoneMs) && deputy.until >= dayOf(time, -zoneMs);
  }

  /** A vote for an office needs the office's word on the day. */
  #officeFault({ type, actor, time, payload }: LedgerEvent): AuthorityFault {
    const office = type === "VoteCast" ? (payload["onBehalfOf"] ?? null) : null;
    if (typeof office !== "string" || this.#deputises(actor, office, time)) return null;
    return { message: `${actor} voted for ${office}, whose deputy they were not then` };
  }
}

const dayOf = (time: string, shift: number): string => new Date(Date.parse(time) + shift).toISOString().slice(0, 10);

/** Which roles may have made an entry, by whose stream it stands in; null where nothing is known of it. */
function rolesOfEntry({ stream, version, type, actor }: LedgerEvent): ReadonlySet<string> | null {
  const kind = streamCalled(stream);
  if (kind !== null) return kind.rolesToEnter({ type, version, actor, id: kind.idOf(stream) ?? "" });
  return stream === LOSS_STREAM ? system : null;
}

const system: ReadonlySet<string> = new Set(["system"]);
