import type { Request, Response } from "express";
import { z } from "zod";
import { signIn } from "../../application/people/sign-in.ts";
import type { SignInResult } from "../../application/people/sign-in.ts";
import type { Deps } from "../deps.ts";
import { optionalText, requiredText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { cookieValue, localPath } from "../middleware/language.ts";
import { cookieName } from "../middleware/session.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, visitorOf } from "../visitor.ts";
import { demoPeople } from "./choose-person.ts";
import { deviceCookie, enter, wayIn } from "./enter.ts";
import { password } from "../forms/password.ts";

export const signInSchema = z.object({
  email: requiredText(254, { missing: "auth:signIn.emailMissing" }),
  password: password("auth:signIn.passwordMissing"),
  next: optionalText(4096),
  kept: optionalText(100),
});
type SignInForm = Form<z.output<typeof signInSchema>>;
type Values = z.output<typeof signInSchema>;

/** `/sign-in`, and where it leads to. */
export function signInPages(deps: Deps) {
  const { services, config } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const next = localPath(req.query["next"]);
      if (visitorOf(res).person !== null) {
        res.redirect(303, next);
        return;
      }
      const keptForm = queryValue(req, "kept") ?? "";
      await showSignIn(deps, req, res, blankForm({ next, kept: keptForm }));
    },

    async submit(req: Request, res: Response, form: SignInForm): Promise<void> {
      if (!form.valid) return showSignIn(deps, req, res, form);
      const result = await signIn(services.accounts, attemptOf(req, form), mayEnter);
      await logResult(result, req);
      if (result.kind === "signed-in") {
        await enter(req, res, deps, result.person);
        const { kept, next } = form.values;
        const to = kept === "" ? localPath(next) : `/drafts/${encodeURIComponent(kept)}`;
        res.redirect(303, wayIn(services, result.person, to));
        return;
      }
      if (result.kind === "wait") res.status(429).set("Retry-After", String(result.seconds));
      return showSignIn(deps, req, res, refusedSignIn(form, result));
    },
  };

  function attemptOf(req: Request, { values }: Filled<Values>) {
    const device = cookieValue(req, cookieName(deviceCookie, config));
    return { email: values.email, password: values.password, address: req.ip ?? "", device };
  }

  function mayEnter(person: string): boolean {
    const held = services.views.people.of(person);
    return held !== null && !held.disabled;
  }

  /** For those who watch over the house: what happened to which account, and no more. */
  async function logResult({ kind, person }: SignInResult, req: Request): Promise<void> {
    const level = kind === "signed-in" ? "info" : "warn";
    services.log[level]({ event: `sign-in-${kind}`, person: person ?? "unknown", reference: req.id });
    if (kind === "wait")
      await services.administrativeLog.noteOnceIn(60, { kind: "sign-in-refused", actor: "nobody", subject: person });
  }
}

function refusedSignIn(form: Filled<Values>, result: Exclude<SignInResult, { kind: "signed-in" }>): FormState {
  return result.kind === "wait"
    ? invalid(form, { field: "email", key: "auth:signIn.wait", params: { seconds: result.seconds } })
    : invalid(form, { field: "email", key: "auth:signIn.refused", params: {} });
}

async function showSignIn(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const [keptForm, next] = [fields.value("kept"), localPath(fields.value("next"))];
  const setUpNeeded = !(await deps.services.accounts.identities.any());
  const why = keptForm !== "" ? "kept" : (["sent", "out"] as const).find((name) => queryValue(req, name) !== undefined);
  await render(
    res,
    "pages/auth/sign-in",
    {
      title: t("auth:signIn.title"),
      form,
      ...(res.statusCode === 429 && { status: 429 }),
      ...(setUpNeeded && { lead: t("auth:signIn.setUpNeeded") }),
      ...(why !== undefined && form.status === 200 && { notice: t(`auth:signIn.${why}`) }),
    },
    {
      people: await demoPeople(deps, language),
      next: next === "/" ? "/demo" : next,
      hidden: [...hiddenOf(form), { name: "next", value: next }, { name: "kept", value: keptForm }],
      email: fields.text("email", { label: t("auth:signIn.email"), type: "email", autocomplete: "username" }),
      password: fields.password("password", { label: t("auth:signIn.password"), autocomplete: "current-password" }),
    },
  );
}
