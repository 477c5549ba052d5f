import type { Request, Response } from "express";
import { z } from "zod";
import { passwordRules } from "../../application/people/password-rules.ts";
import { changePassword } from "../../application/people/set-password.ts";
import type { PasswordChange } from "../../application/people/set-password.ts";
import type { Deps } from "../deps.ts";
import { invalid } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { newPassword, password, passwordProblem, sameTwice } from "../forms/password.ts";
import type { Problem } from "../forms/problems.ts";
import { done } from "../page.ts";
import { personOf } from "../visitor.ts";
import { showAccount } from "./account.ts";

export const passwordSchema = z
  .object({ current: password("account:password.currentMissing"), ...newPassword })
  .superRefine(sameTwice);

/** One's own, with the present one as proof; this session stays, the others end. */
export function changeOwnPassword(deps: Deps) {
  const { services } = deps;
  return async (req: Request, res: Response, form: Form<z.output<typeof passwordSchema>>): Promise<void> => {
    if (!form.valid) return showAccount(deps, req, res, form);
    const person = personOf(res).id;
    const { current, password: next } = form.values;
    const change = await changePassword(services.accounts, {
      person,
      current,
      next,
      session: req.sessionID,
      address: req.ip ?? "",
      rules: passwordRules(services),
    });
    services.log.info({ event: `password-change-${change.kind}`, person, reference: req.id });
    if (change.kind !== "changed") return showAccount(deps, req, res, invalid(form, problemOf(change)));
    req.session.passwordAt = services.accounts.now();
    await services.administrativeLog.note({ kind: "password-changed", actor: person, subject: person });
    done(res, "/account", "account:password.done");
  };
}

function problemOf(change: Exclude<PasswordChange, { readonly kind: "changed" }>): Problem {
  switch (change.kind) {
    case "fault":
      return passwordProblem("password", change.fault);
    case "wait":
      return { field: "current", key: "auth:signIn.wait", params: { seconds: change.seconds } };
    case "wrong":
      return { field: "current", key: "account:password.wrong", params: {} };
  }
}
