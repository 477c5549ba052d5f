import type { Request, Response } from "express";
import type { z } from "zod";
import { eraseText } from "../../application/erase.ts";
import { eraser } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import { technologyStream } from "../../projections/known.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { eventSentence } from "../say/event.ts";
import { textShown } from "../say/text.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf, pathValue, queryValue } from "../visitor.ts";
import { showErasure } from "./erasure-form.ts";
import type { Doomed, erasureSchema } from "./erasure-form.ts";
import { isSealed, namedTexts } from "./named-texts.ts";
import { crumbsOf } from "./crumbs.ts";
import { erasureRows, fieldName, textsAPage } from "./texts-list.ts";

/** Texts of a technology by where they stand, and the removal of one on a legal ground. */
export function eraseTextPages({ services, house }: Deps) {
  return {
    async list(req: Request, res: Response): Promise<void> {
      const { row, state, named } = await found(req);
      const language = languageOf(res);
      const { t } = language;
      const from = Math.max(0, Math.floor(Number(queryValue(req, "from") ?? "0")) || 0);
      const here = `/technologies/${row.slug}/erasure`;
      const shown = named.slice(from, from + textsAPage);
      const words = await texts(
        services,
        eraser,
        shown.map(({ digest }) => digest),
      );
      const pager = {
        ...(from > 0 && {
          previous: { text: t("common:pager.previous"), href: `${here}?from=${Math.max(0, from - textsAPage)}` },
        }),
        ...(from + textsAPage < named.length && {
          next: { text: t("common:pager.next"), href: `${here}?from=${from + textsAPage}` },
        }),
      };
      await render(
        res,
        "pages/erasure/texts",
        {
          title: t("erasure:listTitle", { name: row.name }),
          section: "portfolio",
          crumbs: [...crumbsOf(language, row), { text: t("erasure:head"), href: here }],
          lead: t("erasure:listLead"),
        },
        {
          rows: erasureRows(house.tellings, language, here, shown, words, state.erased),
          pager: named.length > textsAPage ? pager : null,
        },
      );
    },

    async show(req: Request, res: Response): Promise<void> {
      const { row, doomed } = await foundText(req, res);
      await showErasure(res, row, doomed, blankForm());
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof erasureSchema>>): Promise<void> {
      const { row, doomed } = await foundText(req, res);
      if (!form.valid) return showErasure(res, row, doomed, form);
      const outcome = await eraseText(services, {
        ...submission(res, form, "administrator"),
        technology: row.id,
        digest: pathValue(req, "digest"),
        ground: { text: form.values.ground },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showErasure(res, row, doomed, again);
      done(res, doomed.back, "erasure:text.done");
    },
  };

  async function found(req: Request) {
    const row = await theTechnology(services, req);
    const state = (await services.views.technologyState(row.id)) ?? notFound();
    const events = await services.ledger.readStream(technologyStream(row.id));
    const all = namedTexts(state, events);
    const words = await texts(
      services,
      eraser,
      all.map(({ digest }) => digest),
    );
    return { row, state, named: all.filter(({ digest }) => words.get(digest)?.kind !== "missing") };
  }

  async function foundText(req: Request, res: Response) {
    const { row, state, named } = await found(req);
    const one = named.find(({ digest }) => digest === pathValue(req, "digest")) ?? notFound();
    const language = languageOf(res);
    const { t } = language;
    const back = `/technologies/${row.slug}/erasure`;
    const words = await texts(services, eraser, [one.digest]);
    const doomed: Doomed = {
      kind: "text",
      action: `${back}/${one.digest}`,
      back,
      facts: [
        { term: t("erasure:stands"), value: eventSentence(house.tellings, language, one.event) },
        { term: t("erasure:field"), value: fieldName(language, one.field) },
        {
          term: t("erasure:words"),
          value: isSealed(one) ? t("erasure:sealed") : textShown(language, words.get(one.digest)),
        },
      ],
      gone: state.erased.includes(one.digest) ? t("erasure:already") : null,
    };
    return { row, doomed };
  }
}
