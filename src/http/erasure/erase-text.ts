import type { Request, Response } from "express";
import { eraseText } from "../../application/erase.ts";
import { eraser } from "../../application/reader.ts";
import type { Services } from "../../application/services.ts";
import { texts } from "../../application/texts.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { technologyStream } from "../../domain/technology/streams.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { eventSentence } from "../say/event.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { evidenceCrumb } from "./crumb.ts";
import { erasurePages } from "./erasure-form.ts";
import { isSealed, namedTexts } from "./named-texts.ts";
import type { NamedText } from "./named-texts.ts";
import { erasureRows, fieldName, textsAPage } from "./texts-list.ts";

/** Texts of a technology by where they stand. */
export function textListPages({ services, house }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, technology, language, at } = page;
      const { t } = language;
      const named = await textsThere(services, technology, row.id);
      const from = Math.max(0, Math.floor(Number(queryValue(req, "from") ?? "0")) || 0);
      const here = at("erasure");
      const shown = named.slice(from, from + textsAPage);
      const words = await texts(services, eraser, digestsOf(shown));
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
          rows: erasureRows(house.tellings, language, here, shown, words, technology.erased),
          pager: named.length > textsAPage ? pagerOf(page, from, named.length) : null,
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
    const named = await textsThere(services, technology, row.id);
    const text = named.find(({ digest }) => digest === pathValue(req, "digest")) ?? notFound();
    const { digest } = text;
    const words = await texts(services, eraser, [digest]);
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

/** Those whose words are kept beside the ledger, or were. */
async function textsThere(services: Services, technology: Technology, id: string): Promise<readonly NamedText[]> {
  const named = namedTexts(technology, await services.ledger.readStream(technologyStream(id)));
  const words = await texts(services, eraser, digestsOf(named));
  return named.filter(({ digest }) => words.get(digest)?.kind !== "missing");
}

const digestsOf = (named: readonly NamedText[]): readonly string[] => named.map(({ digest }) => digest);

function pagerOf({ language: { t }, at }: TechnologyPage, from: number, count: number) {
  const page = (start: number): string => at(`erasure?from=${start}`);
  return {
    ...(from > 0 && {
      previous: { text: t("common:pager.previous"), href: page(Math.max(0, from - textsAPage)) },
    }),
    ...(from + textsAPage < count && { next: { text: t("common:pager.next"), href: page(from + textsAPage) } }),
  };
}
