import { z } from "zod";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { day, instant, position, shownOrNone, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";

const wave = z.object({
  wave: z.int().meta({ description: "api:about.wave" }),
  name: wordsShape,
  reach: z.int().meta({ description: "api:about.reach" }),
  startsOn: day(),
  state: z.enum(["planned", "open", "complete", "rolled-back"]),
  openedAt: instant().nullable(),
  completedAt: instant().nullable(),
});

const assessment = z.object({
  wave: z.int(),
  indicator: z.string(),
  state: z.enum(["breached", "within", "too-few"]),
  estimate: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  limit: z.number(),
  at: instant(),
  position: position(),
});

const hold = z.object({
  since: instant(),
  causes: z.array(z.enum(["guard", "condition-overdue", "clock-overdue", "person"])),
  text: wordsShape.nullable(),
});

export const rolloutShape = z
  .object({
    waves: z.array(wave),
    guards: z
      .array(z.object({ indicator: z.string(), limit: z.number(), minimumSample: z.int() }))
      .meta({ description: "api:about.guards" }),
    drills: z.array(z.object({ on: day(), minutes: z.number(), text: wordsShape, position: position() })),
    assessments: z.array(assessment).meta({ description: "api:about.assessments" }),
    hold: hold.nullable(),
  })
  .meta({ id: "Rollout", description: "api:shape.Rollout" });

export const rolloutRoute = readingOne({
  path: "/technologies/{slug}/rollout",
  id: "getRollout",
  tag: "service",
  scopes: ["plan"],
  answer: rolloutShape,
  reply: async (deps, call) => ({ body: await rolloutDocument(deps, call) }),
});

const nothing = { waves: [], guards: [], drills: [], assessments: [], hold: null } as const;

/** Empty lists where nothing is planned yet. */
export async function rolloutDocument(deps: Deps, call: TechnologyCall): Promise<z.input<typeof rolloutShape>> {
  const { waves, guards, drills, assessments, hold: held } = call.technology.rollout ?? nothing;
  const words = await wordsFor(deps, call, [
    ...waves.map(({ name }) => name),
    ...drills.map(({ text }) => text),
    held?.text ?? null,
  ]);
  return {
    waves: waves.map(({ number, name, reach, startsOn, state, openedAt, completedAt }) => ({
      wave: number,
      name: shownWords(words, name),
      reach,
      startsOn,
      state,
      openedAt,
      completedAt,
    })),
    guards: guards.map(({ indicator, limit, minimumSample }) => ({ indicator, limit, minimumSample })),
    drills: drills.map(({ on, minutes, text, position: stands }) => ({
      on,
      minutes,
      text: shownWords(words, text),
      position: stands,
    })),
    assessments: assessments.map(
      ({ wave: of, indicator, state, estimate, lower, upper, limit, at, position: stands }) => ({
        wave: of,
        indicator,
        state,
        estimate,
        lower,
        upper,
        limit,
        at,
        position: stands,
      }),
    ),
    hold:
      held === null
        ? null
        : { since: held.since, causes: held.causes.map(({ kind }) => kind), text: shownOrNone(words, held.text) },
  };
}
