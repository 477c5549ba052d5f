import type { Request, Response } from "express";
import { z } from "zod";
import { onPerson } from "../../application/on-person.ts";
import type { PersonCommand } from "../../domain/people/person.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { choice, day, reference } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { chooseLanguage } from "../middleware/language.ts";
import { submission } from "../submission.ts";
import { done } from "../page.ts";
import { locales } from "../view/locale.ts";
import { personOf } from "../visitor.ts";
import { showAccount } from "./account.ts";

export const languageSchema = z.object({ locale: choice(locales) });
export const sessionSchema = z.object({ session: reference() });
export const nothingSchema = z.object({});
export const deputySchema = z.object({ deputy: reference(), from: day(), until: day() });

type Submit<T> = (req: Request, res: Response, form: Form<T>) => Promise<void>;

export function changeOwnLanguage(deps: Deps): Submit<z.output<typeof languageSchema>> {
  return async (req, res, form) => {
    if (!form.valid) return showAccount(deps, req, res, form);
    await deps.services.accounts.identities.setLocale(personOf(res).id, form.values.locale);
    chooseLanguage(res, form.values.locale, deps.config);
    done(res, "/account");
  };
}

export function endOwnSession(deps: Deps): Submit<z.output<typeof sessionSchema>> {
  return async (req, res, form) => {
    if (!form.valid) return showAccount(deps, req, res, form);
    const { id } = personOf(res);
    await deps.services.accounts.sessions.endOne(id, form.values.session);
    await deps.services.administrativeLog.note({ kind: "session-ended", actor: id, subject: id });
    done(res, "/account", "account:sessions.ended");
  };
}

/** Everywhere but here: whoever wants to leave here too has "Sign out" on every page. */
export function endOtherSessions(deps: Deps): Submit<z.output<typeof nothingSchema>> {
  return async (req, res, form) => {
    if (!form.valid) return showAccount(deps, req, res, form);
    const { id } = personOf(res);
    await deps.services.accounts.sessions.endAll(id, req.sessionID);
    await deps.services.administrativeLog.note({ kind: "sessions-ended", actor: id, subject: id });
    done(res, "/account", "account:sessions.allEnded");
  };
}

export const nameOwnDeputy = (deps: Deps): Submit<z.output<typeof deputySchema>> =>
  command(deps, (deputy) => ({ type: "NameDeputy", ...deputy }), "account:deputy.named");

export const endOwnDeputy = (deps: Deps): Submit<z.output<typeof nothingSchema>> =>
  command(deps, () => ({ type: "EndDeputy" }), "account:deputy.ended");

function command<T>(deps: Deps, toCommand: (values: T) => PersonCommand, key: string): Submit<T> {
  return (req, res, form) =>
    submitCommand(deps.services, form, {
      by: (filled) => submission(res, filled, "approver"),
      task: (values) => onPerson(personOf(res).id, toCommand(values)),
      again: (refused) => showAccount(deps, req, res, refused),
      done: () => done(res, "/account", key),
    });
}
