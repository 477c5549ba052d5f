import { daysLate } from "../../domain/costs/days-late.ts";
import { doneOf, reportsOn } from "../../domain/technology/state/cost-standing.ts";
import type { LockedCostPlan, WorkPackage } from "../../domain/technology/state/costs.ts";
import { latenessText, money } from "../say/cost.ts";
import { textInFile, textShown } from "../say/text.ts";
import type { CellModel, TableModel } from "../view/components.ts";
import type { CostsPage } from "./costs-page.ts";

/** The work of one plan, part by part: when and for how much, and what became of it by the newest report on that plan. */
export function packagesTable(page: CostsPage, plan: LockedCostPlan): TableModel {
  const { language, words, technology } = page;
  const { t, format } = language;
  const reports = reportsOn(technology, plan);
  const newest = reports.at(-1);
  return {
    caption: t("costs:packages.title"),
    columns: [
      { label: t("costs:column.package") },
      { label: t("costs:column.when") },
      { label: t("costs:column.budget"), num: true },
      { label: t("costs:column.done"), num: true },
      { label: t("costs:column.spent"), num: true },
      { label: t("costs:figure.late"), num: true },
    ],
    rows: plan.plan.packages.map((task) => ({
      cells: [
        {
          content: textShown(language, words.get(task.name)),
          header: true,
          sub: t(`costs:packages.sub.${task.part}`, { id: task.package }),
        },
        { content: t("costs:packages.when", { from: format.date(task.startsOn), to: format.date(task.endsOn) }) },
        { content: money(language, task.budget), num: true },
        ...progressCells(page, task, newest === undefined ? null : { done: doneOf(newest, task), late: lateOf(task) }),
      ],
    })),
  };

  function lateOf(task: WorkPackage): number {
    // Work without a budget is as far as it is said to be.
    const work = { ...task, budget: task.budget === 0 ? 1 : task.budget };
    return daysLate(
      [work],
      reports.map((report) => ({ asOf: report.asOf, earned: work.budget * doneOf(report, task) })),
    );
  }

  function progressCells(
    { language: { t: say } }: CostsPage,
    task: WorkPackage,
    progress: { readonly done: number; readonly late: number } | null,
  ): readonly CellModel[] {
    if (progress === null) return ["–", "–", "–"].map((content) => ({ content, num: true }));
    const spent = newest?.lines.find((line) => line.package === task.package)?.spent ?? 0;
    const waits = newest !== undefined && newest.asOf < task.startsOn && progress.done === 0;
    return [
      { content: format.percent(progress.done, 0), num: true },
      { content: money(language, spent), num: true },
      { content: waits ? say("costs:packages.later") : latenessText(language, progress.late), num: true },
    ];
  }
}

/** Of the columns of that file. */
export const holdsOfReports = {
  0: "number",
  1: "day",
  5: "day",
  6: "day",
  7: "number",
  8: "number",
  9: "number",
} as const;

/** A line for each package of each report, oldest first, as a file. */
export function reportsTable({ technology, language, words }: CostsPage): TableModel {
  const { t } = language;
  const names = ["plan", "asOf", "package", "name", "part", "starts", "ends", "budget", "done", "spent", "currency"];
  return {
    caption: t("costs:crumb"),
    columns: names.map((name) => ({ label: t(`costs:file.${name}`) })),
    rows: technology.costPlans.flatMap((plan) =>
      [null, ...reportsOn(technology, plan)].flatMap((report) =>
        plan.plan.packages.map((task) => ({
          cells: [
            plan.number,
            report?.asOf ?? "",
            task.package,
            textInFile(language, words.get(task.name)),
            t(`costs:part.${task.part}`),
            task.startsOn,
            task.endsOn,
            task.budget,
            report === null ? "" : doneOf(report, task),
            report?.lines.find((line) => line.package === task.package)?.spent ?? "",
            plan.currency,
          ].map((content) => ({ content: String(content) })),
        })),
      ),
    ),
  };
}
