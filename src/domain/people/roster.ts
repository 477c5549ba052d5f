import type { PersonId } from "../words/text.ts";
import { onceBeside } from "../words/once-beside.ts";
import type { Role } from "./roles.ts";

interface Worker {
  readonly id: PersonId;
}

/** Who works here, found without a search through all of them. */
interface Roster<P extends Worker> {
  readonly byId: ReadonlyMap<PersonId, P>;
  /** Those who hold a role, in the order of the list. */
  readonly byRole: ReadonlyMap<Role, readonly P[]>;
}

export const personIn = <P extends Worker>(people: readonly P[], id: PersonId): P | undefined =>
  rosterOf(people).byId.get(id);

export const holdersIn = <P extends Worker & { readonly roles: readonly Role[] }>(
  people: readonly P[],
  role: Role,
): readonly P[] => rosterOf(people).byRole.get(role) ?? [];

/** Those who stand in for somebody, in the order of the list. */
export const deputiesIn = <P extends Deputy>(people: readonly P[], office: PersonId): readonly P[] =>
  (deputies(people).get(office) ?? []) as readonly P[];

interface Deputy extends Worker {
  readonly deputyFor: readonly PersonId[];
}

const deputies = onceBeside((people: readonly Deputy[]): ReadonlyMap<PersonId, readonly Deputy[]> => {
  const byOffice = new Map<PersonId, Deputy[]>();
  for (const person of people)
    for (const office of new Set(person.deputyFor)) {
      const known = byOffice.get(office);
      if (known === undefined) byOffice.set(office, [person]);
      else known.push(person);
    }
  return byOffice;
});

/** Kept beside the list itself, whose members these are. */
function rosterOf<P extends Worker>(people: readonly P[]): Roster<P> {
  return rosters(people) as Roster<P>;
}

const rosters = onceBeside((people: readonly (Worker & { readonly roles?: readonly Role[] })[]): Roster<Worker> => {
  const byId = new Map<PersonId, Worker>();
  const byRole = new Map<Role, Worker[]>();
  for (const person of people) {
    // As a search from the front would find them.
    if (!byId.has(person.id)) byId.set(person.id, person);
    for (const role of new Set(person.roles)) {
      const holders = byRole.get(role);
      if (holders === undefined) byRole.set(role, [person]);
      else holders.push(person);
    }
  }
  return { byId, byRole };
});
