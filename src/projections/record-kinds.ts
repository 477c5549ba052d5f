import { evolveDepartments } from "../domain/people/departments.ts";
import type { DepartmentEvent, Departments } from "../domain/people/departments.ts";
import { evolvePerson } from "../domain/people/evolve-person.ts";
import type { PersonEvent, PersonState } from "../domain/people/person.ts";
import { personOf, personStream } from "../domain/people/streams.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { PolicyEvent } from "../domain/policy/publishing/publish.ts";
import type { Instant, PersonId } from "../domain/words/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { UnknownEvent } from "./known.ts";
import { untoldAfter } from "./unacknowledged.ts";

export const policyStream = "policy";
export const departmentsStream = "departments";

export type RecordKind = "person" | "policy" | "departments";

/** How one kind of small stream is folded; its states are few and kept whole. */
export interface Recorded<S> {
  readonly kind: RecordKind;
  /** How the names of its streams begin. */
  readonly streams: string;
  /** The record a stream tells of, or null where it is another kind's. */
  readonly idOf: (stream: string) => string | null;
  /** @throws {UnknownEvent} */
  readonly evolve: (state: S | null, event: LedgerEvent) => S;
}

/** One published version of the policy. */
export interface PublishedPolicy {
  readonly policy: Policy;
  readonly publishedAt: Instant;
  readonly by: PersonId;
  readonly position: number;
}

export interface PersonRecord extends PersonState {
  readonly version: number;
  /** Positions of what others did to the account and the person has not acknowledged. */
  readonly untold: readonly number[];
}

const personEvents = {
  PersonAdded: 1,
  RoleGranted: 1,
  RoleRevoked: 1,
  DepartmentChanged: 1,
  PersonDisabled: 1,
  PersonEnabled: 1,
  DeputyNamed: 1,
  DeputyEnded: 1,
  LinkAsked: 1,
  LinkRefused: 1,
  LinkMade: 1,
  LinkUsed: 1,
  SessionsEnded: 1,
  DetailsChanged: 1,
  NoticeAcknowledged: 1,
} satisfies { readonly [T in PersonEvent["type"]]: number };

const departmentEvents = {
  DepartmentAdded: 1,
  DepartmentRenamed: 1,
  DepartmentClosed: 1,
} satisfies { readonly [T in DepartmentEvent["type"]]: number };

const policyEvents = { PolicyPublished: 5 } satisfies { readonly [T in PolicyEvent["type"]]: number };

/** @throws {UnknownEvent} */
export const asPersonEvent = (event: LedgerEvent): PersonEvent => known(event, personEvents) as PersonEvent;
export const asDepartmentEvent = (event: LedgerEvent): DepartmentEvent =>
  known(event, departmentEvents) as DepartmentEvent;
export const asPolicyEvent = (event: LedgerEvent): PolicyEvent => known(event, policyEvents) as PolicyEvent;

const people: Recorded<PersonRecord> = {
  kind: "person",
  streams: personStream(""),
  idOf: personOf,
  evolve: (state, event) => ({
    ...evolvePerson(state, asPersonEvent(event)),
    version: event.version,
    untold: untoldAfter(state?.untold ?? [], event),
  }),
};

const departments: Recorded<Departments> = {
  kind: "departments",
  streams: departmentsStream,
  idOf: (stream) => (stream === departmentsStream ? "" : null),
  evolve: (state, event) => evolveDepartments(state ?? [], asDepartmentEvent(event)),
};

const policies: Recorded<readonly PublishedPolicy[]> = {
  kind: "policy",
  streams: policyStream,
  idOf: (stream) => (stream === policyStream ? "" : null),
  evolve: (state, event) => [
    ...(state ?? []),
    {
      policy: asPolicyEvent(event).payload.policy,
      publishedAt: event.time,
      by: event.actor,
      position: event.position,
    },
  ],
};

export const recordKinds = [people, departments, policies] as const;

/** The ledger stores what deciders gave; the type and schema checked here say which shape that was. */
function known(event: LedgerEvent, schemas: Readonly<Record<string, number>>): unknown {
  if (schemas[event.type] !== event.schema) throw new UnknownEvent(event);
  return event;
}
