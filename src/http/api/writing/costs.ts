import { z } from "zod";
import type { RawTechnologyCommand } from "../../../application/raw-command.ts";
import { estimateRules } from "../../../domain/costs/earned-value.ts";
import { mostMoney } from "../../../domain/technology/costs/money.ts";
import { mostPackages } from "../../../domain/technology/costs/plan-costs.ts";
import { workParts } from "../../../domain/technology/state/costs.ts";
import type { Deps } from "../../deps.ts";
import { aboutTechnology } from "../caller.ts";
import type { Call } from "../caller.ts";
import { costsDocument, costsShape } from "../reading/costs.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { dayGiven, figure, text, textOrNone } from "../shapes/fields.ts";
import { enter, made } from "./submitted.ts";

const money = () => figure(0, mostMoney).meta({ description: "api:about.money" });

const planBody = z
  .strictObject({
    estimate: z.enum(estimateRules, "errors:field.choose").meta({ description: "api:about.estimate" }),
    packages: z
      .array(
        z.strictObject({
          name: text(120),
          part: z.enum(workParts, "errors:field.choose"),
          startsOn: dayGiven(),
          endsOn: dayGiven(),
          budget: money(),
        }),
      )
      .min(1, "costs:plan.missing")
      .max(mostPackages, "costs:plan.tooMany"),
  })
  .meta({ id: "CostPlanProposal", description: "api:shape.CostPlanProposal" });

export const lockCostPlanRoute = writing({
  path: "/technologies/{slug}/costs/plan",
  id: "lockCostPlan",
  tag: "service",
  scope: "plan",
  matching: "may",
  problems: ["not-found"],
  body: planBody,
  answer: costsShape,
  reply: async (deps, call, { estimate, packages }) =>
    costsAfter(deps, call, "plan", {
      type: "LockCostPlan",
      estimate,
      packages: packages.map(({ name, ...work }) => ({ ...work, package: null, name: { text: name } })),
    }),
});

const reportBody = z
  .strictObject({
    asOf: dayGiven(),
    lines: z
      .array(
        z.strictObject({
          package: text(20).meta({ description: "api:about.package", examples: ["w1"] }),
          done: figure(0, 1).meta({ description: "api:about.done" }),
          spent: money(),
        }),
      )
      .max(mostPackages, "errors:field.tooMany"),
    text: textOrNone(4000),
  })
  .meta({ id: "CostStatement", description: "api:shape.CostStatement" });

export const reportCostsRoute = writing({
  path: "/technologies/{slug}/costs/reports",
  id: "reportCosts",
  tag: "service",
  scope: "cost",
  matching: "may",
  problems: ["not-found"],
  body: reportBody,
  answer: costsShape,
  reply: async (deps, call, { asOf, lines, text: words }) =>
    costsAfter(deps, call, "cost", {
      type: "ReportCosts",
      asOf,
      lines,
      text: words === null ? null : { text: words },
    }),
});

async function costsAfter(
  deps: Deps,
  call: Call,
  scope: "plan" | "cost",
  command: RawTechnologyCommand,
): Promise<Reply<z.input<typeof costsShape>>> {
  const about = await aboutTechnology(deps, call);
  const { fresh, after } = await enter(deps, about, { scope, matching: "may", command });
  return made(fresh, after.technology.version, [await costsDocument(deps, after)]);
}
