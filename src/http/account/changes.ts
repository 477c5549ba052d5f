import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { onPerson } from "../../application/on-person.ts";
import { passwordRules } from "../../application/people/password-rules.ts";
import { changePassword } from "../../application/people/set-password.ts";
import type { PersonCommand } from "../../domain/people/person.ts";
import type { Deps } from "../deps.ts";
import { choice, day, reference } from "../forms/fields.ts";
import { invalid } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { newPassword, password, passwordProblem, sameTwice } from "../forms/password.ts";
import { chooseLanguage } from "../middleware/language.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { locales } from "../view/locale.ts";
import { personOf } from "../visitor.ts";
import { showAccount } from "./account.ts";

export const languageSchema = z.object({ locale: choice(locales) });
export const passwordSchema = z
  .object({ current: password("account:password.currentMissing"), ...newPassword })
  .superRefine(sameTwice);
export const sessionSchema = z.object({ session: reference() });
export const nothingSchema = z.object({});
export const deputySchema = z.object({ deputy: reference(), from: day(), until: day() });

type FormOf<S extends z.ZodType> = Form<z.output<S>>;

export function accountChanges(deps: Deps) {
  const { accounts, services } = deps;
  return {
    async language(req: Request, res: Response, form: FormOf<typeof languageSchema>): Promise<void> {
      if (!form.valid) return showAccount(deps, req, res, form);
      await accounts.identities.setLocale(personOf(res).id, form.values.locale);
      chooseLanguage(res, form.values.locale, deps.config);
      done(res, "/account");
    },

    async password(req: Request, res: Response, form: FormOf<typeof passwordSchema>): Promise<void> {
      if (!form.valid) return showAccount(deps, req, res, form);
      const person = personOf(res).id;
      const { current, password: next } = form.values;
      const change = await changePassword(accounts, {
        person,
        current,
        next,
        session: req.sessionID,
        address: req.ip ?? "",
        rules: passwordRules(services),
      });
      services.log.info({ event: `password-change-${change.kind}`, person, reference: req.id });
      if (change.kind === "changed") {
        req.session.passwordAt = accounts.now();
        await services.administrativeLog.note({ kind: "password-changed", actor: person, subject: person });
        done(res, "/account", "account:password.done");
        return;
      }
      const problem =
        change.kind === "fault"
          ? passwordProblem("password", change.fault)
          : change.kind === "wait"
            ? { field: "current", key: "auth:signIn.wait", params: { seconds: change.seconds } }
            : { field: "current", key: "account:password.wrong", params: {} };
      await showAccount(deps, req, res, invalid(form, problem));
    },

    async endSession(req: Request, res: Response, form: FormOf<typeof sessionSchema>): Promise<void> {
      if (!form.valid) return showAccount(deps, req, res, form);
      const { id } = personOf(res);
      await accounts.sessions.endOne(id, form.values.session);
      await services.administrativeLog.note({ kind: "session-ended", actor: id, subject: id });
      done(res, "/account", "account:sessions.ended");
    },

    /** Everywhere but here: whoever wants to leave here too has "Sign out" on every page. */
    async endOthers(req: Request, res: Response, form: FormOf<typeof nothingSchema>): Promise<void> {
      if (!form.valid) return showAccount(deps, req, res, form);
      const { id } = personOf(res);
      await accounts.sessions.endAll(id, req.sessionID);
      await services.administrativeLog.note({ kind: "sessions-ended", actor: id, subject: id });
      done(res, "/account", "account:sessions.allEnded");
    },

    nameDeputy: (req: Request, res: Response, form: FormOf<typeof deputySchema>): Promise<void> =>
      command(req, res, form, (deputy) => ({ type: "NameDeputy", ...deputy }), "account:deputy.named"),

    endDeputy: (req: Request, res: Response, form: FormOf<typeof nothingSchema>): Promise<void> =>
      command(req, res, form, () => ({ type: "EndDeputy" }), "account:deputy.ended"),
  };

  async function command<T>(
    req: Request,
    res: Response,
    form: Form<T>,
    toCommand: (values: T) => PersonCommand,
    said: string,
  ): Promise<void> {
    if (!form.valid) return showAccount(deps, req, res, form);
    const person = personOf(res).id;
    const outcome = await handle(services, submission(res, form, "approver"), onPerson(person, toCommand(form.values)));
    const again = unsettled(form, outcome);
    if (again !== null) return showAccount(deps, req, res, again);
    done(res, "/account", said);
  }
}
