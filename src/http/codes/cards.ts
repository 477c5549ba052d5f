import { setImmediate } from "node:timers/promises";
import type { Request, Response } from "express";
import type { Config } from "../../config.ts";
import { inGroups } from "../../domain/words/typed-code.ts";
import { renderTechnology } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import type { Html } from "../view/html.ts";
import type { FilesModel } from "../lists/files.ts";
import { qrCode } from "../view/qr-code.ts";
import { addressOfCode } from "./addresses.ts";

/** Cards of one page: five sheets of paper, drawn while others are answered. */
const cardsAPage = 40;

/** What a card says in one language. */
interface CardText {
  readonly lang: string;
  readonly title: string;
  readonly what: string;
  readonly how: string;
  readonly until: string;
}

/** A page of codes on paper: cards to cut, large print, or a sheet to hang up. */
export interface CardSheet {
  readonly title: string;
  readonly lead: string;
  readonly trail: readonly Crumb[];
  /** Where such a code leads, without the code. */
  readonly path: string;
  readonly codes: readonly string[];
  /** Number of the first; null: there is one for all. */
  readonly first: number | null;
  readonly large: boolean;
  readonly whom: string;
  readonly back: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** The same as a list, where this page alone has it. */
  readonly files?: FilesModel;
  /** What the square is called for whoever does not see it. */
  readonly square: string;
  readonly texts: readonly CardText[];
}

/** One code after the other, so that nobody else waits for a thousand squares. */
export async function renderCards(
  config: Config,
  req: Request,
  res: Response,
  page: TechnologyPage,
  { title, lead, trail, path, codes, first, square, texts, ...sheet }: CardSheet,
): Promise<void> {
  const cards: { readonly number: string | null; readonly qr: Html; readonly code: string; readonly texts: object }[] =
    [];
  for (const [at, code] of codes.entries()) {
    cards.push({
      number: first === null ? null : String(first + at),
      qr: qrCode(addressOfCode(req, config, path, code), square),
      code: inGroups(code),
      texts,
    });
    await setImmediate();
  }
  await renderTechnology(
    res,
    page,
    "pages/collections/cards",
    { title, trail, lead, secret: true, bodyClass: "ts-printed" },
    { cards, ...sheet },
  );
}

/** Which of many cards a page has, and where those before and after are. @param at the address of the page from a card on */
export function cardsFrom(all: readonly string[], asked: string | undefined, at: (first: number) => string) {
  const from = Math.min(Math.max(1, Number(asked ?? "1") || 1), all.length);
  const to = Math.min(all.length, from + cardsAPage - 1);
  return {
    codes: all.slice(from - 1, to),
    first: from,
    previous: from > 1 ? at(Math.max(1, from - cardsAPage)) : null,
    next: to < all.length ? at(to + 1) : null,
  };
}
