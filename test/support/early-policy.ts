import type { Services } from "../../src/application/services.ts";
import type { JsonObject } from "../../src/domain/words/json.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../src/domain/policy/for-tier.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import type { Indicator } from "../../src/domain/measures/measures.ts";
import { policyStream } from "../../src/domain/policy/publishing/policy-stream.ts";

/** The numbers of then, where the default has others by now. Shares of requests had 30 slices: no look of today passes on them. */
const numbers: { readonly [indicator: string]: Partial<Indicator> } = {
  availability: {
    floor: 0.99,
    target: 0.999,
    value: [
      [0.98, 0],
      [0.99, 60],
      [0.995, 85],
      [0.999, 100],
    ],
    minimumSample: 336,
  },
  "failed-share": {
    floor: 0.01,
    target: 0.001,
    value: [
      [0, 100],
      [0.001, 95],
      [0.01, 60],
      [0.05, 0],
    ],
    minimumSample: 30,
  },
  "within-share": {
    floor: 0.95,
    target: 0.99,
    value: [
      [0.9, 0],
      [0.95, 60],
      [0.99, 90],
      [1, 100],
    ],
    minimumSample: 30,
  },
  volume: { minimumSample: 5 },
  "umux-lite": { minimumSample: 12 },
  seq: { minimumSample: 12 },
  headroom: { floor: 1.2, target: 2, minimumSample: 30 },
  sus: {
    floor: 68,
    target: 80,
    value: [
      [40, 0],
      [68, 60],
      [80, 90],
      [90, 100],
    ],
    minimumSample: 12,
  },
  "task-success": {
    floor: 0.75,
    target: 0.9,
    value: [
      [0.5, 0],
      [0.75, 60],
      [0.9, 90],
      [1, 100],
    ],
    minimumSample: 12,
  },
};

const today = forTier(plainPolicy, null);

/**
 * The house's default up to 0.3.0, which ledgers of then hold: no numbers by tier, two looks, small samples. Pilots of
 * tests are short, so most are judged by it.
 */
export const earlyPolicy: Policy = {
  ...today,
  looks: { default: 2, most: 4 },
  criteria: today.criteria.map((criterion) => ({
    ...criterion,
    floor: criterion.key === "stability" ? 70 : criterion.floor,
    indicators: criterion.indicators.map((one) => ({ ...one, ...numbers[one.key] })),
  })),
};

/** What stands in a ledger of then as version 1; publishing it today would be refused. */
export async function publishEarlyPolicy(
  { ledger, views, clock }: Services,
  policy = earlyPolicy,
  after = 0,
): Promise<void> {
  await ledger.append({
    stream: policyStream,
    expectedVersion: after,
    events: [
      {
        type: "PolicyPublished",
        schema: 4,
        payload: { policy: JSON.parse(JSON.stringify(policy)) as JsonObject },
      },
    ],
    actor: "system",
    role: "system",
    time: clock.now(),
    commandId: `early-policy-${after}`,
    commandDigest: "0".repeat(64),
  });
  await views.catchUp();
}
