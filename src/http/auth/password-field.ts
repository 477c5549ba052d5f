import { z } from "zod";
import { passwordLength } from "../../application/people/passwords.ts";
import type { PasswordFault } from "../../application/people/passwords.ts";
import type { Problem } from "../forms/problems.ts";

/** As it was typed: not trimmed, not normalised, not cut. */
export function password(missing: string) {
  return z.string(missing).min(1, missing).max(1024, "auth:password.too-long");
}

/** Typed twice, because nobody sees it. */
export const newPassword = {
  password: password("auth:password.missing"),
  again: z.string("auth:password.againMissing").max(1024, "auth:password.too-long"),
};

export function passwordProblem(field: string, fault: PasswordFault): Problem {
  return { field, key: `auth:password.${fault}`, params: { least: passwordLength.least, maximum: passwordLength.most } };
}
