import { canonicalJson } from "../../domain/words/canonical.ts";
import { sha256 } from "../../domain/words/digest.ts";
import type { Json } from "../../domain/words/json.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { scoringVersion } from "../../domain/scoring/method-version.ts";
import type { Job } from "./jobs.ts";

/** One simulation by everything that its numbers follow from: the policy's own, samples, truth and methods, no words. */
export function keyOf({ design, ...rest }: Job): string {
  const { policy, ...asked } = design;
  const whole = { rest, asked, policy: numbersOf(policy), method: scoringVersion };
  return sha256(canonicalJson(whole as unknown as Json));
}

const numbersOf = ({ confidence, passMark, minimumGroup, restore, criteria }: Policy) => ({
  ...{ confidence, passMark, minimumGroup, restore },
  criteria: criteria.map(({ key, weight, floor, indicators }) => ({
    ...{ key, weight, floor },
    indicators: indicators.map(({ name: _, rubric: __, ...numbers }) => numbers),
  })),
});
