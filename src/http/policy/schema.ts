import { z } from "zod";
import type { Policy } from "../../domain/policy/policy.ts";
import { decimal, optionalDecimal, requiredText, wholeNumber } from "../forms/fields.ts";

/** Only shapes are checked here; what a policy may say is checkPolicy's to judge. */
const number = () => decimal({ least: 0, most: 1e9 });
const count = () => wholeNumber({ least: 0, most: 1_000_000 });
const unit = () => optionalDecimal({ least: 0, most: 1e9 });

const points = requiredText(400).transform((text, context) => {
  const found = text.split(/[;；]/).map((pair) => /^\s*([\d.]+)\s*=\s*([\d.]+)\s*$/.exec(pair));
  if (found.every((pair) => pair !== null)) return found.map((pair) => [Number(pair[1]), Number(pair[2])] as const);
  context.addIssue({ code: "custom", message: "policy:edit.pointsUnreadable" });
  return z.NEVER;
});

const indicator = z.object({ weight: number(), floor: unit(), target: unit(), minimumSample: count(), value: points });
const criterion = z.object({ weight: number(), floor: number(), indicators: z.array(indicator) });
const perTier = <T extends z.ZodType>(rule: T) => z.object({ I: rule, II: rule, III: rule, IV: rule });
const gate = z.object({ quorum: perTier(count()) });

export const policySchema = z.object({
  confidence: number(),
  passMark: number(),
  looks: z.object({ default: count(), most: count() }),
  criteria: z.array(criterion),
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
  moderationSpread: number(),
  agreement: z.object({ unreliable: number(), tentative: number() }),
  waivers: z.object({ grantors: count(), mostDays: count() }),
  deadlines: z.object({
    gateDays: count(),
    scoringDays: count(),
    incidentDays: z.object({ severity1: count(), severity2: count(), severity3: count(), severity4: count() }),
  }),
  drillValidityDays: count(),
});
type Numbers = z.output<typeof policySchema>;

/** The next version: the words and conditions of the one before, with the numbers of the form. */
export function nextPolicy(before: Policy, numbers: Numbers): Policy {
  const { incidentDays } = numbers.deadlines;
  return {
    ...before,
    ...numbers,
    version: before.version + 1,
    criteria: before.criteria.map((criterion, i) => withNumbers(criterion, numbers.criteria[i])),
    gates: {
      admission: { ...before.gates.admission, ...numbers.gates.admission },
      completion: { ...before.gates.completion, ...numbers.gates.completion },
      rollout: { ...before.gates.rollout, ...numbers.gates.rollout },
      adoption: { ...before.gates.adoption, ...numbers.gates.adoption },
    },
    deadlines: {
      ...numbers.deadlines,
      incidentDays: {
        1: incidentDays.severity1,
        2: incidentDays.severity2,
        3: incidentDays.severity3,
        4: incidentDays.severity4,
      },
    },
  };
}

type Criterion = Policy["criteria"][number];

function withNumbers(criterion: Criterion, typed: Numbers["criteria"][number] | undefined): Criterion {
  if (typed === undefined) return criterion;
  return {
    ...criterion,
    weight: typed.weight,
    floor: typed.floor,
    indicators: criterion.indicators.map((indicator, j) => {
      const numbers = typed.indicators[j];
      if (numbers === undefined) return indicator;
      const { key, name, measure, optional, better, groups, rubric } = indicator;
      const { floor, target, weight, minimumSample, value } = numbers;
      // A rule left empty is one the policy does not have: "no floor" and "floor 0" are two things.
      return {
        ...{ key, name, measure, weight, better, minimumSample, value },
        ...(optional !== undefined && { optional }),
        ...(floor !== null && { floor }),
        ...(target !== null && { target }),
        ...(groups !== undefined && { groups }),
        ...(rubric !== undefined && { rubric }),
      };
    }),
  };
}
