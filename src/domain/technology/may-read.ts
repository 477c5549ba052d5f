import { barredReasons } from "../people/barred.ts";
import { hasSeat } from "../committee/seat.ts";
import { parts } from "./chapters.ts";
import { decidingRoles } from "../people/roles.ts";
import { isAsked } from "./state/committee.ts";
import type { Facts } from "./state/facts.ts";
import type { ActorFacts } from "../people/facts.ts";
import { findPerson, inConflict, isAuthor, mayDecide, rolesOf } from "./state/people.ts";
import type { Technology } from "./state/technology.ts";
import type { PersonId } from "../words/text.ts";

/** What one person may read of a technology's words and files. */
export interface Readable {
  /** Everything that people wrote about it, and every file. */
  readonly all: boolean;
  /** Digests of the texts and files that are open to the person whatever `all` says. */
  readonly open: ReadonlySet<string>;
}

const nothing: Readable = { all: false, open: new Set() };

/**
 * Private are the words people wrote about a technology, and its files. They are read by those it concerns: members of
 * its department, its authors and its sponsor, whoever evaluates it or did, whoever may decide on it or does so as a
 * deputy, the owners of its conditions, auditors. Everybody else who holds a role reads what a house needs in common:
 * the summary, the lessons, and what a gate's record names; what they brought or said themselves; and the statements that
 * they may review. Experts read what they are asked about, whether they hold a role or not; who else holds no role reads
 * nothing. A policy may open it all to everyone with a role.
 */
export function mayRead(t: Technology, { id }: Pick<ActorFacts, "id">, f: Facts): Readable {
  const held = findPerson(f, id)?.roles ?? [];
  if (held.length === 0) return isExpertAsked(t, id, f) ? { ...nothing, all: true } : nothing;
  const all = f.policy.reading === "everyone" || held.includes("auditor") || isConcerned(t, id, f);
  return { all, open: all ? nothing.open : openTo(t, id, f) };
}

/** Lessons of all technologies at once: `openTo` names them for everybody who holds a role, so no technology need be read to tell. */
export const mayReadLessons = ({ id }: Pick<ActorFacts, "id">, f: Facts): boolean =>
  (findPerson(f, id)?.roles ?? []).length > 0;

/**
 * Whose needs a search may look into for a person, over all technologies at once: a hit tells what a need says. Beside
 * a department's own, and what one proposed or sponsors, it would take every technology's state to know; a name and a
 * summary are found by everybody.
 */
export function mayFind({ id }: Pick<ActorFacts, "id">, f: Facts): Findable {
  const person = findPerson(f, id);
  if (person === undefined || person.roles.length === 0) return "none";
  if (f.policy.reading === "everyone" || person.roles.includes("auditor")) return "all";
  const { department } = person;
  return { person: id, department: department !== null && worksIn(department, id, f) ? department : null };
}

/** `department` null: of what the person proposed or sponsors alone. */
export type Findable = "all" | "none" | { readonly person: PersonId; readonly department: string | null };

/**
 * Whom the words of a technology are for, so that a search over all of them need not read each one's state: everybody it
 * concerns by person, and those whose role would let them decide and who are kept from it here. Nobody is in it who may
 * not read; who may read a single text alone (their own, as somebody else's) is not.
 */
export interface Concerned {
  readonly department: string;
  readonly people: readonly PersonId[];
  /** As long as they hold a seat. */
  readonly experts: readonly PersonId[];
  /** From reading as an approver does. */
  readonly barred: readonly PersonId[];
}

export function concernedBy(t: Technology): Concerned {
  const evaluators = [...t.pastEvaluations, ...(t.evaluation === null ? [] : [t.evaluation])].flatMap((round) =>
    round.evaluators.map(({ person }) => person),
  );
  const experts = t.panels.flatMap(({ members }) => members.map(({ person }) => person));
  const owners = t.conditions.map(({ owner }) => owner);
  return {
    department: t.proposal.department,
    people: distinct([...t.authors, t.proposal.sponsor, ...evaluators, ...owners]),
    experts: distinct(experts.filter((id) => isAsked(t, id))),
    barred: distinct([...t.authors, ...evaluators, ...experts, ...inConflict(t)]),
  };
}

/** What a person may find of the words that `concernedBy` is told of; "nothing" for who holds neither role nor seat. */
export type Scope =
  | "all"
  | "nothing"
  | {
      readonly person: PersonId;
      /** Null: works in none, or reads for none. */
      readonly department: string | null;
      readonly role: boolean;
      readonly seat: boolean;
      /** Decides wherever nothing bars it. */
      readonly decides: boolean;
    };

export function scopeOf({ id }: Pick<ActorFacts, "id">, f: Facts): Scope {
  const person = findPerson(f, id);
  const seat = hasSeat(f.seats, id);
  const role = person !== undefined && person.roles.length > 0;
  if (person === undefined || (!role && !seat)) return "nothing";
  if (role && (f.policy.reading === "everyone" || person.roles.includes("auditor"))) return "all";
  const { department } = person;
  return {
    person: id,
    department: department !== null && worksIn(department, id, f) ? department : null,
    role,
    seat,
    decides: rolesOf(f, id).includes("approver") && barredReasons(f, id).length === 0,
  };
}

/** Texts of a technology that are open to everybody who holds a role. */
export const openToEverybody = (t: Technology): ReadonlySet<string> =>
  new Set(parts.flatMap(({ texts }) => texts?.forEverybody?.(t) ?? []).filter((digest) => digest !== null));

const distinct = (people: readonly PersonId[]): readonly PersonId[] => [...new Set(people)];

const isConcerned = (t: Technology, id: PersonId, f: Facts): boolean =>
  worksIn(t.proposal.department, id, f) ||
  isAuthor(t, id) ||
  t.proposal.sponsor === id ||
  wasAssigned(t, id) ||
  isExpertAsked(t, id, f) ||
  ownsCondition(t, id) ||
  (rolesOf(f, id).includes("approver") && mayDecide(t, id, f).length === 0);

/** Whoever administers a house moves people between its departments, and reads for none of them. */
const worksIn = (department: string, id: PersonId, f: Facts): boolean =>
  findPerson(f, id)?.department === department && rolesOf(f, id).some((role) => decidingRoles.includes(role));

const wasAssigned = (t: Technology, id: PersonId): boolean =>
  [...t.pastEvaluations, ...(t.evaluation === null ? [] : [t.evaluation])].some(({ evaluators }) =>
    evaluators.some(({ person }) => person === id),
  );

/** Their account is on, and they have no conflict. */
const isExpertAsked = (t: Technology, id: PersonId, f: Facts): boolean =>
  findPerson(f, id) !== undefined && hasSeat(f.seats, id) && isAsked(t, id);

const ownsCondition = (t: Technology, id: PersonId): boolean => t.conditions.some(({ owner }) => owner === id);

const openTo = (t: Technology, id: PersonId, f: Facts): ReadonlySet<string> =>
  new Set(
    parts
      .flatMap(({ texts }) => [...(texts?.forEverybody?.(t) ?? []), ...(texts?.ofPerson?.(t, id, f) ?? [])])
      .filter((digest) => digest !== null),
  );
