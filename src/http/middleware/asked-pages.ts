import type { Request, Response } from "express";
import { questionOf } from "../confirm.ts";
import type { Deps } from "../deps.ts";
import { fieldsIn } from "../forms/keep.ts";
import type { Opened } from "../forms/opened.ts";
import { render } from "../page.ts";
import { crumbsTo } from "../technology-page.ts";
import { languageOf } from "../visitor.ts";
import { askedAgain } from "./ask-again.ts";

/** A draft whose form was asked about before it could be taken: the question stands on a page that can be opened again. */
export const askedPages =
  ({ services }: Pick<Deps, "services">) =>
  async (_req: Request, res: Response, { kept }: Opened): Promise<void> => {
    const { form, address } = kept;
    if (form.asks === undefined) return askedAgain(res, address, fieldsIn(form), form);
    const { view, head, model } = questionOf(res, form);
    // Who decides on several in a row is told which of them this is.
    const slug = /^\/technologies\/([^/?]+)/.exec(address)?.[1];
    const row = slug === undefined ? null : services.views.portfolio.bySlug(slug);
    const of = row === null ? {} : { crumbs: crumbsTo(languageOf(res), row), eyebrow: [row.name] };
    return render(res, view, { ...head, ...of }, model);
  };
