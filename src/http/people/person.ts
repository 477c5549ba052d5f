import type { Request, Response } from "express";
import { nowOf } from "../../application/facts.ts";
import { isBarred } from "../../domain/people/barred.ts";
import type { PersonView } from "../../projections/people.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { personHistory } from "../say/person-history.ts";
import { refusedOn } from "../say/refused-address.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { linkModel } from "./access.ts";
import { rolesText } from "./list.ts";
import { personForms } from "./person-forms.ts";
import { tokensOf } from "./tokens.ts";

export function personPage(deps: Deps) {
  return async (req: Request, res: Response): Promise<void> =>
    showPerson(deps, res, pathValue(req, "person"), blankForm());
}

/** One person, with every form an administrator has for them; an auditor reads the same without the forms. */
export async function showPerson(deps: Deps, res: Response, id: string, form: FormState): Promise<void> {
  const held = deps.services.views.people.of(id) ?? notFound();
  const identity = await deps.people.find(id);
  const language = languageOf(res);
  const { t } = language;
  const name = identity?.name ?? t("people:erased");
  await render(
    res,
    "pages/people/person",
    { title: name, section: "people", crumbs: [{ text: t("people:list.title"), href: "/people" }], form },
    {
      facts: await factsOf(deps, language, held, identity?.email ?? "–"),
      tokens: await tokensOf(deps, language, id, personOf(res).roles.includes("administrator")),
      history: await personHistory(deps, language, id),
      entries: `/ledger?person=${id}`,
      forms: personOf(res).roles.includes("administrator")
        ? {
            ...(await personForms(deps, language, held, form)),
            link: await linkModel(deps, language, held, personOf(res)),
          }
        : undefined,
    },
  );
}

async function factsOf(deps: Deps, language: Language, held: PersonView, email: string): Promise<readonly FactModel[]> {
  const { services, people } = deps;
  const { t, format } = language;
  const refusal = await services.mailReaders.refusalOf(held.id, email);
  const { deputy } = held;
  const names = await people.names(deputy === null ? [] : [deputy.deputy]);
  const { length: sessions } = await services.accounts.sessions.open(held.id);
  return [
    { term: t("people:field.email"), value: email },
    ...(refusal === null
      ? []
      : [
          {
            term: t("people:refused"),
            value: t("people:refusedText", { day: refusedOn(deps, language, refusal), code: String(refusal.code) }),
          },
        ]),
    { term: t("people:field.roles"), value: rolesText(language, held.roles) },
    {
      term: t("people:field.department"),
      value:
        held.department === null
          ? t("people:noDepartment")
          : departmentName(language, services.views.departments.all(), held.department),
    },
    { term: t("people:column.state"), value: t(`people:state.${held.disabled ? "disabled" : "active"}`) },
    ...barredFact(services, language, held),
    { term: t("people:sessions"), value: t("people:sessionsOpen", { count: sessions }) },
    ...(deputy === null
      ? []
      : [
          {
            term: t("people:deputy.title"),
            value: t("people:deputy.text", {
              name: names.get(deputy.deputy) ?? deputy.deputy,
              from: format.date(deputy.from),
              until: format.date(deputy.until),
            }),
          },
        ]),
  ];
}

/** Until when the account decides nothing, while it does not. */
function barredFact(services: Deps["services"], { t, format }: Language, held: PersonView): readonly FactModel[] {
  const { barredUntil } = held;
  return barredUntil === null || !isBarred(held, nowOf(services))
    ? []
    : [{ term: t("people:barred"), value: t("people:barredUntil", { until: format.dateTime(barredUntil) }) }];
}
