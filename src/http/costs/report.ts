import { z } from "zod";
import { mostMoney } from "../../domain/technology/costs/money.ts";
import { costPlanOf, reportsOn } from "../../domain/technology/state/cost-standing.ts";
import type { CostReport, LockedCostPlan } from "../../domain/technology/state/costs.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { day, decimal, optionalText, reference } from "../forms/fields.ts";
import type { FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import type { Typed } from "../forms/typed.ts";
import { textShown } from "../say/text.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { costsCrumb, costsPage } from "./costs-page.ts";
import type { CostsPage } from "./costs-page.ts";

export const costReportSchema = z.object({
  asOf: day(),
  lines: z
    .array(
      z.object({
        package: reference(),
        done: decimal({ least: 0, most: 100, percent: true }),
        spent: decimal({ least: 0, most: mostMoney }),
      }),
      "errors:field.invalid",
    )
    .max(100),
  text: optionalText(4000),
});

type ReportPage = CostsPage & { readonly plan: LockedCostPlan; readonly last: CostReport | null };

/** How far each package has come and what it has cost, as of a day; it begins with what was reported last. */
export const costReportPages = ({ services }: Deps) =>
  formPage<typeof costReportSchema, ReportPage>(
    services,
    {
      schema: costReportSchema,
      roles: ["planner"],
      action: ({ at }) => at("costs/report"),
      blank: blankReport,
      command: ({ asOf, lines, text }) => ({
        type: "ReportCosts",
        asOf,
        lines: lines.map((line) => ({ ...line, done: line.done / 100 })),
        text: text === "" ? null : { text },
      }),
      done: () => ({ to: "costs", key: "costs:report.done" }),
      show: reportShown,
    },
    async (req, res) => {
      const page = await costsPage(services, req, res);
      const plan = costPlanOf(page.technology) ?? notFound();
      return { ...page, plan, last: reportsOn(page.technology, plan).at(-1) ?? null };
    },
  );

function blankReport({ row, plan, last, today }: ReportPage): FormState {
  const lines = plan.plan.packages.flatMap((task, at) => {
    const line = last?.lines.find((reported) => reported.package === task.package);
    return [
      [`lines.${at}.package`, task.package],
      [`lines.${at}.done`, line === undefined ? "" : String(Math.round(line.done * 1000) / 10)],
      [`lines.${at}.spent`, line === undefined ? "" : String(line.spent)],
    ];
  });
  return formInStage(row, "ReportCosts", Object.fromEntries([["asOf", today], ...lines]) as Typed);
}

function reportShown(page: ReportPage, fields: Fields): FormFace {
  const { language, words, row, plan, at } = page;
  const { t, format } = language;
  return {
    view: "pages/costs/report",
    head: {
      title: t("costs:report.title", { name: row.name }),
      trail: [costsCrumb(page)],
      lead: t("costs:report.lead"),
    },
    model: {
      asOf: fields.date("asOf", { label: t("costs:report.asOf"), hint: t("costs:report.asOfHint") }),
      lines: plan.plan.packages.map((task, i) => ({
        legend: textShown(language, words.get(task.name)),
        sub: t("costs:packages.when", { from: format.date(task.startsOn), to: format.date(task.endsOn) }),
        id: { name: `lines.${i}.package`, value: task.package },
        done: fields.number(`lines.${i}.done`, { label: t("costs:report.share"), unit: "%" }),
        spent: fields.number(`lines.${i}.spent`, { label: t("costs:report.spent", { currency: plan.currency }) }),
      })),
      text: fields.textarea("text", {
        label: t("costs:report.text"),
        hint: t("costs:report.textHint"),
        rows: 3,
        optional: true,
      }),
      back: at("costs"),
    },
  };
}
