import { randomUUID } from "node:crypto";
import type { Services } from "../services.ts";
import { addPerson } from "./add-person.ts";
import { checkPassword } from "./check-password.ts";
import type { PasswordFault } from "./check-password.ts";
import { recordSetUp } from "./password-links.ts";
import { passwordRules } from "./password-rules.ts";
import { hashPassword } from "./passwords.ts";

export interface FirstAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type SetUpResult =
  | { readonly kind: "done"; readonly person: string }
  | { readonly kind: "fault"; readonly fault: PasswordFault }
  | { readonly kind: "unknown" };

/** The token of a fresh set-up link where nobody administers this house yet, else null. Earlier links stop working. */
export async function pendingSetUp({ views, accounts: { links } }: Services): Promise<string | null> {
  await views.catchUp();
  return views.people.holding("administrator").length > 0 ? null : links.create("set-up", null);
}

/** By whoever holds the link that was printed where the server was started; works once. */
export async function setUp(
  services: Services,
  token: string,
  { name, email, password }: FirstAdministrator,
): Promise<SetUpResult> {
  const link = await services.accounts.links.find(token);
  if (link?.purpose !== "set-up" || services.views.people.holding("administrator").length > 0)
    return { kind: "unknown" };
  const fault = await checkPassword(password, { name, email }, passwordRules(services));
  if (fault !== null) return { kind: "fault", fault };
  const hash = await hashPassword(password);
  if (!(await services.accounts.links.use(token))) return { kind: "unknown" };
  const person = await addAdministrator(services, { name, email });
  await recordSetUp(services, person);
  await services.accounts.identities.setPassword(person, hash);
  return { kind: "done", person };
}

/** From the machine itself, for which no role is asked. @throws where the e-mail is taken or the ledger refuses. */
export async function addAdministrator(
  services: Services,
  { name, email }: Pick<FirstAdministrator, "name" | "email">,
): Promise<string> {
  const added = await addPerson(services, {
    actor: { id: "system", roles: [] },
    role: "system",
    commandId: randomUUID(),
    name,
    email,
    roles: ["administrator"],
    department: null,
  });
  if ("kind" in added) throw new Error("The e-mail belongs to somebody already");
  if (added.outcome.kind !== "accepted")
    throw new Error(`The administrator was not added: ${JSON.stringify(added.outcome)}`);
  return added.person;
}
