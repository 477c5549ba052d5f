import { wholeIn } from "../../words/check-number.ts";
import type { Reason } from "../../words/decision.ts";
import { day, each, number, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";

/**
 * How the expert committee is asked. The size follows practice for tender evaluation committees in China: odd, at least
 * five, seven and more for what is large or disputed. The quorum is of opinions given, an absolute number: where
 * abstentions count for it, abstaining helps a proposal to pass (voteagora/optimism-governor#36, AxLabs/grantshares#38).
 */
export interface CommitteeRules {
  readonly source: string;
  readonly date: Day;
  /** Opinions for or against that there must be, by tier; abstentions and recusals are none, and never lower it. */
  readonly quorum: { readonly [T in Tier]: number };
  /** Members asked together, at least; odd. */
  readonly leastAsked: { readonly [T in Tier]: number };
  /** Days from an invitation to its deadline, at most. */
  readonly answerDays: number;
  /** Days a member is appointed for, at most. */
  readonly termDays: number;
}

export const committeeDefault: CommitteeRules = {
  source: "惯例，无统一规定：评标委员会为奇数、五人以上，重大事项七人以上。原文未核对，由使用单位核实",
  date: "2026-11-30",
  quorum: { I: 3, II: 3, III: 3, IV: 5 },
  leastAsked: { I: 3, II: 3, III: 5, IV: 7 },
  answerDays: 60,
  termDays: 1096,
};

export const committeeShape: Shape<CommitteeRules> = object({
  source: text,
  date: day,
  quorum: each(tiers, number),
  leastAsked: each(tiers, number),
  answerDays: number,
  termDays: number,
});

/** @param at where the numbers stand in the policy */
export const checkCommittee = (rules: CommitteeRules, at = "safeguards.committee"): readonly Reason[] => [
  ...tiers.flatMap((tier) => [
    ...wholeIn(`${at}.quorum.${tier}`, rules.quorum[tier], 1, 99),
    ...oddIn(`${at}.leastAsked.${tier}`, rules.leastAsked[tier]),
    ...(rules.quorum[tier] > rules.leastAsked[tier]
      ? [{ code: "CommitteeQuorumOverSize", field: `${at}.quorum.${tier}`, params: { tier } }]
      : []),
  ]),
  ...wholeIn(`${at}.answerDays`, rules.answerDays, 1, 366),
  ...wholeIn(`${at}.termDays`, rules.termDays, 1, 3660),
];

function oddIn(field: string, value: number): readonly Reason[] {
  const reasons = wholeIn(field, value, 1, 99);
  return reasons.length > 0 || value % 2 === 1 ? reasons : [{ code: "CommitteeSizeNotOdd", field, params: { value } }];
}

/** Those of a policy. */
export const committeeRulesOf = ({ safeguards }: Asking): CommitteeRules => safeguards.committee;

interface Asking {
  readonly safeguards: { readonly committee: CommitteeRules };
}
