import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { eventSentence } from "../say/event.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import { html } from "../view/html.ts";
import { queryValue } from "../request-values.ts";
import { gateCrumb, gateOf } from "./gate-parts.ts";

const entriesShown = 30;

/** From a position of the ledger to the gate as it stood then: typed, or picked from what happened to this technology. */
export function asOfPages({ services, house }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, language, at } = page;
      const gate = gateOf(req);
      const there = at(`gates/${gate}`);
      const position = Number(queryValue(req, "asOf"));
      if (Number.isSafeInteger(position) && position > 0) {
        res.redirect(303, `${there}?asOf=${position}`);
        return;
      }
      const { t, format } = language;
      const { entries } = services.views.timeline.page({ technology: row.id, limit: entriesShown });
      await renderTechnology(
        res,
        page,
        "pages/gate/as-of",
        {
          title: t("gate:asOfPage.title", { name: row.name, gate: t(`words:gate.${gate}`) }),
          trail: [gateCrumb(page, gate)],
          lead: t("gate:asOfPage.lead"),
        },
        {
          action: `${there}/as-of`,
          newest: services.views.position().position,
          entries: entries.map((entry) => ({
            href: `${there}?asOf=${entry.position}`,
            position: format.number(entry.position),
            at: format.dateTime(entry.time),
            text: html`${eventSentence(house.tellings, language, entry)}`,
          })),
        },
      );
    },
  };
}
