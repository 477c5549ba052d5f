import { handle } from "../application/handle.ts";
import { onPerson } from "../application/on-person.ts";
import { shutOut } from "../application/people/shut-out.ts";
import type { Services } from "../application/services.ts";
import { systemSubmission } from "../application/system.ts";

type Disabled =
  { readonly kind: "disabled"; readonly position: number } | { readonly kind: "refused"; readonly why: string };

const sentences: Readonly<Record<string, string>> = {
  LastAdministrator:
    "Nobody else administers this house: let another administrator in first, with touchstone user add, then disable this account.",
  PersonDisabled: "This account is disabled already.",
};

/** By the same decision as the page's, as the system's entry: whoever can run this on the machine stands outside of roles. */
export async function disablePerson(services: Services, person: string): Promise<Disabled> {
  const outcome = await handle(services, systemSubmission(), onPerson(person, { type: "DisablePerson" }));
  if (outcome.kind === "accepted") {
    await shutOut(services, person);
    return { kind: "disabled", position: outcome.events.at(-1)?.position ?? 0 };
  }
  const codes = outcome.kind === "rejected" ? outcome.reasons.map(({ code }) => code) : [outcome.kind];
  return { kind: "refused", why: codes.map((code) => sentences[code] ?? `Refused: ${code}.`).join("\n") };
}
