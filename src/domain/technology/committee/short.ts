import { committeeRulesOf } from "../../policy/safeguards/committee.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Day } from "../../words/text.ts";
import type { Panel } from "../state/committee.ts";
import { isOver, tallyOf } from "../state/panel-tally.ts";
import type { Technology } from "../state/technology.ts";
import { asksForCommittee } from "./asks-for-committee.ts";

/** Its day is over, and fewer opinions are there than the gate asks for: only another day brings more. */
export const endedShort = (t: Technology, panel: Panel, policy: Policy, today: Day): boolean =>
  asksForCommittee(t, policy) && isOver(panel, today) && tallyOf(t, panel).given < quorumFor(t, policy);

/**
 * Recusals have left fewer members than the gate asks opinions of, before the day is over: waiting brings nothing, and
 * the places of those who recused themselves are free.
 */
export function cannotReach(t: Technology, panel: Panel, policy: Policy, today: Day): boolean {
  const { given, older, awaited, recused } = tallyOf(t, panel);
  return !isOver(panel, today) && recused > 0 && given + older + awaited < quorumFor(t, policy);
}

const quorumFor = ({ tier }: Technology, policy: Policy): number => committeeRulesOf(policy).quorum[tier];
