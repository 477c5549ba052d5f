import { z } from "zod";
import { estimateRules } from "../../domain/costs/earned-value.ts";
import { mostMoney } from "../../domain/technology/costs/money.ts";
import { mostPackages } from "../../domain/technology/costs/plan-costs.ts";
import { costPlanOf } from "../../domain/technology/state/cost-standing.ts";
import { workParts } from "../../domain/technology/state/costs.ts";
import type { Deps } from "../deps.ts";
import { choice, day, decimal, optionalText, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { addRow, rowsIn } from "../forms/rows.ts";
import { formInStage } from "../forms/stage.ts";
import type { Typed } from "../forms/typed.ts";
import { mustRead, plainWords } from "../private-words.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { costsCrumb, costsPage } from "./costs-page.ts";
import type { CostsPage } from "./costs-page.ts";

const rowFields = ["package", "name", "part", "startsOn", "endsOn", "budget"] as const;

/** A row whose fields were emptied is none: so a package is taken out. */
const filled = (typed: unknown): unknown =>
  Array.isArray(typed) ? typed.filter((row: unknown) => isFilled(row)) : typed;

const isFilled = (row: unknown): boolean =>
  typeof row === "object" &&
  row !== null &&
  Object.entries(row).some(([name, value]) => !["package", "part"].includes(name) && value !== "");

export const costPlanSchema = z.object({
  estimate: choice(estimateRules),
  packages: z.preprocess(
    filled,
    z
      .array(
        z.object({
          package: optionalText(20),
          name: requiredText(120),
          part: choice(workParts),
          startsOn: day(),
          endsOn: day(),
          budget: decimal({ least: 0, most: mostMoney }),
        }),
        "costs:plan.missing",
      )
      .min(1, "costs:plan.missing")
      .max(mostPackages, "costs:plan.tooMany"),
  ),
  reason: optionalText(4000),
  intent: optionalText(40),
});

/** The work of pilot and rollout, package by package: the first plan, or one that takes the place of the one in force. */
export const costPlanPages = ({ services }: Deps) =>
  formPage<typeof costPlanSchema, CostsPage>(
    services,
    {
      schema: costPlanSchema,
      roles: ["planner"],
      action: ({ at }) => at("costs/plan"),
      blank: blankPlan,
      aside: ({ typed, version }) =>
        typed["intent"] === "add" ? blankForm(addRow(typed, "packages", rowFields), version) : null,
      command: ({ estimate, packages, reason }, { technology }) => {
        const plan = {
          estimate,
          packages: packages.map((task) => ({
            ...task,
            package: task.package === "" ? null : task.package,
            name: { text: task.name },
          })),
        };
        return costPlanOf(technology) === null
          ? { type: "LockCostPlan", ...plan }
          : { type: "AmendCostPlan", ...plan, reason: { text: reason } };
      },
      done: (_, { technology }) => ({
        to: "costs",
        key: costPlanOf(technology) === null ? "costs:plan.done" : "costs:plan.amended",
      }),
      show: planShown,
    },
    async (req, res) => {
      const page = await costsPage(services, req, res);
      mustRead(services, res, page.technology);
      return page;
    },
  );

function blankPlan({ row, technology, policy, words }: CostsPage): FormState {
  const plan = costPlanOf(technology)?.plan;
  const rows = plan?.packages.map((task) => ({
    ...task,
    name: plainWords(words, task.name),
    budget: String(task.budget),
  })) ?? [emptyRow("pilot"), emptyRow("pilot"), emptyRow("rollout")];
  const typed: Typed = Object.fromEntries([
    ["estimate", plan?.estimate ?? policy.safeguards.costs.estimate],
    ...rows.flatMap((task, at) => rowFields.map((field) => [`packages.${at}.${field}`, task[field]])),
  ]) as Typed;
  return formInStage(row, plan === undefined ? "LockCostPlan" : "AmendCostPlan", typed);
}

const emptyRow = (part: "pilot" | "rollout") => ({
  package: "",
  name: "",
  part,
  startsOn: "",
  endsOn: "",
  budget: "",
});

function planShown(page: CostsPage, fields: Fields, form: FormState): FormFace {
  const { language, technology, row, at } = page;
  const { t } = language;
  const amends = costPlanOf(technology) !== null;
  const parts = workParts.map((part) => ({ value: part, label: t(`costs:part.${part}`) }));
  return {
    view: "pages/costs/plan",
    head: {
      title: t(amends ? "costs:plan.amendTitle" : "costs:plan.title", { name: row.name }),
      trail: [costsCrumb(page)],
      lead: t(amends ? "costs:plan.amendLead" : "costs:plan.lead"),
    },
    model: {
      packages: rowsIn(form.typed, "packages").map((index, i) => ({
        legend: t("costs:plan.package", { number: i + 1 }),
        id: { name: `packages.${index}.package`, value: fields.value(`packages.${index}.package`) },
        name: fields.text(`packages.${index}.name`, { label: t("costs:plan.name"), width: "l" }),
        part: fields.select(`packages.${index}.part`, { label: t("costs:plan.part"), options: parts }),
        startsOn: fields.date(`packages.${index}.startsOn`, { label: t("costs:plan.startsOn") }),
        endsOn: fields.date(`packages.${index}.endsOn`, { label: t("costs:plan.endsOn") }),
        budget: fields.number(`packages.${index}.budget`, {
          label: t("costs:plan.budget", { currency: technology.proposal.cost.currency }),
        }),
      })),
      estimate: fields.radios("estimate", {
        legend: t("costs:plan.estimate"),
        hint: t("costs:plan.estimateHint"),
        options: estimateRules.map((rule) => ({
          value: rule,
          label: t(`costs:figure.EAC-${rule}`),
          hint: t(`costs:means.EAC-${rule}`),
        })),
      }),
      reason: amends
        ? fields.textarea("reason", { label: t("costs:plan.reason"), hint: t("costs:plan.reasonHint"), rows: 3 })
        : null,
      submit: t(amends ? "costs:plan.amend" : "costs:plan.submit"),
      back: at("costs"),
    },
  };
}
