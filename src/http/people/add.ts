import type { Request, Response } from "express";
import { z } from "zod";
import { addPerson } from "../../application/people/add-person.ts";
import { invite } from "../../application/people/password-links.ts";
import { roles } from "../../domain/people/roles.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import { choices, email, optionalText, requiredText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { showLink } from "../link-page.ts";
import { submission, unsettled } from "../submission.ts";
import { done, render } from "../page.ts";
import { languageOf } from "../visitor.ts";
import { departmentsToJoin } from "./options.ts";

export const addPersonSchema = z.object({
  name: requiredText(120, { missing: "people:add.nameMissing" }),
  email: email({ missing: "people:add.emailMissing", invalid: "people:add.emailInvalid" }),
  roles: choices(roles),
  department: optionalText(40),
});
type AddForm = Form<z.output<typeof addPersonSchema>>;

/** `/people/new`: name, e-mail, roles; the answer is the invitation, shown once. */
export function addPersonPages(deps: Deps) {
  const { services } = deps;
  return {
    show: async (_req: Request, res: Response): Promise<void> => showAdd(deps, res, blankForm()),

    async submit(req: Request, res: Response, form: AddForm): Promise<void> {
      if (!form.valid) return showAdd(deps, res, form);
      const { department, ...values } = form.values;
      const added = await addPerson(services, {
        ...submission(res, form, "administrator"),
        ...values,
        department: department === "" ? null : department,
      });
      if ("kind" in added)
        return showAdd(deps, res, invalid(form, { field: "email", key: "people:add.emailTaken", params: {} }));
      const again = unsettled(form, added.outcome);
      if (again !== null) return showAdd(deps, res, again);
      const { person } = added;
      const made = await invite(services, { ...submission(res, form, "administrator"), person });
      if (made.kind === "made") return showLink(deps, req, res, { person, made, back: `/people/${person}` });
      const refused = unsettled(form, made);
      if (refused !== null) return showAdd(deps, res, refused);
      done(res, `/people/${person}`);
    },
  };
}

async function showAdd(deps: Deps, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const page = {
    title: t("people:add.title"),
    section: "people",
    crumbs: [{ text: t("people:list.title"), href: "/people" }],
    form,
  } as const;
  await render(res, "pages/people/add", page, {
    hidden: hiddenOf(form),
    name: fields.text("name", { label: t("people:field.name") }),
    email: fields.text("email", { label: t("people:field.email"), hint: t("people:field.emailHint"), type: "email" }),
    roles: fields.checkboxes("roles", {
      legend: t("people:field.roles"),
      hint: t("people:field.rolesHint"),
      stacked: true,
      options: roles.map((role) => ({ value: role, label: t(`words:role.${role}`), hint: t(`people:role.${role}`) })),
    }),
    department: await choiceField(
      fields,
      "department",
      { label: t("people:field.department"), optional: true, none: t("people:noDepartment") },
      departmentsToJoin(deps, language),
    ),
  });
}
