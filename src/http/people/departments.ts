import type { Request, Response } from "express";
import { z } from "zod";
import { onDepartments } from "../../application/on-departments.ts";
import type { DepartmentCommand } from "../../domain/people/departments.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission } from "../submission.ts";
import { done, render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { pageOf, pagerOf, placedAt } from "../view/pages.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";

const perPage = 20;

const name = z.object({
  en: requiredText(120, { missing: "people:departments.enMissing" }),
  zh: requiredText(120, { missing: "people:departments.zhMissing" }),
});
export const addDepartmentSchema = z.object({
  key: requiredText(40, { missing: "people:departments.keyMissing" }),
  name,
});
export const renameDepartmentSchema = z.object({ name });
export const closeDepartmentSchema = z.object({});

/** `/people/departments`: both names, because every page may be read in either language. */
export function departmentPages(deps: Deps) {
  return {
    list: async (req: Request, res: Response): Promise<void> => showDepartments(deps, req, res, blankForm()),

    add: (req: Request, res: Response, form: Form<z.output<typeof addDepartmentSchema>>): Promise<void> =>
      change(deps, res, form, {
        command: (values) => ({ type: "AddDepartment", ...values }),
        did: "added",
        again: (refused) => showDepartments(deps, req, res, refused),
      }),

    edit: (req: Request, res: Response): Promise<void> => showDepartment(deps, res, pathValue(req, "key"), blankForm()),

    rename: (req: Request, res: Response, form: Form<z.output<typeof renameDepartmentSchema>>): Promise<void> => {
      const key = pathValue(req, "key");
      return change(deps, res, form, {
        command: (values) => ({ type: "RenameDepartment", key, ...values }),
        did: "renamed",
        again: (refused) => showDepartment(deps, res, key, refused),
      });
    },

    close: (req: Request, res: Response, form: Form<object>): Promise<void> => {
      const key = pathValue(req, "key");
      return change(deps, res, form, {
        command: () => ({ type: "CloseDepartment", key }),
        did: "closed",
        again: (refused) => showDepartment(deps, res, key, refused),
      });
    },
  };
}

type Change<T> = {
  readonly command: (values: T) => DepartmentCommand;
  /** Said when it is done: `people:departments.<did>`. */
  readonly did: string;
  readonly again: (refused: FormState) => Promise<void>;
};

const change = <T>(
  { services }: Deps,
  res: Response,
  form: Form<T>,
  { command, did, again }: Change<T>,
): Promise<void> =>
  submitCommand(services, form, {
    by: (filled) => submission(res, filled, "administrator"),
    task: (values) => onDepartments(command(values)),
    again,
    done: () => done(res, "/people/departments", `people:departments.${did}`),
  });

async function showDepartments({ services }: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const administers = personOf(res).roles.includes("administrator");
  const all = services.views.departments.all();
  const listed = pageOf(all, ({ key }) => key, { after: queryValue(req, "after"), size: perPage });
  const departments = listed.entries.map((department) => ({
    name: departmentName(language, [department], department.key),
    href: administers ? `/people/departments/${department.key}` : undefined,
    state: department.closed ? t("people:departments.isClosed") : "",
  }));
  const crumbs = [{ text: t("people:list.title"), href: "/people" }];
  await render(
    res,
    "pages/people/departments",
    { title: t("people:departments.title"), section: "people", crumbs, form },
    {
      departments,
      pager: pagerOf(language, listed, placedAt("/people/departments"), language.format.number(all.length)),
      form: administers
        ? {
            hidden: hiddenOf(form),
            en: fields.text("name.en", { label: t("people:departments.en") }),
            zh: fields.text("name.zh", { label: t("people:departments.zh") }),
            key: fields.text("key", { label: t("people:departments.key"), hint: t("people:departments.keyHint") }),
          }
        : undefined,
    },
  );
}

async function showDepartment({ services }: Deps, res: Response, key: string, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const department = services.views.departments.all().find((candidate) => candidate.key === key) ?? notFound();
  const fields = fieldsOf(
    { ...form, typed: { "name.en": department.name.en, "name.zh": department.name.zh, ...form.typed } },
    language,
  );
  const crumbs = [
    { text: t("people:list.title"), href: "/people" },
    { text: t("people:departments.title"), href: "/people/departments" },
  ];
  const title = departmentName(language, [department], key);
  await render(
    res,
    "pages/people/department",
    { title, section: "people", crumbs, form },
    {
      action: `/people/departments/${key}`,
      hidden: hiddenOf(form),
      en: fields.text("name.en", { label: t("people:departments.en") }),
      zh: fields.text("name.zh", { label: t("people:departments.zh") }),
      close: department.closed
        ? undefined
        : { action: `/people/departments/${key}/closing`, hidden: hiddenOf(blankForm()) },
    },
  );
}
