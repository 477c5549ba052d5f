import { forTier } from "../../policy/for-tier.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Facts } from "./facts.ts";
import type { Technology } from "./technology.ts";

/**
 * The policy that decides about a technology: the version its plan pinned, the newest while there is no plan, with what
 * it asks of the technology's tier. A pinned version that the facts do not carry is a bug of whoever gathered them.
 */
export function pinnedPolicy(t: Technology, f: Facts): Policy {
  if (t.plan === null || t.plan.policyVersion === f.policy.version) return forTier(f.policy, t.tier);
  const pinned = f.policies[t.plan.policyVersion];
  if (pinned === undefined) throw new Error(`Facts lack policy version ${t.plan.policyVersion}`);
  return forTier(pinned, t.tier);
}
