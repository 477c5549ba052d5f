import { z } from "zod";
import type { RawTechnologyCommand } from "../../../application/raw-command.ts";
import type { Deps } from "../../deps.ts";
import { aboutTechnology } from "../caller.ts";
import type { Call } from "../caller.ts";
import { rolloutDocument, rolloutShape } from "../reading/rollout.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { dayGiven, figure, text, whole } from "../shapes/fields.ts";
import { enter, made } from "./submitted.ts";

const wave = z.strictObject({
  name: text(120),
  reach: whole(1, 1e9).meta({ description: "api:about.reach" }),
  startsOn: dayGiven(),
});

const guard = z.strictObject({
  indicator: text(100),
  limit: figure(0, 1e9),
  minimumSample: whole(1, 1e6),
});

const rolloutBody = z
  .strictObject({
    waves: z.array(wave).min(1, "rollout:plan.wavesMissing").max(12, "errors:field.tooMany"),
    guards: z
      .array(guard)
      .min(1, "rollout:plan.guardsMissing")
      .max(12, "errors:field.tooMany")
      .meta({ description: "api:about.guards" }),
  })
  .meta({ id: "RolloutPlan", description: "api:shape.RolloutPlan" });

export const planRolloutRoute = writing({
  path: "/technologies/{slug}/rollout",
  id: "planRollout",
  tag: "service",
  scope: "plan",
  matching: "may",
  problems: ["not-found"],
  body: rolloutBody,
  answer: rolloutShape,
  reply: async (deps, call, { waves, guards }) =>
    rolloutAfter(deps, call, {
      type: "PlanRollout",
      waves: waves.map(({ name, ...planned }) => ({ ...planned, name: { text: name } })),
      guards,
    }),
});

const drillBody = z
  .strictObject({ on: dayGiven(), minutes: whole(1, 100_000), text: text(4000) })
  .meta({ id: "Drill", description: "api:shape.Drill" });

export const drillRoute = writing({
  path: "/technologies/{slug}/drills",
  id: "recordDrill",
  tag: "service",
  scope: "plan",
  matching: "may",
  problems: ["not-found"],
  body: drillBody,
  answer: rolloutShape,
  reply: async (deps, call, { on, minutes, text: words }) =>
    rolloutAfter(deps, call, { type: "RecordDrill", on, minutes, text: { text: words } }),
});

async function rolloutAfter(
  deps: Deps,
  call: Call,
  command: RawTechnologyCommand,
): Promise<Reply<z.input<typeof rolloutShape>>> {
  const about = await aboutTechnology(deps, call);
  const { fresh, after } = await enter(deps, about, { scope: "plan", matching: "may", command });
  return made(fresh, after.technology.version, [await rolloutDocument(deps, after)]);
}
