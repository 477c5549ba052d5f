import type { Request, Response } from "express";
import { needsFor } from "../../application/reader.ts";
import type { LockedPlan } from "../../domain/technology/state/pilot.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { pilotCrumb } from "./crumb.ts";

/** So many pilots are looked at for one search; another word finds others. */
const mostLookedAt = 30;

/** The plan a technology has, or had last. */
export const latestPlan = ({ plan, pastPlans }: Technology): LockedPlan | null => plan ?? pastPlans.at(-1) ?? null;

/** Plans of other pilots that a new one may begin with: looked for by name, those with a plan changed last before that. */
export function copyPages({ services }: Pick<Deps, "services">) {
  const { views } = services;

  async function plansOf(rows: readonly PortfolioRow[], except: string) {
    const plans = await Promise.all(
      rows
        .filter(({ id, stage }) => id !== except && stage !== "proposed")
        .map(async (row) => {
          const technology = await views.technologyState(row.id);
          const locked = technology === null ? null : latestPlan(technology);
          return locked === null ? [] : [{ row, locked }];
        }),
    );
    return plans.flat();
  }

  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, language, person, at } = page;
      const { t } = language;
      const search = queryValue(req, "q")?.trim().slice(0, 120) ?? "";
      const needs = needsFor(services, person);
      const query = { sort: "updated", descending: true, limit: mostLookedAt, needs } as const;
      const { rows } = views.portfolio.page(search === "" ? query : { ...query, search });
      const plans = await plansOf(rows, row.id);
      await renderTechnology(
        res,
        page,
        "pages/pilot/copy",
        {
          title: t("pilot:copy.title", { name: row.name }),
          trail: [pilotCrumb(page)],
          lead: t("pilot:copy.lead"),
        },
        {
          action: at("plan/copies"),
          search,
          plans: plans.map(({ row: other, locked }) => planModel(page, services, other, locked)),
          nothing: plans.length > 0 ? null : t(`pilot:copy.${search === "" ? "none" : "noMatch"}`),
          back: at("plan/new"),
        },
      );
    },
  };
}

function planModel(
  { language, at }: TechnologyPage,
  { views }: Deps["services"],
  other: PortfolioRow,
  { plan }: LockedPlan,
) {
  const { t, format } = language;
  return {
    name: other.name,
    about: [
      departmentName(language, views.departments.all(), other.department),
      t(`words:stage.${other.stage}`),
      format.days(plan.days),
      t("pilot:copy.sites", { count: plan.siteCount }),
      t("pilot:copy.looks", { count: plan.looks.length }),
    ].join(" · "),
    use: {
      text: t("pilot:copy.use"),
      of: other.name,
      href: `${at("plan/new")}?from=${encodeURIComponent(other.slug)}`,
    },
  };
}
