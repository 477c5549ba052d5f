import type { PersonId } from "../words/text.ts";
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

/** A list of people is replaced and never changed, so its roster is made once, and goes when the list goes. */
const rosters = new WeakMap<readonly Worker[], Roster<Worker>>();

export const personIn = <P extends Worker>(people: readonly P[], id: PersonId): P | undefined =>
  rosterOf(people).byId.get(id);

export const holdersIn = <P extends Worker & { readonly roles: readonly Role[] }>(
  people: readonly P[],
  role: Role,
): readonly P[] => rosterOf(people).byRole.get(role) ?? [];

function rosterOf<P extends Worker & { readonly roles?: readonly Role[] }>(people: readonly P[]): Roster<P> {
  const known = rosters.get(people);
  // Kept under the list itself, whose members these are.
  if (known !== undefined) return known as Roster<P>;
  const byId = new Map<PersonId, P>();
  const byRole = new Map<Role, P[]>();
  for (const person of people) {
    // As a search from the front would find them.
    if (!byId.has(person.id)) byId.set(person.id, person);
    for (const role of new Set(person.roles)) {
      const holders = byRole.get(role);
      if (holders === undefined) byRole.set(role, [person]);
      else holders.push(person);
    }
  }
  const roster = { byId, byRole };
  rosters.set(people, roster);
  return roster;
}
