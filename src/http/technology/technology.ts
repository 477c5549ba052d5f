import type { Request, Response } from "express";
import { actionsFor, gateView } from "../../application/gate.ts";
import { needsFor } from "../../application/reader.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Deps } from "../deps.ts";
import { textShown } from "../say/text.ts";
import { departmentAndTier, renderTechnology, technologyPage } from "../technology-page.ts";
import { queryValue } from "../request-values.ts";
import { pageOf, pagerOf } from "../view/pages.ts";
import { html } from "../view/html.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { actionLinks } from "./actions.ts";
import { criteriaFigure } from "./criteria.ts";
import { recentEntries } from "./entries.ts";
import { newsOf } from "./news.ts";
import { marginOf } from "./margin.ts";
import { nextOf } from "./next-gate.ts";
import { stepsOf } from "./steps.ts";

const lessonsAPage = 10;

/** One technology: where it stands, what is next and who has it, what the evidence says, what happened. */
export function technologyPages({ services, people, house }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { portfolio, timeline } = services.views;
      const page = await technologyPage(services, req, res);
      const { row, technology, policy, language, person } = page;
      const { t, format } = language;
      const gate = row.gate === null ? null : await gateView(services, row.id, row.gate);
      const lessons = pageOf(technology.lessons, (digest) => digest, {
        after: queryValue(req, "lessons"),
        size: lessonsAPage,
      });
      const words = await wordsFor(services, res, technology, digestsOf(technology, lessons.shown));
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
          lead: html`${textShown(language, words.get(technology.proposal.summary))}
            <strong>${newsOf(page, gate)}</strong>`,
        },
        {
          steps: stepsOf(page),
          next: nextOf(page, gate),
          criteria: criteriaFigure(page),
          history: recentEntries(
            house.tellings,
            language,
            policy,
            timeline.page({ technology: row.id, limit: 6 }),
            row.slug,
          ),
          margin: await marginOf(page, services.views, words, people, similar),
          lessons: lessons.shown.map((digest) => textShown(language, words.get(digest))),
          lessonsPager: pagerOf(
            language,
            lessons,
            (after) => `${page.at()}${after === "" ? "" : `?lessons=${after}`}#lessons`,
            format.number(technology.lessons.length),
          ),
          actions: actionLinks(house.acts, language, row, await actionsFor(services, row.id, person)),
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

const digestsOf = ({ proposal }: Technology, lessons: readonly string[]): string[] => [
  proposal.summary,
  proposal.need,
  ...lessons,
];
