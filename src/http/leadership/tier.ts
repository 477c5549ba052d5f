import type { NextFunction, Request, Response } from "express";
import { stages } from "../../domain/technology/state/stage.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import type { TierPage } from "../../projections/portfolio/whereabouts.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { PagerModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { decisionsPath, leadershipAddress, tierPath } from "./address.ts";
import { scopeOf } from "./figure-name.ts";
import { groundOf } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { totalAt } from "./whereabouts.ts";

const pageSize = 50;

/** `/decision-information/technologies`: those of a tier, in one stage or in all. */
export function tierPages(deps: Deps) {
  return {
    async show(req: Request, res: Response, next: NextFunction): Promise<void> {
      const ground = groundOf(deps, req, res);
      const tier = tiers.find((known) => known === queryValue(req, "tier"));
      const stage = stages.find((known) => known === queryValue(req, "stage")) ?? null;
      if (tier === undefined) {
        next();
        return;
      }
      const { language, asked, views } = ground;
      const { t } = language;
      const { department } = asked;
      const after = queryValue(req, "after");
      const page = views.portfolio.ofTier({ department, tier, stage, after, limit: pageSize });
      const count = totalAt(views.portfolio.whereabouts(department), stage ?? undefined, tier);
      const named = t("words:impactTier", { tier: t(`words:tier.${tier}`) });
      const at = (from: string | null) => leadershipAddress(tierPath, asked, { tier, stage, after: from });
      const pager: PagerModel = {
        ...(after !== undefined && { previous: { text: t("leadership:first"), href: at(null) } }),
        ...(page.next !== null && { next: { text: t("leadership:more"), href: at(page.next) } }),
      };
      await render(
        res,
        "pages/leadership/list",
        {
          title: stage === null ? named : t("leadership:where.both", { stage: t(`words:stage.${stage}`), tier: named }),
          section: "portfolio",
          crumbs: [
            { text: t("portfolio:title"), href: "/technologies" },
            { text: t("leadership:decisions.title"), href: leadershipAddress(decisionsPath, asked) },
          ],
          eyebrow: scopeOf(ground).slice(0, 1),
          lead: count === 0 ? t("leadership:list.nothing") : t("leadership:decisions.technologies", { count }),
          revalidated: true,
        },
        {
          pager: after === undefined && page.next === null ? null : pager,
          table: page.rows.length === 0 ? null : tableOf(ground, named, page),
        },
      );
    },
  };
}

function tableOf({ language, departments }: Ground, caption: string, { rows }: TierPage): TableModel {
  const { t, format } = language;
  return {
    caption,
    columns: [
      { label: t("leadership:list.technology") },
      { label: t("leadership:list.department") },
      { label: t("leadership:where.stage") },
      { label: t("leadership:list.proposed") },
    ],
    rows: rows.map((row) => ({
      cells: [
        { content: html`<a href="/technologies/${row.slug}">${row.name}</a>`, header: true },
        { content: departmentName(language, departments, row.department) },
        { content: t(`words:stage.${row.stage}`) },
        { content: format.date(row.proposedAt) },
      ],
    })),
  };
}
