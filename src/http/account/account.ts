import type { Request, Response } from "express";
import { passwordRules } from "../../application/people/password-rules.ts";
import { sessionKey } from "../../authority/sessions.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { newPasswordFields } from "../forms/password-fields.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { personHistory } from "../say/person-history.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { deputies } from "./deputies.ts";
import { ownLinkModel } from "./link-model.ts";
import { localeNames, locales } from "../view/locale.ts";
import { languageOf, personOf } from "../visitor.ts";
import type { Person } from "../visitor.ts";

export function accountPage(deps: Deps) {
  return async (req: Request, res: Response): Promise<void> => showAccount(deps, req, res, blankForm());
}

/** `/account`: what everybody may change about themselves; roles and department are an administrator's to change. */
export async function showAccount(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const person = personOf(res);
  const fields = fieldsOf({ ...form, typed: { locale: language.locale, ...form.typed } }, language);
  const email = (await deps.people.find(person.id))?.email ?? "";
  const hidden = () => hiddenOf(blankForm());
  await render(
    res,
    "pages/account/account",
    { title: t("account:title"), lead: t("account:lead", { name: person.name }), form },
    {
      facts: factsOf(deps, language, person, email),
      language: {
        hidden: hidden(),
        locale: fields.radios("locale", {
          legend: t("account:language.legend"),
          options: locales.map((locale) => ({ value: locale, label: localeNames[locale] })),
        }),
      },
      password: {
        hidden: hidden(),
        current: fields.password("current", { label: t("account:password.current"), autocomplete: "current-password" }),
        ...newPasswordFields(fields, language, passwordRules(deps.services)),
      },
      sessions: await sessionsOf(deps, req, language, person.id),
      sessionsExplain: t("account:sessions.explain", {
        idle: deps.config.sessionIdleMinutes,
        hours: deps.config.sessionHours,
      }),
      allSessions: { hidden: hidden() },
      tokens: person.roles.length > 0,
      link: await ownLinkModel(deps, language, person),
      history: await personHistory(deps, language, person.id),
      offices: await officesOf(deps, language, person.id),
      deputy: person.roles.includes("approver") ? await deputyOf(deps, language, person.id, form) : undefined,
    },
  );
}

function factsOf(
  { services }: Deps,
  language: Language,
  { roles, department }: Person,
  email: string,
): readonly FactModel[] {
  const { t, format } = language;
  const all = services.views.departments.all();
  return [
    { term: t("auth:signIn.email"), value: email },
    {
      term: t("account:roles"),
      value: roles.length === 0 ? t("account:noRole") : format.list(roles.map((role) => t(`words:role.${role}`))),
    },
    ...(department === null
      ? []
      : [{ term: t("account:department"), value: departmentName(language, all, department) }]),
  ];
}

async function sessionsOf({ services }: Deps, req: Request, { t, format }: Language, person: string) {
  const own = sessionKey(req.sessionID);
  return (await services.accounts.sessions.open(person)).map(({ key, device, since, seen }) => ({
    device: device === "" ? t("account:sessions.unknown") : device,
    times: t("account:sessions.times", { since: format.dateTime(since), seen: format.dateTime(seen) }),
    own: key === own,
    hidden: [...hiddenOf(blankForm()), { name: "session", value: key }],
  }));
}

/** For whom the person deputises, now or from a day that was named. */
async function officesOf({ services, people }: Deps, { t, format }: Language, id: string): Promise<readonly string[]> {
  const offices = services.views.people
    .withDeputy()
    .flatMap(({ id: office, deputy }) =>
      deputy?.deputy === id && deputy.until >= services.today() ? [{ office, ...deputy }] : [],
    );
  const names = await people.names(offices.map(({ office }) => office));
  return offices.map(({ office, from, until }) =>
    t("account:deputy.for", {
      name: names.get(office) ?? office,
      from: format.date(from),
      until: format.date(until),
    }),
  );
}

async function deputyOf(deps: Deps, language: Language, id: string, form: FormState) {
  const { t, format } = language;
  const { services, people } = deps;
  const held = services.views.people.of(id);
  const deputy = held?.deputy ?? null;
  const names = await people.names(deputy === null ? [] : [deputy.deputy]);
  const name = (person: string): string => names.get(person) ?? person;
  const fields = fieldsOf(form, language);
  const hidden = () => hiddenOf(blankForm({}, held?.version ?? null));
  return {
    hidden: hidden(),
    who: await choiceField(fields, "deputy", { label: t("account:deputy.who") }, deputies(deps, language, { id })),
    from: fields.date("from", { label: t("account:deputy.from") }),
    until: fields.date("until", {
      label: t("account:deputy.until"),
      hint: t("account:deputy.untilHint", { days: services.views.policies.current().terms.deputyDays }),
    }),
    named:
      deputy === null
        ? undefined
        : {
            hidden: hidden(),
            text: t("account:deputy.text", {
              name: name(deputy.deputy),
              from: format.date(deputy.from),
              until: format.date(deputy.until),
            }),
          },
  };
}
