import type { Request, Response } from "express";
import { eraseText } from "../../application/erase.ts";
import { eraser } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { eventSentence } from "../say/event.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import { placedAt } from "../view/pages.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { evidenceCrumb } from "./crumb.ts";
import { erasurePages } from "./erasure-form.ts";
import { isSealed, namedText } from "./named-texts.ts";
import { pageOfTexts, placeOf, placeText } from "./page-of-texts.ts";
import { erasureRows, fieldName, textsAPage } from "./texts-list.ts";

/** Texts of a technology by where they stand. */
export function textListPages({ services, house }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, technology, language, at } = page;
      const { t } = language;
      const here = at("erasure");
      const place = placeOf(queryValue(req, "after"));
      const { named, words, next } = await pageOfTexts(services, { id: row.id, technology }, place, textsAPage);
      await renderTechnology(
        res,
        page,
        "pages/erasure/texts",
        {
          title: t("erasure:listTitle", { name: row.name }),
          trail: [evidenceCrumb(page), { text: t("erasure:head"), href: here }],
          lead: t("erasure:listLead"),
        },
        {
          rows: erasureRows(house.tellings, language, here, named, words, technology.erased),
          pager:
            place === null && next === null
              ? null
              : {
                  ...(place !== null && { previous: { text: t("common:pager.first"), href: here } }),
                  ...(next !== null && {
                    next: { text: t("common:pager.next"), href: placedAt(here)(placeText(next)) },
                  }),
                },
        },
      );
    },
  };
}

/** The removal of one on a legal ground. */
export const eraseTextPages = ({ services, house }: Deps) =>
  erasurePages(async (req, res) => {
    const page = await technologyPage(services, req, res);
    const { row, technology, language, at } = page;
    const { t } = language;
    const digest = pathValue(req, "digest");
    const words = await texts(services, eraser, [digest]);
    const event = services.views.timeline.naming({ technology: row.id, digest }) ?? notFound();
    const text = namedText(technology, digest, event) ?? notFound();
    if (words.get(digest)?.kind === "missing") notFound();
    return {
      page,
      kind: "text",
      action: at(`erasure/${digest}`),
      back: at("erasure"),
      facts: [
        { term: t("erasure:stands"), value: eventSentence(house.tellings, language, text.event) },
        { term: t("erasure:field"), value: fieldName(language, text.field) },
        {
          term: t("erasure:words"),
          value: isSealed(text) ? t("erasure:sealed") : textShown(language, words.get(digest)),
        },
      ],
      gone: technology.erased.includes(digest) ? t("erasure:already") : null,
      erase: (submission) => eraseText(services, { ...submission, digest }),
    };
  });
