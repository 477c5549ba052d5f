import { z } from "zod";
import { readings } from "../../domain/policy/policy.ts";
import {
  choice,
  decimal,
  optionalDecimal,
  optionalText,
  optionalWholeNumber,
  requiredText,
  ticked,
  wholeNumber,
} from "../forms/fields.ts";

/** Only shapes are checked here; what a policy may say is checkPolicy's to judge. */
const number = () => decimal({ least: 0, most: 1e9 });
const count = () => wholeNumber({ least: 0, most: 1_000_000 });
const unit = () => optionalDecimal({ least: 0, most: 1e9 });

type Points = readonly (readonly [number, number])[];
const read = (text: string, context: { addIssue(issue: { code: "custom"; message: string }): void }): Points => {
  const found = text.split(/[;；]/).map((pair) => /^\s*([\d.]+)\s*=\s*([\d.]+)\s*$/.exec(pair));
  if (found.every((pair) => pair !== null)) return found.map((pair) => [Number(pair[1]), Number(pair[2])] as const);
  context.addIssue({ code: "custom", message: "policy:edit.pointsUnreadable" });
  return z.NEVER;
};
const points = requiredText(400).transform(read);
const optionalPoints = optionalText(400).transform((text, context) => (text === "" ? null : read(text, context)));

const words = optionalText(7000).transform((text) =>
  [...new Set(text.split(/[,;，；、\n]/).map((word) => word.trim()))].filter(Boolean),
);

const indicator = z.object({ weight: number(), floor: unit(), target: unit(), minimumSample: count(), value: points });
/** Null where its box is not ticked: its numbers are then nobody's. */
const optional = z.preprocess(
  (typed) => (z.object({ included: ticked() }).safeParse(typed).data?.included === true ? typed : null),
  indicator.nullable(),
);
const loose = z.record(z.string(), z.unknown()).default({});
const criterion = z.object({ weight: number(), floor: number(), indicators: z.array(indicator) });
const perTier = <T extends z.ZodType>(rule: T) => z.object({ I: rule, II: rule, III: rule, IV: rule });
/** Null is the indicator's own. */
const level = z.object({
  floor: unit(),
  target: unit(),
  minimumSample: optionalWholeNumber({ least: 0, most: 1_000_000 }),
  value: optionalPoints,
});
const gate = z.object({ quorum: perTier(count()) });

const body = z.object({
  confidence: number(),
  passMark: number(),
  looks: z.object({ default: count(), most: count() }),
  criteria: z.array(criterion),
  optional: z.record(z.string(), optional).default({}),
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
    incidentDays: z.object({ severity1: count(), severity2: count(), severity3: count(), severity4: count() }),
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
});
/** What a tier asks of an indicator whose box is not ticked is nobody's either. */
export const policySchema = z.preprocess((typed) => {
  const read = z.object({ optional: loose, levels: loose }).safeParse(typed);
  if (!read.success || typeof typed !== "object") return typed;
  const { optional: offered, levels } = read.data;
  const isTaken = (key: string): boolean => !(key in offered) || optional.safeParse(offered[key]).data !== null;
  return { ...typed, levels: Object.fromEntries(Object.entries(levels).filter(([key]) => isTaken(key))) };
}, body);
export type Numbers = z.output<typeof policySchema>;
export type LevelNumbers = z.output<typeof level>;
export type IndicatorNumbers = z.output<typeof indicator>;
