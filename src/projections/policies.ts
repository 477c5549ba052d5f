import { defaultPolicy } from "../domain/policy/default/default-policy.ts";
import { forTier } from "../domain/policy/for-tier.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Tier } from "../domain/words/tier.ts";
import { answersPer } from "./answers-per-state.ts";
import type { PublishedPolicy } from "./record-kinds.ts";
import type { Records } from "./records.ts";

export interface Policies {
  /** The newest published one; the default before set-up has published it. */
  current(): Policy;
  version(version: number): Policy | null;
  /** The version a plan was locked with, the newest without one, with what it asks of the technology's tier. */
  pinnedBy(plan: { readonly policyVersion: number } | null, tier: Tier): Policy;
  byVersion(): { readonly [version: number]: Policy };
  /** Newest first. */
  all(): readonly PublishedPolicy[];
}

export function policiesReader(records: Records): Policies {
  // Asked for at every request, and for every technology that is written.
  const answers = answersPer(() => String(records.changes));
  const published = () => records.all<readonly PublishedPolicy[]>("policy").get("") ?? [];
  const current = () => published().at(-1)?.policy ?? defaultPolicy;
  const version = (wanted: number) => published().find(({ policy }) => policy.version === wanted)?.policy ?? null;
  return {
    current,
    version,
    pinnedBy: (plan, tier) => forTier((plan === null ? null : version(plan.policyVersion)) ?? current(), tier),
    byVersion: () =>
      answers("by version", () => Object.fromEntries(published().map(({ policy }) => [policy.version, policy]))),
    all: () => answers("all", () => published().toReversed()),
  };
}
