import type { Accounts } from "./accounts.ts";
import { checkPassword, hashPassword, verifyPassword } from "./passwords.ts";
import type { PasswordFault } from "./passwords.ts";

export type PasswordChange =
  | { readonly kind: "changed" }
  | { readonly kind: "fault"; readonly fault: PasswordFault }
  | { readonly kind: "wrong" };

/** By somebody signed in: the current password is asked for, and every other session ends. */
export async function changePassword(
  accounts: Accounts,
  change: { readonly person: string; readonly current: string; readonly next: string; readonly session: string },
): Promise<PasswordChange> {
  const { identities, sessions } = accounts;
  const owner = await identities.find(change.person);
  if (owner === null || !(await verifyPassword(await identities.password(change.person), change.current)))
    return { kind: "wrong" };
  const fault = checkPassword(change.next, owner);
  if (fault !== null) return { kind: "fault", fault };
  await identities.setPassword(change.person, await hashPassword(change.next));
  sessions.endAll(change.person, change.session);
  return { kind: "changed" };
}

export type LinkUse =
  | { readonly kind: "set"; readonly person: string }
  | { readonly kind: "fault"; readonly fault: PasswordFault }
  | { readonly kind: "unknown" };

/** By an invitation or a reset link: works once, ends every session and forgets every known browser. */
export async function setPasswordByLink(accounts: Accounts, token: string, password: string): Promise<LinkUse> {
  const { identities, links, sessions, devices } = accounts;
  const link = await links.find(token);
  const owner = link?.person == null ? null : await identities.find(link.person);
  if (owner === null) return { kind: "unknown" };
  const fault = checkPassword(password, owner);
  if (fault !== null) return { kind: "fault", fault };
  const hash = await hashPassword(password);
  if (!(await links.use(token))) return { kind: "unknown" };
  await identities.setPassword(owner.person, hash);
  sessions.endAll(owner.person);
  await devices.forgetAll(owner.person);
  await links.revoke(owner.person);
  return { kind: "set", person: owner.person };
}
