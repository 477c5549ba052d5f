import type { Request, Response } from "express";
import { actionsFor, gateView } from "../../application/gate.ts";
import { needsFor } from "../../application/reader.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import { html } from "../view/html.ts";
import { languageOf, pathValue, personOf } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import type { Words } from "../words.ts";
import { actionLinks } from "./actions.ts";
import { criteriaFigure } from "./criteria.ts";
import { recentEntries } from "./entries.ts";
import { newsOf } from "./news.ts";
import { marginOf } from "./margin.ts";
import { nextOf } from "./next-gate.ts";
import { stepsOf } from "./steps.ts";

/** One technology: where it stands, what is next and who has it, what the evidence says, what happened. */
export function technologyPages({ services, people }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { portfolio, departments, policies, timeline } = services.views;
      const row = portfolio.bySlug(pathValue(req, "slug")) ?? notFound();
      const technology = (await services.views.technologyState(row.id)) ?? notFound();
      const policy = policies.pinnedBy(technology.plan, technology.tier);
      const gate = row.gate === null ? null : await gateView(services, row.id, row.gate);
      const words = await wordsFor(services, res, technology, digestsOf(technology));
      const language = languageOf(res);
      const { t, format } = language;
      const named = departments.all();
      const similar = portfolio.similar(
        {
          name: row.name,
          need: shownWords(words, [technology.proposal.summary, technology.proposal.need]),
          needs: needsFor(services, personOf(res)),
          except: row.id,
        },
        4,
      );
      const page = { row, technology, policy, language, today: services.today() };
      const next = nextOf(page, gate);
      await render(
        res,
        "pages/technology/technology",
        {
          title: row.name,
          section: "portfolio",
          crumbs: [
            { text: t("portfolio:title"), href: "/technologies" },
            { text: row.name, href: `/technologies/${row.slug}` },
          ],
          eyebrow: [
            departmentName(language, named, row.department),
            t("words:impactTier", { tier: t(`words:tier.${row.tier}`) }),
            t("technology:proposed", { day: format.date(row.proposedAt) }),
          ],
          lead: html`${textShown(language, words.get(technology.proposal.summary))}
            <strong>${newsOf(page, gate)}</strong>`,
        },
        {
          steps: stepsOf(page),
          next,
          criteria: criteriaFigure(page),
          history: recentEntries(language, policy, timeline.page({ technology: row.id, limit: 6 }), row.slug),
          margin: await marginOf(page, services.views, words, people, similar),
          lessons: technology.lessons.map((digest) => textShown(language, words.get(digest))),
          actions: actionLinks(language, row, await actionsFor(services, row.id, personOf(res))),
        },
      );
    },
  };
}

/** What the reader may not read is no ground to call two technologies similar before them. */
const shownWords = (words: Words, digests: readonly string[]): string =>
  digests
    .flatMap((digest) => {
      const found = words.get(digest);
      return found?.kind === "text" ? [found.text] : [];
    })
    .join(" ");

const digestsOf = ({ proposal, lessons }: Technology): string[] => [proposal.summary, proposal.need, ...lessons];
