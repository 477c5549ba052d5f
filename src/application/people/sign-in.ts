import type { Accounts } from "../../authority/accounts.ts";
import { keyOf } from "../../authority/identities.ts";
import { verifyPassword } from "./passwords.ts";
import type { Attempt } from "../../authority/throttle.ts";

export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  /** Where from, for throttling; never stored or logged as it is. */
  readonly address: string;
  /** Token of the known-device cookie, where the browser sent one. */
  readonly device: string | undefined;
}

export type SignInResult =
  | { readonly kind: "signed-in"; readonly person: string }
  /** Unknown, wrong, disabled or never set: one answer for all. `person` is for the log. */
  | { readonly kind: "refused"; readonly person: string | null }
  | { readonly kind: "wait"; readonly seconds: number; readonly person: string | null };

/** @param mayEnter whether this person exists and is not disabled. */
export async function signIn(
  { identities, devices, throttle }: Accounts,
  { email, password, address, device }: SignInAttempt,
  mayEnter: (person: string) => boolean,
): Promise<SignInResult> {
  const person = (await identities.byEmail(email))?.person ?? null;
  const known = person !== null && device !== undefined && (await devices.knows(device, person));
  const attempt: Attempt = { account: keyOf(email), address, device: known ? device : null };
  // Counted before the slow comparison, so that many guesses at once cannot slip past the counter.
  const seconds = await throttle.begin(attempt);
  if (seconds > 0) return { kind: "wait", seconds, person };
  const matches = await verifyPassword(person === null ? null : await identities.password(person), password);
  if (person === null || !matches || !mayEnter(person)) return { kind: "refused", person };
  await throttle.succeeded(attempt);
  return { kind: "signed-in", person };
}
