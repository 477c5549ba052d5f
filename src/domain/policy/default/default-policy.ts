import { capacity } from "./capacity.ts";
import { defaultGates, plainGates } from "./gates.ts";
import { defaultDeadlines } from "../deadlines.ts";
import { laterRules, laterTopics } from "../later-rules.ts";
import { stability } from "./stability.ts";
import { usability } from "./usability.ts";
import type { Policy } from "../policy.ts";

/** What a body starts with that takes the safeguards on later. */
export const plainPolicy: Policy = {
  version: 1,
  confidence: 0.95,
  passMark: 70,
  criteria: [stability, capacity, usability],
  gates: plainGates,
  tiers: {
    I: { minimumPilotDays: 14, minimumEvaluators: 2 },
    II: { minimumPilotDays: 28, minimumEvaluators: 2 },
    III: { minimumPilotDays: 60, minimumEvaluators: 3 },
    IV: { minimumPilotDays: 90, minimumEvaluators: 3 },
  },
  evidenceValidityDays: {
    load: 180,
    availability: 180,
    volume: 180,
    sus: 365,
    "umux-lite": 365,
    seq: 365,
    tasks: 365,
    satisfaction: 365,
    accessibility: 365,
    outcomes: 365,
    components: 180,
    interface: 365,
    document: 730,
  },
  // The size under which published cells could point at a person.
  minimumGroup: 10,
  waivers: { grantors: 2, mostDays: 180 },
  // Every further look costs confidence at all of them.
  looks: { default: 1, most: 4 },
  deadlines: defaultDeadlines,
  moderationSpread: 2,
  agreement: { unreliable: 0.667, tentative: 0.8 },
  drillValidityDays: 90,
  ...laterRules,
  safeguards: { ...laterRules.safeguards, ...laterTopics },
};

/**
 * What a body starts with, from the house's measurement methods; published by the system at set-up as version 1.
 * Every number here is the body's to change in a later version.
 */
export const defaultPolicy: Policy = { ...plainPolicy, gates: defaultGates, safeguards: laterRules.safeguards };
