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

const deputies = onceBeside((people: readonly Deputy[]) => byEach(people, ({ deputyFor }) => deputyFor));

/** Kept beside the list itself, whose members these are. */
function rosterOf<P extends Worker>(people: readonly P[]): Roster<P> {
  return rosters(people) as Roster<P>;
}

const rosters = onceBeside((people: readonly (Worker & { readonly roles?: readonly Role[] })[]): Roster<Worker> => {
  const byId = new Map<PersonId, Worker>();
  // As a search from the front would find them.
  for (const person of people) if (!byId.has(person.id)) byId.set(person.id, person);
  return { byId, byRole: byEach(people, ({ roles = [] }) => roles) };
});

/** Those of a list by each of what they have, once each, in the order of the list. */
function byEach<P, K>(people: readonly P[], keysOf: (person: P) => readonly K[]): ReadonlyMap<K, readonly P[]> {
  const lists = new Map<K, P[]>();
  for (const person of people)
    for (const key of new Set(keysOf(person))) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [person]);
      else list.push(person);
    }
  return lists;
}
