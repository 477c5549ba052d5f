import { roles } from "../../domain/people/roles.ts";
import type { PersonView } from "../../projections/people.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { departmentsToJoin, holders } from "./options.ts";

/** Where a form about this person is sent, with a command id of its own. */
type SentTo = (place: string) => { readonly action: string; readonly hidden: ReturnType<typeof hiddenOf> };
type Person = { readonly language: Language; readonly held: PersonView; readonly fields: Fields; readonly to: SentTo };

/** What was typed stands in the form it was typed into; the others show what is stored. */
export async function personForms(deps: Deps, language: Language, held: PersonView, form: FormState) {
  const identity = await deps.people.find(held.id);
  const stored = { name: identity?.name ?? "", email: identity?.email ?? "", department: held.department ?? "" };
  const person: Person = {
    language,
    held,
    fields: fieldsOf({ ...form, typed: { ...stored, ...form.typed } }, language),
    to: (place) => ({ action: `/people/${held.id}/${place}`, hidden: hiddenOf(blankForm({}, held.version)) }),
  };
  return {
    details: detailsForm(person),
    ...roleForms(person),
    department: await departmentForm(deps, person),
    deputy: held.roles.includes("approver") ? await deputyForm(deps, person) : undefined,
    endDeputy: held.deputy === null ? undefined : person.to("deputy-end"),
    sessions: person.to("session-end"),
    ability: abilityForm(person),
  };
}

const detailsForm = ({ language: { t }, fields, to }: Person) => ({
  ...to("details"),
  name: fields.text("name", { label: t("people:field.name") }),
  email: fields.text("email", { label: t("people:field.email"), type: "email" }),
});

function roleForms({ language: { t }, held, fields, to }: Person) {
  const grantable = roles.filter((role) => !held.roles.includes(role));
  return {
    revocations: held.roles.map((role) => {
      const { action, hidden } = to("revocations");
      return { action, hidden: [...hidden, { name: "role", value: role }], role: t(`words:role.${role}`) };
    }),
    grant: {
      ...to("roles"),
      role: fields.select("role", {
        label: t("people:grant"),
        options: grantable.map((role) => ({ value: role, label: t(`words:role.${role}`) })),
      }),
    },
  };
}

const departmentForm = async (deps: Deps, { language, fields, to }: Person) => ({
  ...to("department"),
  department: await choiceField(
    fields,
    "department",
    { label: language.t("people:field.department"), none: language.t("people:noDepartment") },
    departmentsToJoin(deps, language),
  ),
});

async function deputyForm(deps: Deps, { language, held, fields, to }: Person) {
  const { t } = language;
  return {
    ...to("deputy"),
    deputy: await choiceField(
      fields,
      "deputy",
      { label: t("people:deputy.who") },
      holders(deps, language, "approver", held.id),
    ),
    from: fields.date("from", { label: t("people:deputy.from") }),
    until: fields.date("until", {
      label: t("people:deputy.until"),
      hint: t("account:deputy.untilHint", { days: deps.services.views.policies.current().terms.deputyDays }),
    }),
  };
}

const abilityForm = ({ language: { t }, held, to }: Person) => ({
  ...to(held.disabled ? "enabling" : "disabling"),
  text: t(held.disabled ? "people:enable" : "people:disable"),
  hint: t(held.disabled ? "people:enableHint" : "people:disableHint"),
});
