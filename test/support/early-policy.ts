import type { Services } from "../../src/application/services.ts";
import type { JsonObject } from "../../src/domain/json.ts";
import { defaultPolicy } from "../../src/domain/policy/default.ts";
import { forTier } from "../../src/domain/policy/for-tier.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import { policyStream } from "../../src/projections/record-kinds.ts";

/** Minimum samples of then; the shares of requests had no more than 30 slices, which can never pass a look of today. */
const samples: { readonly [indicator: string]: number } = {
  availability: 336,
  "failed-share": 30,
  "within-share": 30,
  headroom: 30,
  sus: 12,
  "task-success": 12,
  volume: 5,
};

/**
 * The house's default up to 0.3.0, which ledgers of then hold: no numbers by tier, two looks, small samples. Pilots of
 * tests are short, so most are judged by it.
 */
export const earlyPolicy: Policy = {
  ...forTier(defaultPolicy, null),
  looks: { default: 2, most: 4 },
  criteria: forTier(defaultPolicy, null).criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => ({ ...one, minimumSample: samples[one.key] ?? one.minimumSample })),
  })),
};

/** What stands in a ledger of then as version 1; publishing it today would be refused. */
export async function publishEarlyPolicy({ ledger, views, clock }: Services): Promise<void> {
  await ledger.append({
    stream: policyStream,
    expectedVersion: 0,
    events: [
      {
        type: "PolicyPublished",
        schema: 4,
        payload: { policy: JSON.parse(JSON.stringify(earlyPolicy)) as JsonObject },
      },
    ],
    actor: "system",
    role: "system",
    time: clock.now(),
    commandId: "early-policy",
    commandDigest: "0".repeat(64),
  });
  await views.catchUp();
}
