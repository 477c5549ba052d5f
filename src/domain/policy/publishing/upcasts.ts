import type { JsonObject } from "../../words/json.ts";
import { laterRules, laterTopics } from "../later-rules.ts";

/** Kinds of evidence that came later, with the days that the house's default gives them. */
const laterKinds = {
  "umux-lite": 365,
  seq: 365,
  satisfaction: 365,
  accessibility: 365,
  outcomes: 365,
  components: 180,
} as const;

/**
 * Schema 1 knew fewer kinds of evidence: a policy of then says nothing about how long the later ones stand. Schema 2 did
 * not limit terms, and had no rules for accounts and reading. Schema 4 asked every condition of every tier, which is what a
 * rule without tiers says.
 */
export const policyUpcasts = {
  PolicyPublished: {
    1: withLaterKinds,
    2: withLaterRules,
    3: withRestoreRules,
    4: asItIs,
    5: withSafeguards,
    6: withLaterTopics,
    7: withLaterTopics,
  },
} as const;

function withLaterKinds(payload: JsonObject): JsonObject {
  const policy = payload["policy"] as JsonObject;
  const evidenceValidityDays = { ...laterKinds, ...(policy["evidenceValidityDays"] as JsonObject) };
  return { ...payload, policy: { ...policy, evidenceValidityDays } };
}

function withLaterRules(payload: JsonObject): JsonObject {
  const { terms, accounts, reading } = laterRules;
  return {
    ...payload,
    policy: { terms: { ...terms }, accounts: { ...accounts }, reading, ...(payload["policy"] as JsonObject) },
  };
}

/** Schema 3 took a promised restore time for evidence. */
function withRestoreRules(payload: JsonObject): JsonObject {
  return { ...payload, policy: { restore: { ...laterRules.restore }, ...(payload["policy"] as JsonObject) } };
}

/** Schema 5 knew no safeguards, and no descriptions of interfaces. */
function withSafeguards(payload: JsonObject): JsonObject {
  const safeguards = { ...laterRules.safeguards, ...laterTopics } as unknown as JsonObject;
  const policy = payload["policy"] as JsonObject;
  const evidenceValidityDays = { interface: 365, ...(policy["evidenceValidityDays"] as JsonObject) };
  return { ...payload, policy: { safeguards, ...policy, evidenceValidityDays } };
}

/** Schema 6 knew the first topics of the safeguards only, and schema 7 nothing of what is published. */
function withLaterTopics(payload: JsonObject): JsonObject {
  const policy = payload["policy"] as JsonObject;
  const safeguards = { ...(laterTopics as unknown as JsonObject), ...(policy["safeguards"] as JsonObject) };
  return { ...payload, policy: { ...policy, safeguards } };
}

function asItIs(payload: JsonObject): JsonObject {
  return payload;
}
