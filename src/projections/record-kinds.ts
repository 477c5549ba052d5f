import { committee } from "../domain/committee/committee-stream.ts";
import type { Seats } from "../domain/committee/membership.ts";
import type { Doors } from "../domain/outside/doors.ts";
import { outside } from "../domain/outside/outside-stream.ts";
import { departments } from "../domain/people/departments-stream.ts";
import type { Departments } from "../domain/people/departments.ts";
import { people } from "../domain/people/person-stream.ts";
import type { PersonState } from "../domain/people/person.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { policies } from "../domain/policy/publishing/policy-stream.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { standards } from "../domain/standards/standards-stream.ts";
import { asEvent } from "../domain/stream.ts";
import type { StreamNames } from "../domain/stream.ts";
import type { Instant, PersonId } from "../domain/words/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { unacknowledgedAfter } from "./unacknowledged.ts";

export type RecordKind = "person" | "policy" | "departments" | "committee" | "standard" | "outside";

/** How one kind of small stream is folded; its states are few and kept whole. */
export interface Recorded<S> extends Pick<StreamNames, "prefix" | "idOf"> {
  readonly kind: RecordKind;
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

export const personRecords: Recorded<PersonRecord> = {
  kind: "person",
  prefix: people.prefix,
  idOf: people.idOf,
  evolve: (state, event) => ({
    ...people.evolve(state, asEvent(people)(event)),
    version: event.version,
    untold: unacknowledgedAfter(state?.untold ?? [], event),
  }),
};

const departmentRecords: Recorded<Departments> = {
  kind: "departments",
  prefix: departments.prefix,
  idOf: departments.idOf,
  evolve: (state, event) => departments.evolve(state ?? departments.initial, asEvent(departments)(event)),
};

const committeeRecords: Recorded<Seats> = {
  kind: "committee",
  prefix: committee.prefix,
  idOf: committee.idOf,
  evolve: (state, event) => committee.evolve(state ?? committee.initial, asEvent(committee)(event)),
};

const policyRecords: Recorded<readonly PublishedPolicy[]> = {
  kind: "policy",
  prefix: policies.prefix,
  idOf: policies.idOf,
  evolve: (state, event) => {
    const { payload, time, actor, position } = asEvent(policies)(event);
    return [...(state ?? []), { policy: payload.policy, publishedAt: time, by: actor, position }];
  },
};

/** A standard with what its forms are filled over. */
export interface StandardRecord extends Standard {
  readonly version: number;
}

const standardRecords: Recorded<StandardRecord> = {
  kind: "standard",
  prefix: standards.prefix,
  idOf: standards.idOf,
  evolve: (state, event) => ({
    ...standards.evolve(state, asEvent(standards)(event)),
    version: event.version,
  }),
};

const outsideRecords: Recorded<Doors> = {
  kind: "outside",
  prefix: outside.prefix,
  idOf: outside.idOf,
  evolve: (state, event) => outside.evolve(state ?? outside.initial, asEvent(outside)(event)),
};

export const recordKinds = [
  personRecords,
  departmentRecords,
  committeeRecords,
  policyRecords,
  standardRecords,
  outsideRecords,
] as const;
