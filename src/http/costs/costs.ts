import type { Request, Response } from "express";
import { costPlanOf, costReportDue, costStanding } from "../../domain/technology/state/cost-standing.ts";
import type { LockedCostPlan } from "../../domain/technology/state/costs.ts";
import { budgetOf } from "../../domain/costs/work-package.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { money, standingText } from "../say/cost.ts";
import { textShown } from "../say/text.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import type { EmptyModel, LinkModel, TableModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { costsCrumb, costsPage } from "./costs-page.ts";
import type { CostsPage } from "./costs-page.ts";
import { curveFigure } from "./curve.ts";
import { figuresTable, warningModels } from "./figures.ts";
import { holdsOfReports, packagesTable, reportsTable } from "./packages.ts";

/** What pilot and rollout were planned to cost, what they came to, and where that leads. */
export function costsPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await costsPage(services, req, res);
      const { row, technology, language, at } = page;
      const { t } = language;
      const plan = costPlanOf(technology);
      const standing = costStanding(technology);
      await renderTechnology(
        res,
        page,
        "pages/costs/costs",
        {
          title: t("costs:title", { name: row.name }),
          trail: [costsCrumb(page)],
          eyebrow: departmentAndTier(services, page),
          lead: leadOf(page),
        },
        {
          empty: plan === null ? emptyModel(page) : null,
          warnings: standing === null ? [] : warningModels(page, standing),
          figure: plan === null ? null : curveFigure(page, plan),
          figures: figuresTable(page),
          rule: plan === null ? null : t(`costs:rule.${plan.plan.estimate}`),
          packages: plan === null ? null : packagesTable(page, plan),
          notes: notesOf(page),
          past: technology.costPlans.slice(0, -1).map((before) => pastModel(page, before)),
          amended: plan?.reason == null ? null : amendmentOf(page, plan),
          links: linksOf(page),
          files: plan === null ? null : filesOf(at("costs")),
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const page = await costsPage(services, req, res);
      return listOfTable(`${page.row.slug}-costs`, reportsTable(page), holdsOfReports);
    },
  };
}

function leadOf({ technology, policy, language, today }: CostsPage): Content {
  const { t, format } = language;
  const plan = costPlanOf(technology);
  if (plan === null) return t("costs:lead.none");
  const standing = costStanding(technology);
  const due = costReportDue(technology, policy);
  const next = due === null ? null : t.html(`costs:lead.${due < today ? "overdue" : "due"}`, { day: format.date(due) });
  const line =
    standing === null
      ? t("costs:lead.planned", { money: money(language, budgetOf(plan.plan.packages)), currency: plan.currency })
      : standingText(language, standing, policy);
  return next === null ? line : t.html("costs:lead.both", { line, next });
}

function emptyModel({ language: { t }, open, at }: CostsPage): EmptyModel {
  const mayPlan = open.includes("LockCostPlan");
  return {
    title: t("costs:empty.title"),
    text: t(`costs:empty.${mayPlan ? "text" : "later"}`),
    ...(mayPlan && { action: { text: t("costs:plan.link"), href: at("costs/plan") } }),
  };
}

function linksOf({ language: { t }, open, at }: CostsPage): readonly LinkModel[] {
  return [
    ...(open.includes("ReportCosts") ? [{ text: t("costs:report.link"), href: at("costs/report") }] : []),
    ...(open.includes("AmendCostPlan") ? [{ text: t("costs:plan.amendLink"), href: at("costs/plan") }] : []),
  ];
}

/** What was said with the reports, the newest first. */
const notesOf = ({ technology, language, words }: CostsPage) =>
  technology.costReports
    .flatMap(({ asOf, text }) => (text === null ? [] : [{ asOf, text }]))
    .toReversed()
    .map(({ asOf, text }) => ({
      day: language.format.date(asOf),
      text: textShown(language, words.get(text)),
    }));

/** A plan that another took the place of: as it stood, with what was reported on it. */
function pastModel(page: CostsPage, plan: LockedCostPlan): { readonly title: string; readonly table: TableModel } {
  const { t, format } = page.language;
  const sum = money(page.language, budgetOf(plan.plan.packages));
  return {
    title: t("costs:past.title", { number: plan.number, day: format.date(plan.on), money: sum }),
    table: packagesTable(page, plan),
  };
}

function amendmentOf({ language, words, technology }: CostsPage, plan: LockedCostPlan) {
  const { t, format } = language;
  const before = technology.costPlans.at(-2);
  const was = before === undefined ? 0 : budgetOf(before.plan.packages);
  return {
    text: t(plan.changed.length === 0 ? "costs:past.ruleOnly" : "costs:past.amended", {
      number: plan.number,
      day: format.date(plan.on),
      was: money(language, was),
      now: money(language, budgetOf(plan.plan.packages)),
      changed: format.list(plan.changed),
    }),
    reason: textShown(language, words.get(plan.reason ?? "")),
  };
}
