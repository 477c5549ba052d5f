import type { Request, Response } from "express";
import { z } from "zod";
import { onCommittee } from "../../application/on-committee.ts";
import { mostLabel } from "../../domain/committee/membership.ts";
import type { MembershipCommand } from "../../domain/committee/membership.ts";
import type { Choices } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import { choiceField } from "../choices/fields.ts";
import { peopleChoices } from "../choices/people.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { day, optionalText, requiredText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { submission } from "../submission.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";

export const appointSchema = z.object({
  member: requiredText(200, { missing: "committee:appoint.memberMissing" }),
  field: requiredText(mostLabel, { missing: "committee:appoint.fieldMissing" }),
  department: optionalText(40),
  elsewhere: optionalText(mostLabel),
  from: day({ missing: "committee:appoint.fromMissing" }),
  until: day({ missing: "committee:appoint.untilMissing" }),
});

type AppointForm = Form<z.output<typeof appointSchema>>;

/** An administrator appoints a member of the committee. */
export function appointPages(deps: Deps) {
  const { services } = deps;
  return {
    show: (_req: Request, res: Response): Promise<void> =>
      showAppoint(deps, res, blankForm({ from: services.today() })),

    submit: (_req: Request, res: Response, form: AppointForm): Promise<void> => {
      const problem = organisationProblem(form);
      return submitCommand(services, problem ?? form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: (values) => onCommittee(commandOf(values)),
        again: (refused) => showAppoint(deps, res, asShown(refused)),
        done: () => done(res, "/committee", "committee:appoint.done"),
      });
    },
  };
}

/** One of both, and not both. */
function organisationProblem(form: AppointForm): FormState | null {
  if (!form.valid) return null;
  const { department, elsewhere } = form.values;
  if ((department === "") !== (elsewhere === "")) return null;
  return invalid(form, { field: "elsewhere", key: "committee:appoint.organisationMissing", params: {} });
}

const commandOf = ({ department, elsewhere, ...rest }: z.output<typeof appointSchema>): MembershipCommand => ({
  type: "AppointMember",
  ...rest,
  organisation: department === "" ? { kind: "outside", name: elsewhere } : { kind: "department", department },
});

/** Where the form has its two fields for the organisation. */
const asShown = (form: FormState): FormState => ({
  ...form,
  reasons: form.reasons.map(({ field, ...reason }) => ({
    ...reason,
    ...(field !== undefined && { field: inputs[field] ?? field }),
  })),
});

const inputs: Readonly<Record<string, string>> = {
  "organisation.name": "elsewhere",
  "organisation.department": "department",
};

async function showAppoint(deps: Deps, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/committee/appoint",
    {
      title: t("committee:appoint.title"),
      section: "people",
      crumbs: [{ text: t("committee:members.title"), href: "/committee" }],
      lead: t("committee:appoint.lead"),
      form,
    },
    {
      hidden: hiddenOf(form),
      member: await choiceField(
        fields,
        "member",
        { label: t("committee:appoint.member"), hint: t("committee:appoint.memberHint") },
        membersToAppoint(deps, language),
      ),
      field: fields.text("field", { label: t("committee:appoint.field"), hint: t("committee:appoint.fieldHint") }),
      department: await choiceField(
        fields,
        "department",
        { label: t("committee:appoint.department"), none: t("committee:appoint.noDepartment") },
        departmentChoices(deps.services.views.departments.open(), language, "/people/department-choices"),
      ),
      elsewhere: fields.text("elsewhere", {
        label: t("committee:appoint.elsewhere"),
        hint: t("committee:appoint.elsewhereHint"),
        optional: true,
      }),
      from: fields.date("from", { label: t("committee:appoint.from") }),
      until: fields.date("until", { label: t("committee:appoint.until"), hint: t("committee:appoint.untilHint") }),
    },
  );
}

/** Everybody with an account that is on, but for those who administer or audit. */
export function membersToAppoint({ services, people }: Deps, language: Language): Choices {
  const departments = services.views.departments.all();
  return peopleChoices(people, language, {
    among: services.views.people.active(),
    may: ({ roles }) => !roles.includes("administrator") && !roles.includes("auditor"),
    sub: ({ department }) => (department === null ? undefined : departmentName(language, departments, department)),
    address: "/committee/choices",
  });
}
