import type { Role } from "../../domain/people/roles.ts";
import type { ConditionResult, Sentence } from "../../domain/technology/state/condition-result.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";

/** How an open condition is met as things stand, and whose turn it is. */
export type Advice = { readonly remedy: Sentence; readonly role: Role };

/**
 * A condition is recorded with one remedy; what its technology has come to may leave no such way. Nobody is told to amend a
 * plan that is not there, to attach where nothing can be attached, or to hurry for a look that is not to come.
 */
export function adviceOn(technology: Technology, condition: ConditionResult): Advice | null {
  const { key, remedy, owner } = condition;
  if (remedy === null) return null;
  return fitting[key]?.(technology, condition) ?? { remedy, role: owner };
}

type Fitting = (t: Technology, condition: ConditionResult) => Advice | null;

const say = (code: string, role: Role, params: Sentence["params"] = {}): Advice => ({
  remedy: { code: `conditions:advice.${code}`, params },
  role,
});

const isPilotOpened = ({ plan }: Technology): boolean => plan !== null && plan.openedOn !== null;

/** The first day on which newer evidence may come to count; undefined where the plan has no look left. */
export function nextLookOf({ plan, looks }: Pick<Technology, "plan" | "looks">): string | undefined {
  if (plan === null) return undefined;
  const taken = looks.filter((look) => look.plan === plan.number).length;
  return plan.plan.looks[taken];
}

const byLook: Fitting = (t) => {
  if (!isPilotOpened(t)) return say("openPilot", "planner");
  const day = nextLookOf(t);
  return day === undefined ? say("noLook", "approver") : say("beforeLook", "planner", { due: day });
};

const byEvidence: Fitting = (t) => (isPilotOpened(t) ? null : say("openPilot", "planner"));

/** At the rollout gate the last look counts: what is attached after it changes nothing there. */
const byFreshEvidence: Fitting = (t, condition) => (t.stage === "evaluating" ? byLook : byEvidence)(t, condition);

const byPlan: Fitting = (t) => {
  if (t.plan === null) return say("lockPlan", "planner");
  return t.stage === "piloting" ? null : say("noAmendment", "approver");
};

const byProposal: Fitting = ({ stage }) => (stage === "proposed" ? null : say("noRevision", "planner"));

const byScores: Fitting = ({ evaluation }) => {
  if (evaluation === null) return say("assign", "approver");
  return evaluation.revealed === null ? say("score", "evaluator") : null;
};

const byWaves: Fitting = ({ rollout, stage }) => {
  if (rollout === null || rollout.waves.length === 0) return say("planRollout", "planner");
  if (stage !== "rolling-out") return say("afterApproval", "approver");
  return rollout.hold === null ? null : say("resume", "approver");
};

const byGuards: Fitting = (t, condition) => {
  const waves = byWaves(t, condition);
  if (waves !== null) return waves;
  return t.rollout?.waves.at(-1)?.state === "planned" ? say("lastWave", "planner") : null;
};

const fitting: { readonly [condition: string]: Fitting | undefined } = {
  "verdict-of-evidence": byLook,
  "plan-evidence-complete": byEvidence,
  "evidence-fresh": byFreshEvidence,
  "rollback-planned": byPlan,
  "amendments-explained": byPlan,
  "pilot-length-run": (t) => (isPilotOpened(t) ? null : say("letRun", "planner")),
  "scores-revealed": byScores,
  "moderation-finished": byScores,
  "rater-agreement": byScores,
  "needs-covered": byScores,
  "waves-complete": byWaves,
  "guards-within": byGuards,
  "need-stated": byProposal,
  "demand-stated": byProposal,
  "sponsor-named": byProposal,
  "cost-stated": byProposal,
  "tier-stated": byProposal,
  "similar-considered": byProposal,
  "data-class-declared": byProposal,
  "personal-information-declared": byProposal,
};
