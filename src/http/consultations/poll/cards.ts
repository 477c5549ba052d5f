import type { Request, Response } from "express";
import { linkOf } from "../../../application/collections/link.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import { addressOfCode, addressToType } from "../../codes/addresses.ts";
import { codesBehindKey } from "../../codes/behind-key.ts";
import { cardsFrom, renderCards } from "../../codes/cards.ts";
import type { CardSheet } from "../../codes/cards.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import { filesOf } from "../../lists/files.ts";
import { namedColumns } from "../../lists/list-file.ts";
import type { ListFile } from "../../lists/list-file.ts";
import { queryValue } from "../../request-values.ts";
import { locales } from "../../view/locale.ts";
import { pollPath } from "../addresses.ts";
import { consultationCrumb, consultationsCrumb } from "../page.ts";
import { codesPlace, pollPage, pollPlace } from "./poll.ts";
import type { PollPage } from "./poll.ts";

/** Codes of a poll on paper, for whoever has the key they were made from, and the link for everybody as a sheet. */
export const cardPages = (deps: Deps) => ({
  async cards(req: Request, res: Response): Promise<void> {
    const page = await pollPage(deps, req, res);
    const { batch, key, all } = await behindKey(deps, req, page);
    const large = queryValue(req, "size") === "large";
    const here = `${codesPlace(page)}/${batch.batch}`;
    await renderCards(deps.config, req, res, page, {
      ...frameOf(deps, req, page, "cards"),
      ...cardsFrom(
        all,
        queryValue(req, "from"),
        (first) => `${here}?key=${key}&from=${first}${large ? "&size=large" : ""}`,
      ),
      large,
      whom: "",
      back: pollPlace(page),
      files: filesOf(`${here}/all?key=${key}`),
    });
  },

  async poster(req: Request, res: Response): Promise<void> {
    const page = await pollPage(deps, req, res);
    const { asking, poll, row } = page;
    if (poll.way !== "link" || asking.polled !== null || asking.withdrawn !== null) notFound();
    await renderCards(deps.config, req, res, page, {
      ...frameOf(deps, req, page, "poster"),
      codes: [await linkOf(deps.services, { technology: row.id, collection: asking.consultation })],
      first: null,
      large: true,
      whom: "",
      back: pollPlace(page),
      previous: null,
      next: null,
    });
  },
});

/** The codes of a batch with their addresses, for mails and printers. */
export async function pollCodesFile(deps: Deps, req: Request, res: Response): Promise<ListFile> {
  const page = await pollPage(deps, req, res);
  const { batch, all } = await behindKey(deps, req, page);
  const { language, asking, row } = page;
  return {
    name: `${row.slug}-${asking.consultation}-codes-${batch.batch}`,
    title: asking.title,
    columns: namedColumns(language, "collections:file", [
      { name: "number", holds: "number" },
      { name: "code" },
      { name: "address" },
    ]),
    pages: [all.map((code, at) => [at + 1, inGroups(code), addressOfCode(req, deps.config, pollPath, code)])],
  };
}

const behindKey = ({ services }: Deps, req: Request, { row, asking }: PollPage) =>
  codesBehindKey(services, req, { technology: row.id, collection: asking.consultation }, asking.batches);

/** Each card says in both languages what is asked and what to do with it. */
function frameOf(
  { config, templates }: Deps,
  req: Request,
  page: PollPage,
  what: "cards" | "poster",
): Pick<CardSheet, "title" | "lead" | "trail" | "path" | "square" | "texts"> {
  const { asking, language } = page;
  const { t } = language;
  const typed = addressToType(req, config, pollPath);
  return {
    title: t(`taking-part:staff.${what}`, { title: asking.title }),
    lead: t(what === "cards" ? "collections:codes.once" : "collections:cards.lead"),
    trail: [consultationsCrumb(page), consultationCrumb(page)],
    path: pollPath,
    square: t("taking-part:staff.qr"),
    texts: locales.map((locale) => {
      const spoken = templates.languages.of(locale);
      return {
        lang: locale,
        title: asking.title,
        what: spoken.t("taking-part:staff.what"),
        how: spoken.t("collections:cards.how", { address: typed }),
        until: spoken.t("collections:cards.until", { day: spoken.format.date(asking.closesOn) }),
      };
    }),
  };
}
