import { committeeRulesOf } from "../policy/safeguards/committee.ts";
import { conditionsOf, panelNow } from "../technology/state/committee.ts";
import type { Panel } from "../technology/state/committee.ts";
import { isOver, tallyOf } from "../technology/state/panel-tally.ts";
import type { Thing } from "../technology/state/thing.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const asked = findings("committee-opinion", "approver");
const answered = findings("committee-opinion", "planner");

/**
 * Experts from elsewhere have given their opinion on what stands now: as many as the policy asks for, more of them for it
 * than against, and each of their conditions is answered, done or not. Abstentions and recusals are no opinions and lower
 * nothing.
 */
export const committeeOpinion: Condition = ({ technology: t, policy, today }) => {
  const panel = panelNow(t);
  const quorum = committeeRulesOf(policy).quorum[t.tier];
  if (panel === null) return asked.unknown("itself", "none", { quorum });
  const tally = tallyOf(t, panel);
  const conditions = conditionsOf(panel);
  const open = conditions.filter(({ answer }) => answer === null).map(({ condition }) => condition);
  const declined = conditions.filter(({ answer }) => answer?.done === false).length;
  const params = { ...tally, quorum, conditions: open, count: conditions.length, declined };
  const unanswered = open.map((id): Thing => ({ kind: "advice-condition", id, of: numberOf(panel) }));
  if (tally.given < quorum) {
    const missing: Thing = { kind: "advice", id: "missing", of: numberOf(panel), at: quorum - tally.given };
    const variant = tally.older > 0 ? "older" : "awaited";
    return isOver(panel, today)
      ? asked.unmet([missing, ...unanswered], `${variant}-over`, params, panel.deadline)
      : asked.unknown([missing, ...unanswered], variant, params, panel.deadline);
  }
  if (tally.against >= tally.for) {
    const against: Thing = { kind: "advice", id: "against", of: numberOf(panel), at: tally.against };
    return asked.unmet([against, ...unanswered], tally.against === tally.for ? "tied" : "against", params);
  }
  if (open.length > 0) return answered.unmet(unanswered, "unanswered", params);
  return asked.met(declined > 0 ? "declined" : tally.against > 0 ? "split" : "met", params);
};

const numberOf = ({ panel }: Panel): number => Number(panel.slice(1));
