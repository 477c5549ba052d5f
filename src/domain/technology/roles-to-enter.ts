import { rolesFor } from "./allowed.ts";
import type { CommandRole } from "./allowed.ts";
import type { TechnologyCommandType, TechnologyEventType } from "./state/technology.ts";
import { enteredBy } from "./record/corrections.ts";

/** What follows from other commands too, in the same breath: a breach holds the rollout, an edit voids votes. */
const alsoBy: { readonly [T in TechnologyEventType]?: readonly TechnologyCommandType[] } = {
  GuardAssessed: ["AttachEvidence"],
  RolloutHeld: ["AttachEvidence", "Sweep"],
  VotesLapsed: ["CastVote", "DraftConditions", "ReviseProposal", "AmendPilotPlan", "RollBack"],
  InterestDeclared: ["RecuseApprover"],
  PersonRecused: ["RecuseApprover"],
  // The system withholds again what the restore of an older copy brought back.
  EntryWithheld: ["Sweep"],
};

/** The roles in which an entry can have been made; null for a type that is not known. */
export const rolesToEnter = (type: string): ReadonlySet<CommandRole> | null => entering.get(type) ?? null;

const entering: ReadonlyMap<string, ReadonlySet<CommandRole>> = new Map(
  Object.entries(enteredBy).map(([type, command]) => {
    const commands = [command, ...(alsoBy[type as TechnologyEventType] ?? [])];
    return [type, new Set(commands.flatMap((one) => rolesFor[one]))];
  }),
);
