import { setImmediate } from "node:timers/promises";
import type { Request, Response } from "express";
import { inGroups } from "../../domain/words/typed-code.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { queryValue } from "../request-values.ts";
import { renderTechnology } from "../technology-page.ts";
import type { Language } from "../view/languages.ts";
import { qrCode } from "../view/qr-code.ts";
import { addressOfCode, addressToType } from "./addresses.ts";
import { gatherCodes, placeOf, whomOf } from "./codes.ts";
import { linkOf } from "../../application/collections/link.ts";
import { collectionCrumb, collectionPage, collectionsCrumb } from "./page.ts";
import type { CollectionPage } from "./page.ts";

/** Cards of one page: five sheets of paper, drawn while others are answered. */
const cardsAPage = 40;

/** Codes on paper: cards to cut, large print, and a sheet to hang up. */
export const cardPages = (deps: Deps) => ({
  async cards(req: Request, res: Response): Promise<void> {
    const { page, batch, key, all } = await gatherCodes(deps, req, res);
    const from = Math.min(Math.max(1, Number(queryValue(req, "from") ?? "1") || 1), all.length);
    const large = queryValue(req, "size") === "large";
    const here = placeOf(page, batch);
    const to = Math.min(all.length, from + cardsAPage - 1);
    const at = (first: number): string => `${here}/cards?key=${key}&from=${first}${large ? "&size=large" : ""}`;
    await showCards(deps, req, res, page, {
      codes: all.slice(from - 1, to),
      first: from,
      large,
      whom: whomOf(page, batch),
      back: `${here}?key=${key}`,
      previous: from > 1 ? at(Math.max(1, from - cardsAPage)) : null,
      next: to < all.length ? at(to + 1) : null,
    });
  },

  /** The one address for everybody, as a sheet to hang up. */
  async poster(req: Request, res: Response): Promise<void> {
    const page = await collectionPage(deps.services, req, res);
    const { collection, row, at } = page;
    if (collection.way !== "link" || collection.closed !== null) notFound();
    const code = await linkOf(deps.services, { technology: row.id, collection: collection.collection });
    await showCards(deps, req, res, page, {
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

interface Cards {
  readonly codes: readonly string[];
  /** Number of the first; null: there is one for all. */
  readonly first: number | null;
  readonly large: boolean;
  readonly whom: string;
  readonly back: string;
  readonly previous: string | null;
  readonly next: string | null;
}

/** Each card says in every language of the collection what it is for and what to do with it. */
async function showCards(
  { config, templates }: Deps,
  req: Request,
  res: Response,
  page: CollectionPage,
  { codes, first, ...sheet }: Cards,
): Promise<void> {
  const { collection, row, language } = page;
  const { t } = language;
  const spoken = collection.languages.map((locale) => templates.languages.of(locale));
  const cards = [];
  for (const [i, code] of codes.entries()) {
    const address = addressOfCode(req, config, code);
    cards.push({
      number: first === null ? null : String(first + i),
      qr: qrCode(address, t("collections:link.qr")),
      code: inGroups(code),
      texts: spoken.map((language) => cardText(language, page, addressToType(req, config))),
    });
    await setImmediate();
  }
  await renderTechnology(
    res,
    page,
    "pages/collections/cards",
    {
      title: t(first === null ? "collections:cards.poster" : "collections:cards.title", { name: row.name }),
      trail: [collectionsCrumb(page), collectionCrumb(page)],
      lead: t("collections:cards.lead"),
      secret: true,
      bodyClass: "ts-printed",
    },
    { cards, ...sheet },
  );
}

const cardText = ({ locale, t, format }: Language, { row, collection }: CollectionPage, typed: string) => ({
  lang: locale,
  title: t("collections:cards.about", { name: row.name }),
  what: t(collection.questionnaire === "tasks" ? "collections:cards.moderator" : "collections:cards.what"),
  how: t("collections:cards.how", { address: typed }),
  until: t("collections:cards.until", { day: format.date(collection.closesOn) }),
});
