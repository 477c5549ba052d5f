import { z } from "zod";
import { fairnessMeasures } from "../../../domain/measures/planned-fairness.ts";
import type { LockedPlan } from "../../../domain/technology/state/pilot.ts";
import { planDigests } from "../../say/plan-digests.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { day, instant, shownOrNone, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";

const fairness = z.object({
  measure: z.enum(fairnessMeasures),
  favourable: z.enum(["positive", "negative"]),
  reference: z.string(),
  groups: z.array(z.string()),
});

const indicator = z.object({
  applicable: z.boolean(),
  reason: wordsShape.nullable(),
  floor: z.number().nullable().meta({ description: "api:about.ownFloor" }),
  minimumSample: z.int().nullable().meta({ description: "api:about.ownSample" }),
  margin: z.number().nullable().meta({ description: "api:about.margin" }),
  anytime: z.boolean().meta({ description: "api:about.anytime" }),
});

export const planShape = z
  .object({
    number: z.int().meta({ description: "api:about.planNumber" }),
    policy: z.int().meta({ description: "api:about.policy" }),
    lockedAt: instant(),
    openedOn: day().nullable().meta({ description: "api:about.openedOn" }),
    sites: wordsShape,
    siteCount: z.int(),
    startsOn: day(),
    days: z.int(),
    services: z.array(z.string()).meta({ description: "api:about.services" }),
    latencyMs: z.number().meta({ description: "api:about.latencyMs" }),
    restoreSeconds: z.number().nullable().meta({ description: "api:about.restoreSeconds" }),
    looks: z.array(day()).meta({ description: "api:about.looks" }),
    indicators: z.record(z.string(), indicator).meta({ description: "api:about.plannedIndicators" }),
    fairness: fairness.nullable().meta({ description: "api:about.fairness" }),
    assisted: z.array(z.string()).meta({ description: "api:about.assisted" }),
    assistedWhy: wordsShape.nullable(),
    exit: wordsShape,
    rollback: wordsShape,
    amendments: z.array(
      z.object({ at: instant(), changed: z.array(z.string()), reason: wordsShape, afterData: z.boolean() }),
    ),
  })
  .meta({ id: "PilotPlan", description: "api:shape.PilotPlan" });

export const planRoute = readingOne({
  path: "/technologies/{slug}/plan",
  id: "getPilotPlan",
  tag: "pilot",
  scopes: ["plan"],
  answer: z
    .object({ plan: planShape.nullable().meta({ description: "api:about.planNow" }) })
    .meta({ id: "PilotPlanNow", description: "api:shape.PilotPlanNow" }),
  reply: async (deps, call) => {
    const { plan } = call.technology;
    return { body: { plan: plan === null ? null : await planDocument(deps, call, plan) } };
  },
});

export async function planDocument(
  deps: Deps,
  call: TechnologyCall,
  { number, policyVersion, lockedAt, openedOn, plan, amendments }: LockedPlan,
): Promise<z.input<typeof planShape>> {
  const words = await wordsFor(deps, call, [...planDigests(plan), ...amendments.map(({ reason }) => reason)]);
  const { fairness: judged } = plan;
  return {
    number,
    policy: policyVersion,
    lockedAt,
    openedOn,
    sites: shownWords(words, plan.sites),
    siteCount: plan.siteCount,
    startsOn: plan.startsOn,
    days: plan.days,
    services: [...plan.services],
    latencyMs: plan.latencyMs,
    restoreSeconds: plan.restoreSeconds,
    looks: [...plan.looks],
    indicators: Object.fromEntries(
      Object.entries(plan.indicators).map(([key, { reason, ...planned }]) => [
        key,
        { ...planned, reason: shownOrNone(words, reason) },
      ]),
    ),
    fairness: judged === null ? null : { ...judged, groups: [...judged.groups] },
    assisted: [...plan.assisted],
    assistedWhy: shownOrNone(words, plan.assistedWhy),
    exit: shownWords(words, plan.exit),
    rollback: shownWords(words, plan.rollback),
    amendments: amendments.map(({ at, changed, reason, afterData }) => ({
      at,
      changed: [...changed],
      reason: shownWords(words, reason),
      afterData,
    })),
  };
}
