import { evolveDepartments } from "../domain/people/departments.ts";
import type { DepartmentEvent, Departments } from "../domain/people/departments.ts";
import { evolvePerson } from "../domain/people/evolve-person.ts";
import type { PersonEvent, PersonState } from "../domain/people/person.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { PolicyEvent } from "../domain/policy/publish.ts";
import type { Instant, PersonId } from "../domain/technology/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { UnknownEvent } from "./known.ts";
import type { Recorded } from "./records.ts";

export const policyStream = "policy";
export const departmentsStream = "departments";
export const personStream = (id: PersonId): string => `person-${id}`;
export const isOfPerson = (stream: string): boolean => stream.startsWith(personStream(""));

/** One published version of the policy. */
export interface PublishedPolicy {
  readonly policy: Policy;
  readonly publishedAt: Instant;
  readonly by: PersonId;
  readonly position: number;
}

export interface PersonRecord extends PersonState {
  readonly version: number;
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
} satisfies { readonly [T in PersonEvent["type"]]: number };

const departmentEvents = {
  DepartmentAdded: 1,
  DepartmentRenamed: 1,
  DepartmentClosed: 1,
} satisfies { readonly [T in DepartmentEvent["type"]]: number };

const policyEvents = { PolicyPublished: 3 } satisfies { readonly [T in PolicyEvent["type"]]: number };

/** @throws {UnknownEvent} */
export const asPersonEvent = (event: LedgerEvent): PersonEvent => known(event, personEvents) as PersonEvent;
export const asDepartmentEvent = (event: LedgerEvent): DepartmentEvent =>
  known(event, departmentEvents) as DepartmentEvent;
export const asPolicyEvent = (event: LedgerEvent): PolicyEvent => known(event, policyEvents) as PolicyEvent;

const people: Recorded<PersonRecord> = {
  kind: "person",
  idOf: (stream) => (isOfPerson(stream) ? stream.slice(personStream("").length) : null),
  evolve: (state, event) => ({ ...evolvePerson(state, asPersonEvent(event)), version: event.version }),
};

const departments: Recorded<Departments> = {
  kind: "departments",
  idOf: (stream) => (stream === departmentsStream ? "" : null),
  evolve: (state, event) => evolveDepartments(state ?? [], asDepartmentEvent(event)),
};

const policies: Recorded<readonly PublishedPolicy[]> = {
  kind: "policy",
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
