import type { Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { Language } from "../view/languages.ts";

/** What a tier asks for in days, evaluators and votes. */
export function obligations({ t, format }: Language, policy: Policy, tier: Tier): string {
  const { minimumPilotDays, minimumEvaluators } = policy.tiers[tier];
  return t("proposal:obligations", {
    days: format.days(minimumPilotDays),
    evaluators: minimumEvaluators,
    admission: policy.gates.admission.quorum[tier],
    rollout: policy.gates.rollout.quorum[tier],
  });
}
