import { z } from "zod";
import { estimateRules } from "../../../domain/costs/earned-value.ts";
import type { Figure } from "../../../domain/costs/figure.ts";
import { isKnown } from "../../../domain/costs/figure.ts";
import { costPlanOf, costReportDue, costStanding, reportsOn } from "../../../domain/technology/state/cost-standing.ts";
import type { CostReport } from "../../../domain/technology/state/costs.ts";
import { workParts } from "../../../domain/technology/state/costs.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { day, instant, position, shownOrNone, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";
import type { Words } from "../shapes/words.ts";

const money = () => z.number().meta({ description: "api:about.money" });
const index = () => z.number().nullable().meta({ description: "api:about.index" });

const planShape = z
  .object({
    number: z.int().meta({ description: "api:about.planNumber" }),
    on: day(),
    currency: z.string().meta({ description: "api:about.currency" }),
    estimate: z.enum(estimateRules).meta({ description: "api:about.estimate" }),
    packages: z.array(
      z.object({
        package: z.string().meta({ description: "api:about.package", examples: ["w1"] }),
        name: wordsShape,
        part: z.enum(workParts),
        startsOn: day(),
        endsOn: day(),
        budget: money(),
      }),
    ),
    reason: wordsShape.nullable().meta({ description: "api:about.amendedWhy" }),
  })
  .meta({ id: "CostPlan", description: "api:shape.CostPlan" });

const reportShape = z
  .object({
    asOf: day(),
    lines: z.array(
      z.object({ package: z.string(), done: z.number().meta({ description: "api:about.done" }), spent: money() }),
    ),
    text: wordsShape.nullable(),
    at: instant(),
    position: position(),
  })
  .meta({ id: "CostReport", description: "api:shape.CostReport" });

const standingShape = z.object({
  asOf: day(),
  budget: money(),
  planned: money(),
  earned: money(),
  spent: money(),
  costIndex: index(),
  scheduleIndex: index(),
  estimate: z.number().nullable().meta({ description: "api:about.atEnd" }),
  daysLate: z.int().meta({ description: "api:about.daysLate" }),
  done: z.boolean(),
});

export const costsShape = z
  .object({
    plan: planShape.nullable(),
    reports: z.array(reportShape).meta({ description: "api:about.reports" }),
    standing: standingShape.nullable().meta({ description: "api:about.standing" }),
    reportDue: day().nullable(),
  })
  .meta({ id: "Costs", description: "api:shape.Costs" });

export const costsRoute = readingOne({
  path: "/technologies/{slug}/costs",
  id: "getCosts",
  tag: "service",
  scopes: ["plan", "cost"],
  answer: costsShape,
  reply: async (deps, call) => ({ body: await costsDocument(deps, call) }),
});

/** What was planned, what was reported on it, and where that leads. */
export async function costsDocument(deps: Deps, call: TechnologyCall): Promise<z.input<typeof costsShape>> {
  const { technology } = call;
  const plan = costPlanOf(technology);
  if (plan === null) return { plan: null, reports: [], standing: null, reportDue: null };
  const reports = reportsOn(technology, plan);
  const policy = deps.services.views.policies.pinnedBy(technology.plan, technology.tier);
  const words = await wordsFor(deps, call, [
    ...plan.plan.packages.map(({ name }) => name),
    plan.reason,
    ...reports.map(({ text }) => text),
  ]);
  return {
    plan: {
      number: plan.number,
      on: plan.on,
      currency: plan.currency,
      estimate: plan.plan.estimate,
      packages: plan.plan.packages.map(({ name, ...work }) => ({ ...work, name: shownWords(words, name) })),
      reason: shownOrNone(words, plan.reason),
    },
    reports: reports.map((report) => reportDocument(report, words)),
    standing: standingDocument(technology),
    reportDue: costReportDue(technology, policy),
  };
}

const reportDocument = (
  { asOf, lines, text, at, position: stands }: CostReport,
  words: Words,
): z.input<typeof reportShape> => ({
  asOf,
  lines: lines.map((line) => ({ package: line.package, done: line.done, spent: line.spent })),
  text: shownOrNone(words, text),
  at,
  position: stands,
});

function standingDocument(technology: TechnologyCall["technology"]): z.input<typeof standingShape> | null {
  const standing = costStanding(technology);
  if (standing === null) return null;
  const { asOf, budget, planned, earned, spent, costIndex, scheduleIndex, estimate, daysLate, done } = standing;
  return {
    ...{ asOf, budget, planned, earned, spent, daysLate, done },
    costIndex: valueOf(costIndex),
    scheduleIndex: valueOf(scheduleIndex),
    estimate: valueOf(estimate),
  };
}

/** Null where it would divide by nothing: never an infinity, never a zero in its place. */
const valueOf = (figure: Figure): number | null => (isKnown(figure) ? figure.value : null);
