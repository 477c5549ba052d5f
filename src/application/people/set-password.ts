import type { Services } from "../services.ts";
import type { Accounts } from "../../authority/accounts.ts";
import type { Identities, Identity } from "../../authority/identities.ts";
import { sessionKey } from "../../authority/sessions.ts";
import type { OneTimeLink } from "../../authority/links.ts";
import { confirmPassword } from "./confirm-password.ts";
import { checkPassword } from "./check-password.ts";
import type { PasswordFault } from "./check-password.ts";
import { recordUse } from "./password-links.ts";
import type { PasswordRules } from "./password-rules.ts";
import { hashPassword } from "./passwords.ts";

export type PasswordChange =
  | { readonly kind: "changed" }
  | { readonly kind: "fault"; readonly fault: PasswordFault }
  | { readonly kind: "wrong" }
  | { readonly kind: "wait"; readonly seconds: number };

/** By somebody signed in: the current password is asked for, guesses at it are slowed down, every other session ends. */
export async function changePassword(
  { identities, sessions, throttle }: Accounts,
  change: {
    readonly person: string;
    readonly current: string;
    readonly next: string;
    readonly session: string;
    readonly address: string;
    readonly rules: PasswordRules;
  },
): Promise<PasswordChange> {
  const { person, current, next, session, address, rules } = change;
  const given = { person, password: current, session: sessionKey(session), address };
  const confirmed = await confirmPassword({ identities, throttle }, given);
  if (confirmed.kind !== "right") return confirmed;
  const owner = await identities.find(person);
  if (owner === null) return { kind: "wrong" };
  const fault = await checkPassword(next, owner, rules);
  if (fault !== null) return { kind: "fault", fault };
  await identities.setPassword(person, await hashPassword(next));
  await sessions.endAll(person, session);
  return { kind: "changed" };
}

export type LinkUse =
  | { readonly kind: "set"; readonly person: string }
  | { readonly kind: "fault"; readonly fault: PasswordFault }
  | { readonly kind: "unknown" };

/** By an invitation or a reset link: works once, is on record before it does, ends every session and forgets every known browser. */
export async function setPasswordByLink(
  services: Services,
  token: string,
  password: string,
  rules: PasswordRules,
): Promise<LinkUse> {
  const { identities, links, sessions, devices } = services.accounts;
  const link = await links.find(token);
  const owner = await ownerOf(link, identities);
  if (owner === null) return { kind: "unknown" };
  const fault = await checkPassword(password, owner, rules);
  if (fault !== null) return { kind: "fault", fault };
  const hash = await hashPassword(password);
  if (!(await recordUse(services, owner.person, token)) || !(await links.use(token))) return { kind: "unknown" };
  await identities.setPassword(owner.person, hash);
  await sessions.endAll(owner.person);
  await devices.forgetAll(owner.person);
  await links.revoke(owner.person);
  return { kind: "set", person: owner.person };
}

async function ownerOf(link: OneTimeLink | null, identities: Identities): Promise<Identity | null> {
  const person = link?.person ?? null;
  return person === null ? null : identities.find(person);
}
