import { evidenceKinds } from "../../evidence/kinds.ts";
import { indicatorShape } from "../../measures/indicator-shape.ts";
import { namedShape } from "../../words/named-shape.ts";
import { each, integer, list, number, object, oneOf, optional, text, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { tiers } from "../../words/tier.ts";
import { deadlinesShape } from "../deadlines.ts";
import { criterionKeys, readings } from "../policy.ts";
import type { Criterion, GateRules, Policy, TierRules } from "../policy.ts";
import { safeguardsShape } from "../safeguards/safeguards.ts";
import type { PolicyEvent } from "./publish.ts";

const criterion: Shape<Criterion> = object({
  key: oneOf(...criterionKeys),
  name: namedShape,
  weight: number,
  floor: number,
  indicators: list(indicatorShape),
});

const gate: Shape<GateRules> = object({
  conditions: list(object({ key: text, waivable: truth, deferrable: truth, tiers: optional(list(oneOf(...tiers))) })),
  quorum: each(tiers, integer),
});

const tier: Shape<TierRules> = object({ minimumPilotDays: number, minimumEvaluators: integer });

const policy: Shape<Policy> = object({
  version: integer,
  confidence: number,
  passMark: number,
  criteria: list(criterion),
  gates: object({ admission: gate, completion: gate, rollout: gate, adoption: gate }),
  tiers: each(tiers, tier),
  evidenceValidityDays: each(evidenceKinds, number),
  minimumGroup: integer,
  waivers: object({ grantors: integer, mostDays: number }),
  looks: object({ default: integer, most: integer }),
  deadlines: deadlinesShape,
  moderationSpread: number,
  agreement: object({ unreliable: number, tentative: number }),
  drillValidityDays: number,
  restore: object({ shownBy: integer, factor: number, leastMinutes: number, unshownHours: number }),
  terms: object({ conditionDays: number, deputyDays: number }),
  accounts: object({
    linkWaitHours: number,
    soleLinkWaitHours: number,
    passwordLength: integer,
    passwordWords: list(text),
  }),
  reading: oneOf(...readings),
  safeguards: safeguardsShape,
});

export const publishedShape: Shape<PolicyEvent["payload"]> = object({ policy });
