import { z } from "zod";
import type { Raw } from "../../../application/raw-command.ts";
import { fairnessMeasures } from "../../../domain/measures/planned-fairness.ts";
import type { PilotPlan } from "../../../domain/technology/state/pilot.ts";
import type { Deps } from "../../deps.ts";
import { aboutTechnology } from "../caller.ts";
import type { Call } from "../caller.ts";
import { planDocument, planShape } from "../reading/pilot.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { dayGiven, figure, text, textOrNone, truth, whole } from "../shapes/fields.ts";
import { enter, made } from "./submitted.ts";
import type { TechnologyCall } from "../caller.ts";

const missing = "pilot:missing";

const indicator = z.strictObject({
  applicable: truth().default(true),
  reason: textOrNone(1000),
  floor: figure(0, 1e9).nullable().default(null).meta({ description: "api:about.ownFloor" }),
  minimumSample: whole(1, 1e9).nullable().default(null).meta({ description: "api:about.ownSample" }),
  // Below zero it is the domain's to refuse, with all that is wrong beside it.
  margin: figure(-1e9, 1e9).nullable().default(null).meta({ description: "api:about.margin" }),
  anytime: truth().default(false).meta({ description: "api:about.anytime" }),
});

const fairness = z.strictObject({
  measure: z.enum(fairnessMeasures, "errors:field.choose"),
  favourable: z.enum(["positive", "negative"], "errors:field.choose"),
  reference: text(200),
  groups: z.array(text(200)).max(100, "errors:field.tooMany"),
});

const planBody = z
  .strictObject({
    sites: text(4000, `${missing}.sites`),
    siteCount: whole(1, 100_000),
    startsOn: dayGiven(),
    days: whole(1, 3650),
    services: z
      .array(text(200))
      .max(100, "errors:field.tooMany")
      .default([])
      .meta({ description: "api:about.services" }),
    latencyMs: whole(1, 3_600_000).meta({ description: "api:about.latencyMs" }),
    restoreSeconds: figure(0, 6_000_000).nullable().default(null).meta({ description: "api:about.restoreSeconds" }),
    looks: z.array(dayGiven()).max(20, "errors:field.tooMany").meta({ description: "api:about.looks" }),
    indicators: z.record(z.string(), indicator).default({}).meta({ description: "api:about.plannedIndicators" }),
    fairness: fairness.nullable().default(null).meta({ description: "api:about.fairness" }),
    assisted: z
      .array(text(200))
      .max(100, "errors:field.tooMany")
      .default([])
      .meta({ description: "api:about.assisted" }),
    assistedWhy: textOrNone(2000),
    exit: text(4000, `${missing}.exit`),
    rollback: text(4000, `${missing}.rollback`),
  })
  .meta({ id: "PilotPlanProposal", description: "api:shape.PilotPlanProposal" });

export const lockPlanRoute = writing({
  path: "/technologies/{slug}/plan",
  id: "lockPilotPlan",
  tag: "pilot",
  scope: "plan",
  matching: "may",
  problems: ["not-found"],
  body: planBody,
  answer: planShape,
  reply: async (deps, call, body) =>
    planNow(
      deps,
      await enter(deps, await aboutTechnology(deps, call), {
        scope: "plan",
        matching: "may",
        command: { type: "LockPilotPlan", plan: planGiven(body) },
      }),
    ),
});

export const openPilotRoute = writing({
  path: "/technologies/{slug}/plan/opening",
  id: "openPilot",
  tag: "pilot",
  scope: "plan",
  matching: "may",
  problems: ["not-found"],
  body: z.strictObject({}),
  answer: planShape,
  reply: async (deps: Deps, call: Call) =>
    planNow(
      deps,
      await enter(deps, await aboutTechnology(deps, call), {
        scope: "plan",
        matching: "may",
        command: { type: "OpenPilot" },
      }),
    ),
});

async function planNow(
  deps: Deps,
  { fresh, after }: { readonly fresh: boolean; readonly after: TechnologyCall },
): Promise<Reply<z.input<typeof planShape>>> {
  const { plan, version } = after.technology;
  return made(fresh, version, plan === null ? [] : [await planDocument(deps, after, plan)]);
}

/** As the command takes it. */
const planGiven = ({
  sites,
  exit,
  rollback,
  assistedWhy,
  indicators,
  ...body
}: z.output<typeof planBody>): Raw<PilotPlan> => ({
  ...body,
  sites: { text: sites },
  exit: { text: exit },
  rollback: { text: rollback },
  assistedWhy: words(assistedWhy),
  indicators: Object.fromEntries(
    Object.entries(indicators).map(([key, { reason, ...planned }]) => [key, { ...planned, reason: words(reason) }]),
  ),
});

const words = (given: string | null): Raw<PilotPlan>["assistedWhy"] => (given === null ? null : { text: given });
