import type { Gate } from "./policy.ts";

/** What a policy may ask for at a gate; src/domain/gates has how each is judged, under the same key. */
export interface KnownCondition {
  readonly key: string;
  /** Where it can be asked. */
  readonly gates: readonly Gate[];
  /** What a policy that takes it on begins with. */
  readonly waivable: boolean;
  readonly deferrable: boolean;
  /** No policy leaves it out, waives or defers it, or asks it of some tiers only: the gate would not decide on evidence. */
  readonly fixed?: true;
}

/** Every condition that this version knows, in the order in which a gate offers those that it does not ask for. */
export const knownConditions: readonly KnownCondition[] = [
  firm("need-stated", ["admission"]),
  deferrable("demand-stated", ["admission"]),
  firm("sponsor-named", ["admission"]),
  negotiable("cost-stated", ["admission", "rollout"]),
  waivable("tier-stated", ["admission"]),
  waivable("similar-considered", ["admission"]),
  firm("data-class-declared", ["admission"]),
  firm("personal-information-declared", ["admission"]),
  waivable("pilot-length-run", ["completion"]),
  waivable("plan-evidence-complete", ["completion"]),
  waivable("evidence-fresh", ["completion", "rollout"]),
  negotiable("incidents-closed", ["completion", "rollout", "adoption"]),
  firm("amendments-explained", ["completion"]),
  fixed("verdict-of-evidence", ["rollout"]),
  fixed("scores-revealed", ["rollout"]),
  firm("moderation-finished", ["rollout"]),
  fixed("evaluators-enough", ["rollout"]),
  negotiable("rater-agreement", ["rollout"]),
  negotiable("needs-covered", ["rollout"]),
  negotiable("assisted-groups", ["rollout"]),
  negotiable("assisted-considered", ["rollout"]),
  negotiable("costs-reported", ["rollout", "adoption"]),
  waivable("committee-opinion", ["rollout"]),
  firm("rollback-planned", ["rollout"]),
  deferrable("rollout-planned", ["rollout"]),
  fixed("waves-complete", ["adoption"]),
  waivable("guards-within", ["adoption"]),
  firm("approval-conditions-fulfilled", ["adoption"]),
  fixed("no-hold", ["adoption"]),
  firm("lower-tier-confirmed", ["completion", "rollout", "adoption"]),
  waivable("impact-assessment", ["admission", "completion", "rollout", "adoption"]),
  waivable("aia", ["admission", "completion", "rollout", "adoption"]),
  waivable("interfaces", ["rollout", "adoption"]),
  waivable("conformance", ["rollout", "adoption"]),
  negotiable("data-record", ["admission", "completion", "rollout", "adoption"]),
  firm("personal-impact", ["admission", "completion", "rollout", "adoption"]),
  waivable("algorithm-dossier", ["admission", "completion", "rollout", "adoption"]),
  waivable("supplier-ties", ["admission", "completion", "rollout", "adoption"]),
  negotiable("independent-audit", ["rollout", "adoption"]),
  waivable("bias", ["rollout", "adoption"]),
  negotiable("risk", ["admission", "completion", "rollout", "adoption"]),
  negotiable("risk-accepted", ["completion", "rollout", "adoption"]),
  waivable("security-baseline", ["completion", "rollout", "adoption"]),
  negotiable("response-plan", ["completion", "rollout", "adoption"]),
  negotiable("training", ["rollout", "adoption"]),
  waivable("channels-kept", ["rollout", "adoption"]),
  firm("incident-clocks", ["completion", "rollout", "adoption"]),
  waivable("consultation", ["completion", "rollout", "adoption"]),
  negotiable("feedback-answered", ["completion", "rollout", "adoption"]),
];

export const conditionsAt = (gate: Gate): readonly KnownCondition[] =>
  knownConditions.filter(({ gates }) => gates.includes(gate));

export const knownCondition = (gate: Gate, key: string): KnownCondition | undefined =>
  conditionsAt(gate).find((condition) => condition.key === key);

type Gates = readonly Gate[];

function firm(key: string, gates: Gates): KnownCondition {
  return { key, gates, waivable: false, deferrable: false };
}

function waivable(key: string, gates: Gates): KnownCondition {
  return { key, gates, waivable: true, deferrable: false };
}

function deferrable(key: string, gates: Gates): KnownCondition {
  return { key, gates, waivable: false, deferrable: true };
}

function negotiable(key: string, gates: Gates): KnownCondition {
  return { key, gates, waivable: true, deferrable: true };
}

function fixed(key: string, gates: Gates): KnownCondition {
  return { key, gates, waivable: false, deferrable: false, fixed: true };
}
