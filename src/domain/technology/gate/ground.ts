import { canonicalJson } from "../../words/canonical.ts";
import { sha256 } from "../../words/digest.ts";
import { onceOnGround } from "../../words/once-beside.ts";
import { assessGate } from "../../gates/assess.ts";
import { withoutNames } from "../../gates/assess-then.ts";
import { withoutAges } from "../state/condition-result.ts";
import type { ConditionResult } from "../state/condition-result.ts";
import { lastLook } from "../../gates/dossier-of.ts";
import type { Moment } from "../../gates/dossier-of.ts";
import { thingsAsJson } from "../state/thing.ts";
import type { JsonObject } from "../../words/json.ts";
import type { Gate, Policy } from "../../policy/policy.ts";
import type { Verdict } from "../../scoring/verdict-types.ts";
import type { DatedCondition, VoteOption } from "../state/decision.ts";
import type { Vote } from "../state/gate.ts";
import type { Technology } from "../state/technology.ts";

/**
 * What a vote rests on, as one digest: every condition with its reason and what it names (under a waiver, what the
 * waiver covers), the numbers of the verdict and the drafted list. A decision form carries it; only when it changed is
 * the form stale.
 */
export const groundOf = (gate: Gate, t: Technology, policy: Policy, moment: Moment): string =>
  groundFor("approve-with-conditions", gate, t, assessGate(gate, t, policy, moment));

/** Only approval with conditions is voted on the drafted list, so editing it leaves the other votes alone. */
export const groundFor = (
  option: VoteOption,
  gate: Gate,
  t: Technology,
  conditions: readonly ConditionResult[],
): string => (option === "approve-with-conditions" ? drafted : plain)(t, gate, conditions);

const drafted = onceOnGround((t: Technology, gate: Gate, conditions: readonly ConditionResult[]) =>
  digest(conditions, verdictAt(gate, t), t.ballots[gate]?.draft ?? []),
);
const plain = onceOnGround((t: Technology, gate: Gate, conditions: readonly ConditionResult[]) =>
  digest(conditions, verdictAt(gate, t), []),
);

const verdictAt = (gate: Gate, t: Technology): Verdict | null =>
  gate === "rollout" ? (lastLook(t)?.verdict ?? null) : null;

/** True where the vote was given on what stands now. Votes cast while grounds named nothing are held to those grounds. */
export const standsOn = (
  { ground, option }: Vote,
  gate: Gate,
  t: Technology,
  conditions: readonly ConditionResult[],
): boolean =>
  ground === groundFor(option, gate, t, conditions) ||
  ground === groundFor(option, gate, t, conditions.map(withoutNames));

const digest = (
  conditions: readonly ConditionResult[],
  verdict: Verdict | null,
  draft: readonly DatedCondition[],
): string =>
  sha256(
    canonicalJson({
      conditions: conditions.map(({ key, status, reason, names, beneath }) => ({
        key,
        status,
        code: reason.code,
        params: withoutAges(reason.params),
        ...(names !== undefined && { names: thingsAsJson(beneath?.covers ?? names) }),
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
