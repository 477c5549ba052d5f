import type { Request, Response } from "express";
import { z } from "zod";
import { mostSavedFilters } from "../../authority/saved-filters.ts";
import type { SavedFilter } from "../../authority/saved-filters.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { isSelection, savedFilters } from "../selection/saved-filters.ts";
import { languageOf, personOf } from "../visitor.ts";

const name = requiredText(60, { missing: "portfolio:saved.nameMissing" });

export const saveSchema = z.object({
  name,
  // Only what is a selection: a saved name leads nowhere else.
  address: z.string().max(1500).refine(isSelection),
});
export const renameSchema = z.object({ name });
export const removeSchema = z.object({});

/** `/portfolio/filters`: selections that somebody gave a name, theirs alone. */
export function savedFilterPages({ services }: Deps) {
  const own = services.savedFilters;

  async function theFilter(req: Request, res: Response): Promise<SavedFilter> {
    const id = pathValue(req, "filter");
    return (await own.of(personOf(res).id)).find((filter) => filter.id === id) ?? notFound();
  }

  return {
    async show(_req: Request, res: Response): Promise<void> {
      const { t } = languageOf(res);
      const filters = await own.of(personOf(res).id);
      await render(
        res,
        "pages/portfolio/saved",
        {
          title: t("portfolio:saved.title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          lead: t("portfolio:saved.lead", { most: mostSavedFilters }),
        },
        {
          filters: filters.map(lineOf),
        },
      );
    },

    naming: (req: Request, res: Response): Promise<void> =>
      showForm(res, blankForm({ address: queryValue(req, "address") ?? "/technologies" }), `${savedFilters}/new`),

    async save(_req: Request, res: Response, form: Form<z.output<typeof saveSchema>>): Promise<void> {
      const again = (state: FormState) => showForm(res, state, `${savedFilters}/new`);
      if (!form.valid) return again(form);
      const { address } = form.values;
      if ((await own.save(personOf(res).id, form.values)) === "full")
        return again(invalid(form, { field: "name", key: "portfolio:saved.full", params: { most: mostSavedFilters } }));
      done(res, address, "portfolio:saved.done", { name: form.values.name });
    },

    async renaming(req: Request, res: Response): Promise<void> {
      const { id, name: called } = await theFilter(req, res);
      await showForm(res, blankForm({ name: called }), `${savedFilters}/${id}`);
    },

    async rename(req: Request, res: Response, form: Form<z.output<typeof renameSchema>>): Promise<void> {
      const { id } = await theFilter(req, res);
      if (!form.valid) return showForm(res, form, `${savedFilters}/${id}`);
      await own.rename(personOf(res).id, id, form.values.name);
      done(res, savedFilters, "portfolio:saved.renamed", { name: form.values.name });
    },

    async remove(req: Request, res: Response): Promise<void> {
      const { id, name: called } = await theFilter(req, res);
      await own.remove(personOf(res).id, id);
      done(res, savedFilters, "portfolio:saved.removed", { name: called });
    },
  };
}

const lineOf = ({ id, name: called, address }: SavedFilter) => ({
  name: called,
  href: address,
  rename: `${savedFilters}/${id}`,
  remove: `${savedFilters}/${id}/removal`,
  hidden: hiddenOf(blankForm()),
});

async function showForm(res: Response, form: FormState, action: string): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const isNew = action.endsWith("/new");
  await render(
    res,
    "pages/portfolio/saved-name",
    {
      title: t(isNew ? "portfolio:saved.newTitle" : "portfolio:saved.renameTitle"),
      section: "portfolio",
      crumbs: [
        { text: t("portfolio:title"), href: "/technologies" },
        { text: t("portfolio:saved.title"), href: savedFilters },
      ],
      form,
    },
    {
      action,
      hidden: hiddenOf(form),
      address: isNew ? (form.typed["address"] ?? "") : null,
      name: fields.text("name", {
        label: t("portfolio:saved.name"),
        hint: t("portfolio:saved.nameHint"),
        maxlength: 60,
      }),
      back: savedFilters,
    },
  );
}
