import { canonicalJson } from "../canonical.ts";
import { sha256 } from "../digest.ts";
import { assessGate, lastLook } from "../gates/assess.ts";
import type { Moment } from "../gates/assess.ts";
import type { ConditionResult } from "../gates/condition.ts";
import type { JsonObject } from "../json.ts";
import type { Gate, Policy } from "../policy/policy.ts";
import type { Verdict } from "../scoring/verdict-types.ts";
import type { DatedCondition, VoteOption } from "./events.ts";
import type { Technology } from "./state.ts";

/**
 * What a vote rests on, as one digest: every condition with its reason, the numbers of the verdict and the drafted
 * list. A decision form carries it; only when it changed is the form stale.
 */
export const groundOf = (gate: Gate, t: Technology, policy: Policy, moment: Moment): string =>
  groundFor("approve-with-conditions", gate, t, assessGate(gate, t, policy, moment));

/** Only approval with conditions is voted on the drafted list, so editing it leaves the other votes alone. */
export const groundFor = (
  option: VoteOption,
  gate: Gate,
  t: Technology,
  conditions: readonly ConditionResult[],
): string =>
  digest(
    conditions,
    gate === "rollout" ? (lastLook(t)?.verdict ?? null) : null,
    option === "approve-with-conditions" ? (t.ballots[gate]?.draft ?? []) : [],
  );

const digest = (
  conditions: readonly ConditionResult[],
  verdict: Verdict | null,
  draft: readonly DatedCondition[],
): string =>
  sha256(
    canonicalJson({
      conditions: conditions.map(({ key, status, reason }) => ({
        key,
        status,
        code: reason.code,
        params: reason.params,
      })),
      verdict: verdict === null ? null : numbersOf(verdict),
      draft: draft.map(({ condition, text, dueOn, owner }) => ({ condition, text, dueOn, owner })),
    }),
  );

/** What the verdict decided on; how it is drawn (histogram, means) may differ without moving anybody's ground. */
const numbersOf = (verdict: Verdict): JsonObject => ({
  outcome: verdict.outcome,
  methodVersion: verdict.methodVersion,
  lookConfidence: verdict.lookConfidence,
  reachesPassMark: {
    lower: { ...verdict.reachesPassMark.lower },
    upper: { ...verdict.reachesPassMark.upper },
  },
  criteria: verdict.criteria.map(({ id, state }) => ({ id, state })),
  indicators: verdict.indicators.map(({ id, state, measured }) => ({
    id,
    state,
    measured: measured === undefined ? null : { ...measured },
  })),
});
