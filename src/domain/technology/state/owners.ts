import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { PersonId } from "../../words/text.ts";
import type { Facts } from "./facts.ts";
import { findPerson, rolesOf } from "./people.ts";

/**
 * Why a person may not be given something to do by a day: they are not there, or hold no role in which they could report
 * it as done, so that it would wait with them for good. An auditor changes nothing.
 *
 * @param field where the person stands in the command
 */
export function ownerReasons(owner: PersonId, field: string, f: Facts): readonly Reason[] {
  const isThere = findPerson(f, owner) !== undefined;
  const reports = rolesOf(f, owner).some((role) => role !== "auditor");
  return [
    ...when(!isThere, "PersonUnknown", field, { person: owner }),
    ...when(isThere && !reports, "OwnerCannotReport", field, { person: owner }),
  ];
}
