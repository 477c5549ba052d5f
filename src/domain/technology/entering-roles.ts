import type { Role } from "../people/roles.ts";
import { eventTypes, facts } from "./chapters.ts";
import type { CommandRole } from "./manifest/act.ts";
import type { Fact } from "./manifest/fact.ts";
import type { PayloadOf, TechnologyEventType } from "./state/technology.ts";
import { rolesFor } from "./terms.ts";

/** The roles in which an entry can have been made; null for a type that is not known. */
export const rolesToEnter = (type: string): ReadonlySet<CommandRole> | null => entering.get(type) ?? null;

const entering: ReadonlyMap<string, ReadonlySet<CommandRole>> = new Map(
  eventTypes.map((type) => [type, new Set(facts[type].enteredBy.flatMap((command) => rolesFor[command]))]),
);

/**
 * The role that answers for an entry: the one it was entered in, and none for what only follows from other entries,
 * whoever's act brought it about. The type alone does not say: a rollout is held by a person, and by a breached guard.
 */
export function answeringRole<T extends TechnologyEventType>(
  type: T,
  payload: PayloadOf<T>,
  role: CommandRole,
): Role | null {
  // A member of the committee gives another opinion in place of the one that is wrong.
  if (role === "system" || role === "member" || bySystem.has(type)) return null;
  const { follows }: Fact<T> = facts[type];
  return follows?.(payload) === true ? null : role;
}

const bySystem: ReadonlySet<string> = new Set(
  eventTypes.filter((type) => rolesFor[facts[type].enteredBy[0]].every((role) => role === "system")),
);
