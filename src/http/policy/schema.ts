import { z } from "zod";
import { readings } from "../../domain/policy/policy.ts";

import {
  choice,
  choices,
  decimal,
  optionalDecimal,
  optionalText,
  optionalWholeNumber,
  requiredText,
  wholeNumber,
} from "../forms/fields.ts";
import { askings } from "./offered.ts";
import { safeguardsSchema } from "./safeguards/schema.ts";
import { severityDays } from "./severity-days.ts";

/** Only shapes are checked here; what a policy may say is checkPolicy's to judge. */
const number = () => decimal({ least: 0, most: 1e9, percent: true });
const count = () => wholeNumber({ least: 0, most: 1_000_000 });
const unit = () => optionalDecimal({ least: 0, most: 1e9, percent: true });
const box = z.preprocess((typed) => typed === "yes", z.boolean());

type Points = readonly (readonly [number, number])[];
function read(text: string, context: { addIssue(issue: { code: "custom"; message: string }): void }): Points {
  const pairs = text.split(/[;；]/).map((pair) => /^\s*([\d.]+)\s*=\s*([\d.]+)\s*$/.exec(pair));
  if (pairs.every((pair) => pair !== null)) return pairs.map((pair) => [Number(pair[1]), Number(pair[2])] as const);
  context.addIssue({ code: "custom", message: "policy:edit.pointsUnreadable" });
  return z.NEVER;
}
const points = requiredText(400).transform(read);
const optionalPoints = optionalText(400).transform((text, context) => (text === "" ? null : read(text, context)));

const listed = (text: string): readonly string[] =>
  text
    .split(/[,;，；、\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
const words = optionalText(7000).transform((text) => [...new Set(listed(text))]);

const numbers = { weight: number(), floor: unit(), target: unit(), minimumSample: count(), value: points };
/** Null where nobody is asked for it: its numbers and words are then nobody's. */
const whereAsked = <T extends z.ZodType>(schema: T) =>
  z.preprocess((typed) => (isLeft(typed) ? null : typed), schema.nullable());
const isLeft = (typed: unknown): boolean => z.object({ asked: z.literal("none") }).safeParse(typed).success;

const indicator = z.object({ asked: choice(askings), ...numbers, groups: optionalText(2000).transform(listed) });
const named = (most: number) => z.object({ en: requiredText(most), zh: requiredText(most) });
const sentence = named(1000);
const rubric = z.object({
  criterion: choice(["stability", "capacity", "usability"]),
  asked: choice(askings),
  key: requiredText(80),
  name: named(120),
  question: sentence,
  anchors: z.tuple([sentence, sentence, sentence, sentence, sentence]),
  ...numbers,
});

const criterion = z.object({ weight: number(), floor: number() });
const perTier = <T extends z.ZodType>(rule: T) => z.object({ I: rule, II: rule, III: rule, IV: rule });
/** Null is the indicator's own. */
const level = z.object({
  floor: unit(),
  target: unit(),
  minimumSample: optionalWholeNumber({ least: 0, most: 1_000_000 }),
  value: optionalPoints,
});
const condition = z.object({
  asked: box,
  waivable: box,
  deferrable: box,
  tiers: choices(["I", "II", "III", "IV"]),
  place: optionalWholeNumber({ least: 1, most: 99 }),
});
const gate = z.object({ quorum: perTier(count()), conditions: z.record(z.string(), condition).default({}) });

const body = z.object({
  confidence: number(),
  passMark: number(),
  looks: z.object({ default: count(), most: count() }),
  criteria: z.array(criterion),
  indicators: z.record(z.string(), whereAsked(indicator)).default({}),
  rubrics: z.record(z.string(), whereAsked(rubric)).default({}),
  levels: z.record(z.string(), perTier(level)).default({}),
  gates: z.object({ admission: gate, completion: gate, rollout: gate, adoption: gate }),
  tiers: perTier(z.object({ minimumPilotDays: count(), minimumEvaluators: count() })),
  evidenceValidityDays: z.object({
    load: count(),
    availability: count(),
    volume: count(),
    sus: count(),
    "umux-lite": count(),
    seq: count(),
    tasks: count(),
    satisfaction: count(),
    accessibility: count(),
    outcomes: count(),
    components: count(),
    interface: count(),
    document: count(),
  }),
  minimumGroup: count(),
  restore: z.object({ shownBy: count(), factor: number(), leastMinutes: count(), unshownHours: count() }),
  moderationSpread: number(),
  agreement: z.object({ unreliable: number(), tentative: number() }),
  waivers: z.object({ grantors: count(), mostDays: count() }),
  deadlines: z.object({
    gateDays: count(),
    scoringDays: count(),
    ...severityDays,
  }),
  drillValidityDays: count(),
  terms: z.object({ conditionDays: count(), deputyDays: count() }),
  accounts: z.object({
    linkWaitHours: count(),
    soleLinkWaitHours: count(),
    passwordLength: count(),
    passwordWords: words,
  }),
  reading: choice(readings),
  safeguards: safeguardsSchema,
});
const loose = z.record(z.string(), z.unknown()).default({});
/** What a tier asks of an indicator that nobody is asked for is nobody's either. */
export const policySchema = z.preprocess((typed) => {
  const read = z.object({ indicators: loose, levels: loose }).safeParse(typed);
  if (!read.success || typeof typed !== "object") return typed;
  const { indicators, levels } = read.data;
  return { ...typed, levels: Object.fromEntries(Object.entries(levels).filter(([key]) => !isLeft(indicators[key]))) };
}, body);
export type Numbers = z.output<typeof policySchema>;
export type LevelNumbers = z.output<typeof level>;
export type IndicatorNumbers = z.output<typeof indicator>;
export type RubricNumbers = z.output<typeof rubric>;
