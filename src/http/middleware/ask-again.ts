import type { Request, RequestHandler, Response } from "express";
import { confirmPassword } from "../../application/people/confirm-password.ts";
import type { Confirmation } from "../../application/people/confirm-password.ts";
import { sessionKey } from "../../authority/sessions.ts";
import type { Deps } from "../deps.ts";
import { z } from "zod";
import { blankForm, invalid, isFinding, readForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { typedFrom } from "../forms/typed.ts";
import type { Typed } from "../forms/typed.ts";
import { isNavigation } from "../navigation.ts";
import { render } from "../page.ts";
import { languageOf, personOf, visitorOf } from "../visitor.ts";

export const againField = "passwordAgain";

/**
 * How long a password counts as just given, ms: enough for the few acts that belong together, and less than an open
 * browser is left alone for.
 */
const fresh = 5 * 60_000;

/**
 * In front of what could keep somebody out of their account or cannot be taken back: a session alone, which an open or
 * stolen browser has too, is not enough. Whatever was typed is on the page that asks and is sent with the password.
 */
export function askAgain(deps: Deps): RequestHandler {
  const { services } = deps;
  return async (req, res, next) => {
    const { [againField]: given, ...typed } = typedFrom(req.body);
    const { passwordAt = 0 } = req.session;
    req.body = typed;
    // A form taken up again after signing in, or one that looks for its choices, is only shown.
    if (visitorOf(res).resumed || isFinding(typed) || services.accounts.now() - passwordAt < fresh) {
      next();
      return;
    }
    if (typeof given !== "string") return ask(req, res, typed, blankForm());
    if (given === "") return ask(req, res, typed, problem("auth:signIn.passwordMissing"));
    const answer = await confirm(req, res, given);
    if (answer.kind !== "right") return ask(req, res, typed, refusal(answer));
    req.session.passwordAt = services.accounts.now();
    next();
  };

  async function confirm(req: Request, res: Response, password: string): Promise<Confirmation> {
    const person = personOf(res).id;
    const session = sessionKey(req.sessionID);
    const answer = await confirmPassword(services.accounts, { person, password, session, address: req.ip ?? "" });
    const level = answer.kind === "right" ? "info" : "warn";
    services.log[level]({ event: `password-again-${answer.kind}`, person, reference: req.id });
    if (answer.kind === "wait") res.status(429).set("Retry-After", String(answer.seconds));
    return answer;
  }
}

function refusal(answer: Exclude<Confirmation, { kind: "right" }>): FormState {
  return answer.kind === "wait"
    ? problem("auth:signIn.wait", { seconds: answer.seconds })
    : problem("auth:again.wrong");
}

const problem = (key: string, params: Readonly<Record<string, number>> = {}): FormState =>
  invalid(blankForm(), { field: againField, key, params });

async function ask(req: Request, res: Response, typed: Typed, form: FormState): Promise<void> {
  const { keep } = visitorOf(res);
  if (keep !== null && isNavigation(req)) {
    const sent = readForm(z.looseObject({}), typed);
    const { problems, reasons } = form;
    const asking = { ...sent, valid: false, status: 422, problems, reasons } as const;
    res.redirect(303, await keep(asking, "again"));
    return;
  }
  await askedAgain(res, req.originalUrl, typed, form);
}

/** The page that asks: it sends everything that was typed, and the password. */
export async function askedAgain(res: Response, action: string, typed: Typed, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  await render(
    res,
    "pages/auth/again",
    {
      title: t("auth:again.title"),
      lead: t("auth:again.lead"),
      form: { ...form, resumed: false },
      status: res.statusCode === 429 ? 429 : 422,
    },
    {
      action,
      hidden: Object.entries(typed).flatMap(([name, value]) => [value].flat().map((text) => ({ name, value: text }))),
      password: fieldsOf(form, language).password(againField, {
        label: t("auth:signIn.password"),
        autocomplete: "current-password",
      }),
    },
  );
}
