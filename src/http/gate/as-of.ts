import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { eventSentence } from "../say/event.ts";
import { theTechnology } from "../technology-page.ts";
import { html } from "../view/html.ts";
import { languageOf, queryValue } from "../visitor.ts";
import { crumbsOf, gateOf } from "./gate-parts.ts";

const entriesShown = 30;

/** From a position of the ledger to the gate as it stood then: typed, or picked from what happened to this technology. */
export function asOfPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      const gate = gateOf(req);
      const there = `/technologies/${row.slug}/gates/${gate}`;
      const position = Number(queryValue(req, "asOf"));
      if (Number.isSafeInteger(position) && position > 0) {
        res.redirect(303, `${there}?asOf=${position}`);
        return;
      }
      const language = languageOf(res);
      const { t, format } = language;
      const { entries } = services.views.timeline.page({ technology: row.id, limit: entriesShown });
      await render(
        res,
        "pages/gate/as-of",
        {
          title: t("gate:asOfPage.title", { name: row.name, gate: t(`words:gate.${gate}`) }),
          section: "portfolio",
          crumbs: crumbsOf(language, row, gate),
          lead: t("gate:asOfPage.lead"),
        },
        {
          action: `${there}/as-of`,
          newest: services.views.position().position,
          entries: entries.map((entry) => ({
            href: `${there}?asOf=${entry.position}`,
            position: format.number(entry.position),
            at: format.dateTime(entry.time),
            text: html`${eventSentence(language, entry)}`,
          })),
        },
      );
    },
  };
}
