import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import type { PeopleFacts, PersonState } from "./person.ts";
import { decidingRoles } from "./roles.ts";
import type { Role } from "./roles.ts";
import { holdersIn } from "./roster.ts";

/** Who runs the house takes no part in what it decides, and the other way round. */
export const addedRoleReasons = (roles: readonly Role[]): readonly Reason[] => [
  ...when(new Set(roles).size < roles.length, "RoleRepeated", "roles"),
  ...when(roles.includes("administrator") && roles.some(isDeciding), "AdministratorMayNotDecide", "roles"),
];

export const grantReasons = (state: PersonState, role: Role, f: PeopleFacts): readonly Reason[] => [
  ...when(state.disabled, "PersonDisabled", undefined, { person: f.subject }),
  ...ownRoles(f),
  ...when(state.roles.includes(role), "RoleHeldAlready", "role", { role }),
  ...when(state.roles.includes("administrator") && isDeciding(role), "AdministratorMayNotDecide", "role", { role }),
  ...when(role === "administrator" && state.roles.some(isDeciding), "DeciderMayNotAdminister", "role", { role }),
];

export const revokeReasons = (state: PersonState, role: Role, f: PeopleFacts): readonly Reason[] => [
  ...ownRoles(f),
  ...when(!state.roles.includes(role), "RoleNotHeld", "role", { role }),
  ...when(role === "administrator" && isLastAdministrator(state, f), "LastAdministrator", "role"),
];

/** Without an administrator nobody could be let in any more. */
export const isLastAdministrator = (state: PersonState, { people, subject }: PeopleFacts): boolean =>
  state.roles.includes("administrator") &&
  !state.disabled &&
  holdersIn(people, "administrator").every(({ id }) => id === subject);

const isDeciding = (role: Role): boolean => decidingRoles.includes(role);

const ownRoles = ({ actor, subject }: PeopleFacts): readonly Reason[] => when(actor.id === subject, "OwnRoles");
