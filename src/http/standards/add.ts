import type { Request, Response } from "express";
import { z } from "zod";
import { onStandard } from "../../application/on-standard.ts";
import { standardKinds } from "../../domain/standards/standard.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { choice, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { submission } from "../submission.ts";
import { languageOf } from "../visitor.ts";
import { oneOwner, ownerFields, ownerInputs, ownerOf, typedOwner } from "./owner.ts";
import { addressOfStandard, registerCrumbs, standardPage } from "./page.ts";

const name = z.object({
  en: requiredText(120, { missing: "standards:add.enMissing" }),
  zh: requiredText(120, { missing: "standards:add.zhMissing" }),
});

export const addSchema = oneOwner(
  z.object({
    kind: choice(standardKinds, { missing: "standards:add.kindMissing" }),
    name,
    standard: requiredText(40, { missing: "standards:add.keyMissing" }),
    ...ownerFields,
  }),
);
export const changeSchema = oneOwner(z.object({ name, ...ownerFields }));

/** `/standards/new`: what it is about, both names, who answers for it. */
export function addPages(deps: Deps) {
  const { services } = deps;
  return {
    show: async (_req: Request, res: Response): Promise<void> => showAdd(deps, res, blankForm()),

    submit: (_req: Request, res: Response, form: Form<z.output<typeof addSchema>>): Promise<void> =>
      submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: ({ standard, kind, name: called, ...owner }) =>
          onStandard(standard, { type: "AddStandard", standard, kind, name: called, owner: ownerOf(owner) }),
        again: (refused) => showAdd(deps, res, refused),
        done: ({ standard }) => done(res, addressOfStandard(standard), "standards:add.done"),
      }),
  };
}

async function showAdd(deps: Deps, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/standards/add",
    {
      title: t("standards:add.title"),
      section: "policy",
      crumbs: registerCrumbs(language),
      lead: t("standards:add.lead"),
      form,
    },
    {
      hidden: hiddenOf(form),
      kind: fields.radios("kind", {
        legend: t("standards:add.kind"),
        options: standardKinds.map((kind) => ({
          value: kind,
          label: t(`standards:kind.${kind}`),
          hint: t(`standards:kindHint.${kind}`),
        })),
      }),
      en: fields.text("name.en", { label: t("standards:add.en") }),
      zh: fields.text("name.zh", { label: t("standards:add.zh") }),
      key: fields.text("standard", { label: t("standards:add.key"), hint: t("standards:add.keyHint"), width: "m" }),
      ...(await ownerInputs(deps, res, fields)),
    },
  );
}

/** Another name, or somebody else who answers for it. */
export function changePages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { standard } = standardPage(services, req, res);
      const { en, zh } = standard.name;
      const typed = { "name.en": en, "name.zh": zh, ...typedOwner(standard.owner) };
      await showChange(deps, req, res, blankForm(typed, standard.version));
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof changeSchema>>): Promise<void> {
      const { standard } = standardPage(services, req, res);
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: ({ name: called, ...owner }) =>
          onStandard(standard.standard, { type: "ChangeStandard", name: called, owner: ownerOf(owner) }),
        again: (refused) => showChange(deps, req, res, refused),
        done: () => done(res, addressOfStandard(standard.standard), "standards:change.done"),
      });
    },
  };
}

async function showChange(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const page = standardPage(deps.services, req, res);
  const { language, name: called, crumbs, at } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/standards/change",
    { title: t("standards:change.title", { name: called }), section: "policy", crumbs, form },
    {
      action: at("change"),
      back: addressOfStandard(page.standard.standard),
      hidden: hiddenOf(form),
      en: fields.text("name.en", { label: t("standards:add.en") }),
      zh: fields.text("name.zh", { label: t("standards:add.zh") }),
      ...(await ownerInputs(deps, res, fields)),
    },
  );
}
