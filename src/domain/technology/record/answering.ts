import type { Role } from "../../people/roles.ts";
import { rolesFor } from "../allowed.ts";
import { enteredBy } from "./corrections.ts";
import type { HoldCause } from "../state/rollout.ts";
import type { TechnologyEvent } from "../state/technology.ts";

/** The role that an entry's actor used, as the ledger has it. */
type Entered = Pick<TechnologyEvent, "type" | "payload"> & { readonly role: Role | "system" };

/**
 * The role that answers for an entry: the one it was entered in, and none for what only follows from other entries,
 * whoever's act brought it about. The type alone does not say: a rollout is held by a person, and by a breached guard.
 */
export const answeringRole = ({ type, payload, role }: Entered): Role | null => {
  const follows = rolesFor[enteredBy[type]].every((one) => one === "system");
  const cause = type === "RolloutHeld" ? (payload as { readonly cause: HoldCause }).cause.kind : "person";
  return role === "system" || follows || cause !== "person" ? null : role;
};
