import { z } from "zod";
import { mostCharacters } from "../../application/people/check-password.ts";
import type { PasswordFault } from "../../application/people/check-password.ts";
import type { Problem } from "./problems.ts";

/** As it was typed: not trimmed, not normalised, not cut. */
export function password(missing: string) {
  return z
    .string(missing)
    .min(1, missing)
    .refine((text) => text.length <= 4 * mostCharacters, {
      error: "auth:password.too-long",
      params: { maximum: mostCharacters },
      abort: true,
    });
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

export function passwordProblem(field: string, { code, params }: PasswordFault): Problem {
  return { field, key: `auth:password.${code}`, params };
}
