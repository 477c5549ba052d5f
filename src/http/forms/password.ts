import { z } from "zod";
import { passwordLength } from "../../application/people/passwords.ts";
import type { PasswordFault } from "../../application/people/passwords.ts";
import type { Problem } from "./problems.ts";

/** As it was typed: not trimmed, not normalised, not cut. */
export function password(missing: string) {
  return z.string(missing).min(1, missing).max(1024, { error: "auth:password.too-long", abort: true });
}

/** Typed twice, because nobody sees it. */
export const newPassword = {
  password: password("auth:password.missing"),
  again: password("auth:password.againMissing"),
};

export function sameTwice(
  typed: { readonly password: string; readonly again: string },
  context: z.RefinementCtx,
): void {
  if (typed.password !== typed.again)
    context.addIssue({ code: "custom", path: ["again"], message: "auth:password.different" });
}

export function passwordProblem(field: string, fault: PasswordFault): Problem {
  return {
    field,
    key: `auth:password.${fault}`,
    params: { least: passwordLength.least, maximum: passwordLength.most },
  };
}
