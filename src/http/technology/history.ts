import type { Request, Response } from "express";
import { correctionsBy } from "../../application/corrections.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { languageOf, pathValue, personOf, queryValue } from "../visitor.ts";
import { entriesByDay } from "./entries.ts";

const pageSize = 50;

/** Everything that happened to one technology, as sentences, newest first. */
export function historyPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      await services.views.catchUp();
      const row = services.views.portfolio.bySlug(pathValue(req, "slug")) ?? notFound();
      const before = Number(queryValue(req, "before"));
      const page = services.views.timeline.page({
        technology: row.id,
        ...(Number.isSafeInteger(before) && before > 0 && { before }),
        limit: pageSize,
      });
      const technology = (await services.views.technologyState(row.id)) ?? notFound();
      const against = correctionsBy(services, technology, personOf(res));
      const language = languageOf(res);
      const { t } = language;
      await render(
        res,
        "pages/technology/history",
        {
          title: t("technology:history.title", { name: row.name }),
          section: "portfolio",
          crumbs: [
            { text: t("portfolio:title"), href: "/technologies" },
            { text: row.name, href: `/technologies/${row.slug}` },
            { text: t("technology:history.crumb"), href: `/technologies/${row.slug}/history` },
          ],
          lead: t("technology:history.lead", { count: page.total }),
        },
        {
          days: entriesByDay(language, services.views.policies.current(), page, ({ position }) =>
            against(position).length === 0 ? `/technologies/${row.slug}/corrections/new?position=${position}` : null,
          ),
          pager: {
            ...(Number.isSafeInteger(before) &&
              before > 0 && {
                previous: { text: t("technology:history.newest"), href: `/technologies/${row.slug}/history` },
              }),
            ...(page.next !== null && {
              next: {
                text: t("technology:history.older"),
                href: `/technologies/${row.slug}/history?before=${page.next}`,
              },
            }),
          },
        },
      );
    },
  };
}
