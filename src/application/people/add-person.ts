import { createHash } from "node:crypto";
import type { Role } from "../../domain/people/roles.ts";
import { handle } from "../handle.ts";
import { onPerson } from "../on-person.ts";
import type { Outcome, Submission } from "../outcome.ts";
import type { Services } from "../services.ts";

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly department: string | null;
}

export type AddOutcome = { readonly outcome: Outcome; readonly person: string } | { readonly kind: "email-taken" };

/**
 * Name and e-mail go beside the ledger, roles and department onto it. The name is kept first: a person whom the ledger
 * knows always has one, and a name whom it does not know can do nothing and is taken up again by the next attempt.
 */
export async function addPerson(
  services: Services,
  { name, email, roles, department, ...submission }: Submission & NewPerson,
): Promise<AddOutcome> {
  const { identities } = services.accounts;
  const holder = await identities.byEmail(email);
  const person =
    holder !== null && services.views.people.of(holder.person) === null ? holder.person : idFrom(submission.commandId);
  if (holder !== null && holder.person !== person) return { kind: "email-taken" };
  const stored =
    holder === null ? await identities.add(person, name, email) : await identities.change(person, name, email);
  if (!stored) return { kind: "email-taken" };
  const outcome = await handle(services, submission, onPerson(person, { type: "AddPerson", roles, department }));
  if (outcome.kind !== "accepted" && outcome.kind !== "repeated") await identities.remove(person);
  return { outcome, person };
}

/** The same form sent twice adds one person. */
function idFrom(commandId: string): string {
  return createHash("sha256").update(`person ${commandId}`).digest("hex").slice(0, 20);
}
