import { publishedStages } from "../../policy/safeguards/publishing.ts";
import type { PublishingRules } from "../../policy/safeguards/publishing.ts";
import { addDays } from "../../words/days.ts";
import { accepted } from "../../words/decision.ts";
import type { Decision } from "../../words/decision.ts";
import type { Day } from "../../words/text.ts";
import type { Facts } from "../state/facts.ts";
import type { Decided } from "../state/gate.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/**
 * Decisions that may be told outside and are not yet, oldest first. A decision is told once its embargo is over and none
 * before it waits; nothing is told of a technology before one of those decisions led it into the stage that the policy
 * names, and then all that came before is.
 */
export function decisionsToTell(t: Technology, rules: PublishingRules, today: Day): readonly Decided[] {
  const waiting = t.decisions.findIndex(({ record }) => addDays(record.today, rules.embargoDays) > today);
  const over = waiting < 0 ? t.decisions : t.decisions.slice(0, waiting);
  const last = over.at(-1)?.position ?? 0;
  const reached = t.passages.some(({ stage, position }) => position <= last && isFrom(stage, rules));
  if (!reached && t.published.length === 0) return [];
  return over.filter(({ position }) => !t.published.some(({ decision }) => decision === position));
}

const isFrom = (stage: string, { from }: PublishingRules): boolean =>
  publishedStages.findIndex((known) => known === stage) >= publishedStages.indexOf(from);

/** What was told once stays told, whatever a later policy says; asked again it finds nothing. */
export const publishDecisions = (
  t: Technology,
  _: CommandOf<"PublishDecisions">,
  { policy, today }: Facts,
): Decision<TechnologyEvent> =>
  accepted(
    ...decisionsToTell(t, policy.safeguards.publishing, today).map(
      ({ position, gate, outcome, conditions, record }): TechnologyEvent => ({
        type: "DecisionPublished",
        schema: 1,
        payload: {
          decision: position,
          gate,
          outcome,
          decidedOn: record.today,
          conditions: conditions.length,
          verdict: record.verdict?.outcome ?? null,
        },
      }),
    ),
  );
