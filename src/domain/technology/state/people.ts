import type { Reason } from "../../words/decision.ts";
import { barredReasons } from "../../people/barred.ts";
import { decidingRoles } from "../../people/roles.ts";
import type { Role } from "../../people/roles.ts";
import type { Facts, Staff } from "./facts.ts";
import type { PersonFacts } from "../../people/facts.ts";
import { personIn } from "../../people/roster.ts";
import { isExpert } from "./committee.ts";
import type { Technology } from "./technology.ts";
import type { PersonId } from "../../words/text.ts";

export const findPerson = (f: Staff, id: PersonId): PersonFacts | undefined => personIn(f.people, id);

/** Roles a person may use now. Whoever administers holds no deciding role, whatever the grants say. */
export function rolesOf(f: Staff, id: PersonId): readonly Role[] {
  const held = findPerson(f, id)?.roles ?? [];
  return held.includes("administrator") ? held.filter((role) => !decidingRoles.includes(role)) : held;
}

/** Holds the role, or acts in the office of an approver as the named deputy. */
export const actsAs = (f: Staff, id: PersonId, role: Role): boolean =>
  rolesOf(f, id).includes(role) || (role === "approver" && deputises(f, id));

function deputises(f: Staff, id: PersonId): boolean {
  const person = findPerson(f, id);
  if (person === undefined || person.roles.includes("administrator")) return false;
  return person.deputyFor.some((office) => rolesOf(f, office).includes("approver"));
}

/** Wrote proposal, plan or amendment, or sponsors it. */
export const isAuthor = (t: Technology, id: PersonId): boolean => t.authors.includes(id);

/** Declared a conflict of interest in any round, or recused themselves as an approver. */
export const hasConflict = (t: Technology, id: PersonId): boolean =>
  t.recused.includes(id) ||
  assignments(t, id).some((evaluator) => evaluator.state === "recused" || evaluator.interest === "conflict");

/** Everybody of whom that holds. */
export const inConflict = (t: Technology): readonly PersonId[] => [
  ...t.recused,
  ...[...t.pastEvaluations, ...(t.evaluation === null ? [] : [t.evaluation])]
    .flatMap(({ evaluators }) => evaluators.map(({ person }) => person))
    .filter((person) => hasConflict(t, person)),
];

/** Was assigned in any round, even if released later: an evaluator never decides. */
export const isEvaluator = (t: Technology, id: PersonId): boolean => assignments(t, id).length > 0;

/** Voted (also through a deputy), or supported or refused a waiver here; a vote that lapsed was a vote all the same. */
export const hasDecided = (t: Technology, id: PersonId): boolean =>
  t.judges.includes(id) ||
  t.decisions.some((decision) => decision.record.votes.some((vote) => vote.person === id || vote.onBehalfOf === id)) ||
  Object.values(t.ballots).some((ballot) => ballot.votes.some((vote) => vote.person === id || vote.onBehalfOf === id));

const assignments = (t: Technology, id: PersonId) =>
  [...t.pastEvaluations, ...(t.evaluation === null ? [] : [t.evaluation])]
    .flatMap((evaluation) => evaluation.evaluators)
    .filter((evaluator) => evaluator.person === id);

/** Why a person may not evaluate this technology; empty where they may. */
export const mayEvaluate = (t: Technology, id: PersonId, f: Staff): readonly Reason[] => [
  ...standing(f, id, "evaluator"),
  ...because(isAuthor(t, id), "AuthorMayNotEvaluate", id),
  ...because(isExpert(t, id), "ExpertMayNotEvaluate", id),
  ...because(hasDecided(t, id), "DeciderMayNotEvaluate", id),
  ...because(hasConflict(t, id), "ConflictDeclared", id),
];

/** Why a person may not take part in decisions about this technology now; empty where they may. */
export const mayDecide = (t: Technology, id: PersonId, f: Staff & Pick<Facts, "now">): readonly Reason[] => [
  ...keptFromDeciding(t, id, f),
  ...barredReasons(f, id),
];

/**
 * The same without the wait after a link to the password: what was voted or supported before it stands, and who waits
 * counts among those who can make the quorum.
 */
export const keptFromDeciding = (t: Technology, id: PersonId, f: Staff): readonly Reason[] => [
  ...standing(f, id, "approver"),
  ...because(isAuthor(t, id), "AuthorMayNotDecide", id),
  ...because(isEvaluator(t, id), "EvaluatorMayNotDecide", id),
  ...because(isExpert(t, id), "ExpertMayNotDecide", id),
  ...because(hasConflict(t, id), "ConflictDeclared", id),
];

/** Why a person may not become an author (or sponsor) of a technology they have judged; empty where they may. */
export const mayAuthor = (t: Technology, id: PersonId): readonly Reason[] => [
  ...because(isEvaluator(t, id), "EvaluatorMayNotAuthor", id),
  ...because(hasDecided(t, id), "DeciderMayNotAuthor", id),
  ...because(isExpert(t, id), "ExpertMayNotAuthor", id),
];

const standing = (f: Staff, id: PersonId, role: Role): readonly Reason[] =>
  findPerson(f, id) === undefined
    ? because(true, "PersonDisabled", id)
    : because(!actsAs(f, id, role), "RoleMissing", id, { roles: [role] });

const because = (holds: boolean, code: string, person: PersonId, more: Reason["params"] = {}): readonly Reason[] =>
  holds ? [{ code, params: { person, ...more } }] : [];

/** Whose matter the technology is while nobody else is named. */
export const proposerOf = (t: Technology): PersonId => t.entries[0]?.by ?? t.proposal.sponsor;

/** Authors, evaluators and experts never decide, whoever declared a conflict is out. */
export function neverDeciding(t: Technology): readonly PersonId[] {
  const rounds = [...t.pastEvaluations, ...(t.evaluation === null ? [] : [t.evaluation])];
  return [
    ...t.authors,
    ...t.recused,
    ...[...rounds.map(({ evaluators }) => evaluators), ...t.panels.map(({ members }) => members)]
      .flat()
      .map(({ person }) => person),
  ];
}
