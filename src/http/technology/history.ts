import type { Request, Response } from "express";
import { correctionsBy } from "../../application/corrections.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import { queryValue } from "../request-values.ts";
import { entriesByDay } from "./entries.ts";

const pageSize = 50;

/** Everything that happened to one technology, as sentences, newest first. */
export function historyPages({ services, house }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, technology, language, person, at } = page;
      const before = Number(queryValue(req, "before"));
      const entries = services.views.timeline.page({
        technology: row.id,
        ...(Number.isSafeInteger(before) && before > 0 && { before }),
        limit: pageSize,
      });
      const against = correctionsBy(services, technology, person);
      const { t } = language;
      await renderTechnology(
        res,
        page,
        "pages/technology/history",
        {
          title: t("technology:history.title", { name: row.name }),
          trail: [{ text: t("technology:history.crumb"), href: at("history") }],
          lead: t("technology:history.lead", { count: entries.total }),
        },
        {
          days: entriesByDay(house.tellings, language, services.views.policies.current(), entries, ({ position }) =>
            against(position).length === 0 ? at(`corrections/new?position=${position}`) : null,
          ),
          files: filesOf(at("history")),
          pager: {
            ...(Number.isSafeInteger(before) &&
              before > 0 && {
                previous: { text: t("technology:history.newest"), href: at("history") },
              }),
            ...(entries.next !== null && {
              next: {
                text: t("technology:history.older"),
                href: at(`history?before=${entries.next}`),
              },
            }),
          },
        },
      );
    },
  };
}
