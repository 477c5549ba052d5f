import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { onDepartments } from "../../application/on-departments.ts";
import type { DepartmentCommand } from "../../domain/people/departments.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { languageOf, pathValue, personOf } from "../visitor.ts";

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
  const { services } = deps;
  return {
    list: async (_req: Request, res: Response): Promise<void> => showDepartments(deps, res, blankForm()),

    add: async (_req: Request, res: Response, form: Form<z.output<typeof addDepartmentSchema>>): Promise<void> =>
      form.valid
        ? act(res, form, { type: "AddDepartment", ...form.values }, "added", (again) =>
            showDepartments(deps, res, again),
          )
        : showDepartments(deps, res, form),

    async edit(req: Request, res: Response): Promise<void> {
      await showDepartment(deps, res, pathValue(req, "key"), blankForm());
    },

    async rename(req: Request, res: Response, form: Form<z.output<typeof renameDepartmentSchema>>): Promise<void> {
      const key = pathValue(req, "key");
      if (!form.valid) return showDepartment(deps, res, key, form);
      return act(res, form, { type: "RenameDepartment", key, ...form.values }, "renamed", (again) =>
        showDepartment(deps, res, key, again),
      );
    },

    async close(req: Request, res: Response, form: Form<object>): Promise<void> {
      const key = pathValue(req, "key");
      if (!form.valid) return showDepartment(deps, res, key, form);
      return act(res, form, { type: "CloseDepartment", key }, "closed", (again) =>
        showDepartment(deps, res, key, again),
      );
    },
  };

  async function act(
    res: Response,
    form: Extract<Form<unknown>, { valid: true }>,
    command: DepartmentCommand,
    said: string,
    show: (again: FormState) => Promise<void>,
  ): Promise<void> {
    const outcome = await handle(services, submission(res, form, "administrator"), onDepartments(command));
    const again = unsettled(form, outcome);
    if (again !== null) return show(again);
    done(res, "/people/departments", `people:departments.${said}`);
  }
}

async function showDepartments({ services }: Deps, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const administers = personOf(res).roles.includes("administrator");
  const all = services.views.departments.all();
  const departments = all.map(({ key, closed }) => ({
    name: departmentName(language, all, key),
    href: administers ? `/people/departments/${key}` : undefined,
    state: closed ? t("people:departments.isClosed") : "",
  }));
  const crumbs = [{ text: t("people:list.title"), href: "/people" }];
  await render(
    res,
    "pages/people/departments",
    { title: t("people:departments.title"), section: "people", crumbs, form },
    {
      departments,
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
  const department = services.views.departments.all().find((one) => one.key === key) ?? notFound();
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
