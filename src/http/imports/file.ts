import type { Request, Response } from "express";
import { z } from "zod";
import { isRunning } from "../../application/imports/carry-out.ts";
import type { ImportPlan } from "../../authority/imports.ts";
import { importKinds } from "../../domain/imports/fields.ts";
import type { ImportKind } from "../../domain/imports/fields.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import { choice } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import type { UploadedFile } from "../forms/upload.ts";
import { render } from "../page.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { planState, tallyText } from "./words.ts";

export const mostBytes = 20_000_000;

export const fileSchema = z.object({ kind: choice(importKinds, { missing: "imports:file.kindMissing" }) });

/** Under which files of imports are kept for a day: they belong to no technology. */
export const stagedFor = (person: string) => ({ person, technology: "imports" });

/** Whoever may bring in what: technologies as one proposes them, people and departments as one administers them. */
export function kindsFor(res: Response): readonly ImportKind[] {
  const { roles } = personOf(res);
  const allowed: Readonly<Record<ImportKind, boolean>> = {
    technologies: roles.includes("planner"),
    departments: roles.includes("administrator"),
    people: roles.includes("administrator"),
  };
  return importKinds.filter((kind) => allowed[kind]);
}

export function mustImport(res: Response, kind: ImportKind): void {
  if (!kindsFor(res).includes(kind)) forbidden("imports of this kind");
}

/** `/imports`: one's own, and the way to a new one. */
export function filePages(deps: Deps) {
  const { services } = deps;
  return {
    async list(_req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const plans = await services.imports.of(personOf(res).id);
      await render(
        res,
        "pages/imports/list",
        { title: t("imports:title"), section: "portfolio", lead: t("imports:lead") },
        { table: plans.length === 0 ? null : plansTable(language, plans), kinds: kindsFor(res).length > 0 },
      );
    },

    show: (_req: Request, res: Response): Promise<void> => showFile(res, blankForm({ kind: kindsFor(res)[0] ?? "" })),

    async submit(
      _req: Request,
      res: Response,
      form: Form<z.output<typeof fileSchema>>,
      files: readonly UploadedFile[],
    ): Promise<void> {
      if (!form.valid) return showFile(res, form);
      const { kind } = form.values;
      mustImport(res, kind);
      const staged = await services.stagedFiles.stage(stagedFor(personOf(res).id), files);
      res.redirect(303, `/imports/files/${staged.id}?kind=${kind}`);
    },
  };
}

async function showFile(res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/imports/file",
    {
      title: t("imports:file.title"),
      section: "portfolio",
      crumbs: crumbsOf(language),
      lead: t("imports:file.lead"),
      form,
    },
    {
      hidden: hiddenOf(form),
      kind: fields.radios("kind", {
        legend: t("imports:file.kind"),
        options: kindsFor(res).map((kind) => ({
          value: kind,
          label: t(`imports:kind.${kind}`),
          hint: t(`imports:kindHint.${kind}`),
        })),
      }),
      file: fields.file("file", { label: t("imports:file.label"), hint: t("imports:file.hint") }),
    },
  );
}

export const crumbsOf = ({ t }: Language) => [{ text: t("imports:title"), href: "/imports" }];

function plansTable(language: Language, plans: readonly ImportPlan[]) {
  const { t, format } = language;
  return {
    caption: t("imports:list.caption"),
    columns: ["file", "kind", "made", "rows", "state"].map((key) => ({ label: t(`imports:list.${key}`) })),
    rows: plans.map((plan) => ({
      cells: [
        { content: html`<a href="/imports/${plan.id}">${plan.file}</a>`, header: true },
        { content: t(`imports:kind.${plan.kind}`) },
        { content: format.dateTime(plan.madeAt) },
        { content: tallyText(language, plan.tally) },
        { content: planState(language, plan, isRunning(plan.id)) },
      ],
    })),
  };
}
