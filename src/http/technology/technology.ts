import type { Request, Response } from "express";
import { actionsFor, gateView } from "../../application/gate.ts";
import { needsFor } from "../../application/reader.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Deps } from "../deps.ts";
import { statedText } from "../say/stated.ts";
import { textShown } from "../say/text.ts";
import { departmentAndTier, renderTechnology, technologyPage } from "../technology-page.ts";
import { queryValue } from "../request-values.ts";
import { pageOf, pagerOf } from "../view/pages.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { keptParts } from "./kept-parts.ts";
import { openingOf } from "./opening.ts";
import { bandOf } from "./warning-band.ts";
import { marginOf, pagesOf } from "./margin.ts";

const lessonsAPage = 10;

/** One technology: where it stands, what is next and who has it, what the evidence says, what happened. */
export function technologyPages(deps: Deps) {
  const { services, people, house } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { portfolio } = services.views;
      const page = await technologyPage(services, req, res);
      const { row, technology, language, person } = page;
      const { t, format } = language;
      const gate = row.gate === null ? null : await gateView(services, row.id, row.gate);
      // At once, from one state of the lists.
      const open = await actionsFor(services, row.id, person);
      const { steps, ahead, standing, demand, decided } = keptParts(deps, page, gate);
      const lessons = pageOf(technology.lessons, (digest) => digest, {
        after: queryValue(req, "lessons"),
        size: lessonsAPage,
      });
      const warnings = services.views.warnings.of(row);
      const words = await wordsFor(services, res, technology, digestsOf(technology, lessons.entries));
      const similar = portfolio.similar(
        {
          name: row.name,
          need: shownWords(words, [technology.proposal.summary, technology.proposal.need]),
          needs: needsFor(services, person),
          except: row.id,
        },
        4,
      );
      await renderTechnology(
        res,
        page,
        "pages/technology/technology",
        {
          title: row.name,
          eyebrow: [
            ...departmentAndTier(services, page),
            t("technology:proposed", { day: format.date(row.proposedAt) }),
          ],
          lead: textShown(language, words.get(technology.proposal.summary)),
        },
        {
          opening: await openingOf(deps, page, { gate, open, words, warnings: warnings.length }),
          warnings: await bandOf(deps, page, warnings),
          steps,
          ahead,
          standing,
          margin: { ...(await marginOf(page, words, people, similar)), demand, decided, pages: pagesOf(page, house) },
          stated: statedText(language, technology, words),
          lessons: lessons.entries.map((digest) => textShown(language, words.get(digest))),
          lessonsPager: pagerOf(
            language,
            lessons,
            (after) => `${page.at()}${after === "" ? "" : `?lessons=${after}`}#lessons`,
            format.number(technology.lessons.length),
          ),
        },
      );
    },
  };
}

/** What the reader may not read is no ground to call two technologies similar before them. */
const shownWords = (words: Words, digests: readonly string[]): string =>
  digests
    .flatMap((digest) => {
      const text = words.get(digest);
      return text?.kind === "text" ? [text.text] : [];
    })
    .join(" ");

const digestsOf = ({ proposal, rollout, imported }: Technology, lessons: readonly string[]): (string | null)[] => [
  rollout?.hold?.text ?? null,
  proposal.summary,
  proposal.need,
  imported?.label ?? null,
  ...lessons,
];
