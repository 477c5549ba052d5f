import type { Accounts } from "../../authority/accounts.ts";
import { verifyPassword } from "./passwords.ts";

export interface PasswordGiven {
  readonly person: string;
  readonly password: string;
  /** Key of the session it is given in: guesses are counted there, so that a stolen session locks out no other. */
  readonly session: string;
  readonly address: string;
}

export type Confirmation =
  { readonly kind: "right" } | { readonly kind: "wrong" } | { readonly kind: "wait"; readonly seconds: number };

/** The password of somebody signed in, asked for once more; guesses at it are slowed down as at sign-in. */
export async function confirmPassword(
  { identities, throttle }: Pick<Accounts, "identities" | "throttle">,
  { person, password, session, address }: PasswordGiven,
): Promise<Confirmation> {
  const attempt = { account: `change ${person}`, address, device: session };
  const seconds = await throttle.begin(attempt);
  if (seconds > 0) return { kind: "wait", seconds };
  if (!(await verifyPassword(await identities.password(person), password))) return { kind: "wrong" };
  await throttle.succeeded(attempt);
  return { kind: "right" };
}
