import type { Request, Response } from "express";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { Fault, notFound } from "../faults.ts";
import { ownDrafts } from "../forms/draft-list.ts";
import type { ListedDraft } from "../forms/draft-list.ts";
import type { Form } from "../forms/form.ts";
import { keptTyping, textsIn } from "../forms/keep.ts";
import { localPath } from "../middleware/language.ts";
import { done, render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";

export const dropDraftSchema = z.object({});

export function draftPages(deps: Deps) {
  const { drafts } = deps.services;
  return {
    /**
     * Where one signs in again one comes here: the form's own page shows what was typed. Where it is not open to its
     * writer any more, the words are here.
     */
    async open(req: Request, res: Response): Promise<void> {
      const id = pathValue(req, "draft");
      const listed = await ownDrafts(deps, languageOf(res), personOf(res));
      const own = listed.find((draft) => draft.id === id);
      if (own === undefined) throw new Fault(404, "no such draft", { key: "drafts:gone.text", values: {} });
      if (own.href === req.path) await showWords(res, own);
      else res.redirect(303, own.href);
    },

    /** Sent twice it deletes once: it needs no id of its own. */
    async drop(req: Request, res: Response, form: Form<z.output<typeof dropDraftSchema>>): Promise<void> {
      const back = localPath(form.typed["back"]);
      if (!(await drafts.drop(personOf(res).id, pathValue(req, "draft")))) notFound();
      done(res, back === "/" ? "/work" : back, "drafts:dropped");
    },
  };

  async function showWords(res: Response, { id, what, saved, action }: ListedDraft): Promise<void> {
    const { t } = languageOf(res);
    const draft = await drafts.find(personOf(res).id, id);
    const texts = draft === null ? [] : textsIn(keptTyping(draft)?.form.typed ?? {});
    const head = { title: what, lead: t("drafts:closed.text"), eyebrow: [saved] };
    await render(res, "pages/drafts/closed", head, { texts, action });
  }
}
