import type { Request, Response } from "express";
import { roleOfEntry } from "../../domain/technology/corrections.ts";
import type { TechnologyEventType } from "../../domain/technology/events.ts";
import type { TimelineEntry } from "../../projections/types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { languageOf, pathValue, personOf, queryValue } from "../visitor.ts";
import type { Person } from "../visitor.ts";
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
          days: entriesByDay(language, services.views.policies.current(), page, correctionBy(personOf(res), row.slug)),
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

/** Whoever could make such an entry may correct one. */
function correctionBy({ roles }: Person, slug: string): (entry: TimelineEntry) => string | null {
  return ({ type, position }) =>
    roleOfEntry(type as TechnologyEventType).some((role) => (roles as readonly string[]).includes(role))
      ? `/technologies/${slug}/corrections/new?position=${position}`
      : null;
}
