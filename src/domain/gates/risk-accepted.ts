import { acceptanceOf } from "../safeguards/risk-acceptance.ts";
import { risksOf, riskKey, worstFirst } from "../safeguards/risk-register.ts";
import type { RegisteredRisk } from "../safeguards/risk-register.ts";
import { rankOf } from "../safeguards/risk-residual.ts";
import { standingOf } from "../safeguards/standing.ts";
import { riskKind } from "../safeguard-kinds/risk.ts";
import { safeguardsOf } from "../technology/state/safeguards.ts";
import type { Thing } from "../technology/state/thing.ts";
import { earliestDay } from "../words/days.ts";
import type { JsonObject } from "../words/json.ts";
import type { Condition, ConditionFinding, Dossier } from "./dossier.ts";
import { findings } from "./finding.ts";

const byPlanner = findings("risk-accepted", "planner");
const byApprover = findings("risk-accepted", "approver");

/**
 * What is left of each risk is low enough for its family, or a named approver answers for it now; and no treatment is over
 * its day, where the policy lets that block. Of what nobody has stated or reviewed, nobody knows.
 */
export const riskAccepted: Condition = (dossier) => {
  const { technology: t, policy, today } = dossier;
  const statements = safeguardsOf(t, riskKey);
  if (statements.length === 0) return byPlanner.unknown("itself", "none");
  const risks = worstFirst(risksOf(t, policy, today));
  const unanswered = risks.filter((risk) => isUnanswered(risk, dossier));
  const overdue = policy.safeguards.riskRegister.overdueBlocks
    ? risks.filter(({ treatment }) => treatment.isOverdue)
    : [];
  const unreviewed = statements.filter(
    (statement) => standingOf(riskKind, statement, t, policy, today).state !== "in-force",
  );
  const names = [
    ...unanswered.map(aboveThing),
    ...overdue.map(overdueThing),
    ...unreviewed.map(({ item, digest }): Thing => ({ kind: "risk", id: `${item}/unreviewed/${digest}` })),
  ];
  const [worst] = unanswered;
  if (worst !== undefined) return above(worst, names, unanswered.length - 1, dossier);
  const [late] = overdue;
  if (late !== undefined) {
    const due = earliestDay(overdue.flatMap(({ treatment }) => treatment.by ?? []));
    return byPlanner.unmet(names, "overdue", { ...named(late), more: overdue.length - 1 }, due);
  }
  const [open] = unreviewed;
  if (open !== undefined)
    return byPlanner.unknown(names, "unreviewed", { item: open.item, more: unreviewed.length - 1 });
  return byApprover.met(risks.some(({ isAbove }) => isAbove) ? "met-accepted" : "met", stoodThen(risks));
};

const isUnanswered = (risk: RegisteredRisk, { technology, today }: Dossier): boolean =>
  risk.isAbove && acceptanceOf(risk, technology, today).state !== "standing";

/** Whoever waives it waives this risk as it is: edited, it is another, and higher it is worse. */
const aboveThing = ({ item, safeguard, residual }: RegisteredRisk): Thing => ({
  kind: "risk",
  id: `${item}/above/${safeguard.digest}`,
  at: rankOf(residual.rating.level),
});

const overdueThing = ({ item, treatment }: RegisteredRisk): Thing => ({
  kind: "risk",
  id: `${item}/overdue/${treatment.by ?? ""}`,
});

const named = ({ item, name, family }: RegisteredRisk): JsonObject => ({ item, risk: name, family });

function above(
  risk: RegisteredRisk,
  names: readonly Thing[],
  more: number,
  { technology, today }: Dossier,
): ConditionFinding {
  const standing = acceptanceOf(risk, technology, today);
  const variant = standing.state === "lapsed" ? `lapsed-${standing.why}` : `above-${standing.state}`;
  const params = { ...named(risk), level: risk.residual.rating.level, appetite: risk.appetite, more };
  return (standing.state === "asked" ? byApprover : byPlanner).unmet(names, variant, params);
}

/** What a decision's record keeps: the level that was left of each, and until when somebody answers for which. */
function stoodThen(risks: readonly RegisteredRisk[]): JsonObject {
  return {
    count: risks.filter(({ isAbove }) => isAbove).length,
    levels: Object.fromEntries(risks.map(({ item, residual }) => [item, residual.rating.level])),
  };
}
