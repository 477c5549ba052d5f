import { seatOn } from "../../committee/seat.ts";
import type { Role } from "../../people/roles.ts";
import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { PersonId } from "../../words/text.ts";
import { hasCommitteeConflict } from "../state/committee.ts";
import type { Facts } from "../state/facts.ts";
import { findPerson, hasConflict, hasDecided, isAuthor, isEvaluator, rolesOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** An administrator appoints members, an auditor changes nothing, an approver would be kept from voting. */
export const neverAdvising: readonly Role[] = ["administrator", "auditor", "approver"];

/**
 * Why a person may not advise on this technology as a member of the committee; empty where they may. Asked when they are
 * invited and again when they give their opinion: who moved to the proposing department in between is out.
 */
export function mayAdvise(t: Technology, person: PersonId, f: Facts): readonly Reason[] {
  const known = findPerson(f, person);
  if (known === undefined) return when(true, "PersonDisabled", undefined, { person });
  const seat = seatOn(f.seats, person, f.today);
  const { department } = t.proposal;
  const proposes =
    known.department === department ||
    (seat?.organisation.kind === "department" && seat.organisation.department === department);
  const offices = known.roles.filter((role) => role === "administrator" || role === "auditor");
  const because = (holds: boolean, code: string, more: Reason["params"] = {}) =>
    when(holds, code, undefined, { person, ...more });
  return [
    ...because(seat === null, "NoSeatToday"),
    ...because(proposes, "ProposerMayNotAdvise", { department }),
    ...because(offices.length > 0, "OfficeMayNotAdvise", { roles: offices }),
    ...because(isAuthor(t, person), "AuthorMayNotAdvise"),
    ...because(isEvaluator(t, person), "EvaluatorMayNotAdvise"),
    // Else an approver could be asked for an opinion to be kept from voting.
    ...because(hasDecided(t, person) || rolesOf(f, person).includes("approver"), "DeciderMayNotAdvise"),
    ...because(hasConflict(t, person) || hasCommitteeConflict(t, person), "ConflictDeclared"),
  ];
}

/** Those on the committee today who may be asked about this technology. */
export const eligibleMembers = (t: Technology, f: Facts): readonly PersonId[] =>
  [...new Set(f.seats.map(({ person }) => person))].filter((person) => mayAdvise(t, person, f).length === 0);
