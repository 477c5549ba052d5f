import type { Request, Response } from "express";
import { linkOf } from "../../application/collections/link.ts";
import { addressToType } from "../codes/addresses.ts";
import { cardsFrom, renderCards } from "../codes/cards.ts";
import type { CardSheet } from "../codes/cards.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";
import { answerPath } from "./addresses.ts";
import { gatherCodes, placeOf, whomOf } from "./codes.ts";
import { collectionCrumb, collectionPage, collectionsCrumb } from "./page.ts";
import type { CollectionPage } from "./page.ts";

/** Codes on paper: cards to cut, large print, and a sheet to hang up. */
export const cardPages = (deps: Deps) => ({
  async cards(req: Request, res: Response): Promise<void> {
    const { page, batch, key, all } = await gatherCodes(deps, req, res);
    const large = queryValue(req, "size") === "large";
    const here = placeOf(page, batch);
    const at = (first: number): string => `${here}/cards?key=${key}&from=${first}${large ? "&size=large" : ""}`;
    await renderCards(deps.config, req, res, page, {
      ...frameOf(deps, req, page, "title"),
      ...cardsFrom(all, queryValue(req, "from"), at),
      large,
      whom: whomOf(page, batch),
      back: `${here}?key=${key}`,
    });
  },

  /** The one address for everybody, as a sheet to hang up. */
  async poster(req: Request, res: Response): Promise<void> {
    const page = await collectionPage(deps.services, req, res);
    const { collection, row, at } = page;
    if (collection.way !== "link" || collection.closed !== null) notFound();
    const code = await linkOf(deps.services, { technology: row.id, collection: collection.collection });
    await renderCards(deps.config, req, res, page, {
      ...frameOf(deps, req, page, "poster"),
      codes: [code],
      first: null,
      large: true,
      whom: "",
      back: at(`collections/${collection.collection}`),
      previous: null,
      next: null,
    });
  },
});

/** Each card says in every language of the collection what it is for and what to do with it. */
function frameOf(
  { config, templates }: Deps,
  req: Request,
  page: CollectionPage,
  what: "title" | "poster",
): Pick<CardSheet, "title" | "lead" | "trail" | "path" | "square" | "texts"> {
  const { collection, row, language } = page;
  const { t } = language;
  const typed = addressToType(req, config, answerPath);
  return {
    title: t(`collections:cards.${what}`, { name: row.name }),
    lead: t("collections:cards.lead"),
    trail: [collectionsCrumb(page), collectionCrumb(page)],
    path: answerPath,
    square: t("collections:link.qr"),
    texts: collection.languages.map((locale) => cardText(templates.languages.of(locale), page, typed)),
  };
}

const cardText = ({ locale, t, format }: Language, { row, collection }: CollectionPage, typed: string) => ({
  lang: locale,
  title: t("collections:cards.about", { name: row.name }),
  what: t(collection.questionnaire === "tasks" ? "collections:cards.moderator" : "collections:cards.what"),
  how: t("collections:cards.how", { address: typed }),
  until: t("collections:cards.until", { day: format.date(collection.closesOn) }),
});
