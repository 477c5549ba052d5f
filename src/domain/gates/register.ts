import { amendmentsExplained } from "./amendments-explained.ts";
import { assistedConsidered } from "./assisted-considered.ts";
import { assistedGroups } from "./assisted-groups.ts";
import { approvalConditionsFulfilled } from "./approval-conditions-fulfilled.ts";
import { lowerTierConfirmed } from "./lower-tier-confirmed.ts";
import { committeeOpinion } from "./committee-opinion.ts";
import { consultation } from "./consultation.ts";
import { costStated } from "./cost-stated.ts";
import { costsReported } from "./costs-reported.ts";
import { dataClassDeclared } from "./data-class-declared.ts";
import { demandStated } from "./demand-stated.ts";
import type { Condition } from "./dossier.ts";
import { evaluatorsEnough } from "./evaluators-enough.ts";
import { evidenceFresh } from "./evidence-fresh.ts";
import { feedbackAnswered } from "./feedback-answered.ts";
import { guardsWithin } from "./guards-within.ts";
import { incidentClocks } from "./incident-clocks.ts";
import { incidentsClosed } from "./incidents-closed.ts";
import { moderationFinished } from "./moderation-finished.ts";
import { needStated } from "./need-stated.ts";
import { needsCovered } from "./needs-covered.ts";
import { noHold } from "./no-hold.ts";
import { personalInformationDeclared } from "./personal-information-declared.ts";
import { pilotLengthRun } from "./pilot-length-run.ts";
import { planEvidenceComplete } from "./plan-evidence-complete.ts";
import { raterAgreement } from "./rater-agreement.ts";
import { riskAccepted } from "./risk-accepted.ts";
import { rollbackPlanned } from "./rollback-planned.ts";
import { safeguardConditions } from "./safeguard.ts";
import { rolloutPlanned } from "./rollout-planned.ts";
import { scoresRevealed } from "./scores-revealed.ts";
import { similarConsidered } from "./similar-considered.ts";
import { sponsorNamed } from "./sponsor-named.ts";
import { tierStated } from "./tier-stated.ts";
import { verdictOfEvidence } from "./verdict-of-evidence.ts";
import { wavesComplete } from "./waves-complete.ts";

const register = {
  "need-stated": needStated,
  "demand-stated": demandStated,
  "sponsor-named": sponsorNamed,
  "cost-stated": costStated,
  "tier-stated": tierStated,
  "similar-considered": similarConsidered,
  "data-class-declared": dataClassDeclared,
  "personal-information-declared": personalInformationDeclared,
  "pilot-length-run": pilotLengthRun,
  "plan-evidence-complete": planEvidenceComplete,
  "evidence-fresh": evidenceFresh,
  "incidents-closed": incidentsClosed,
  "incident-clocks": incidentClocks,
  "amendments-explained": amendmentsExplained,
  "verdict-of-evidence": verdictOfEvidence,
  "scores-revealed": scoresRevealed,
  "moderation-finished": moderationFinished,
  "evaluators-enough": evaluatorsEnough,
  "rater-agreement": raterAgreement,
  "needs-covered": needsCovered,
  "assisted-groups": assistedGroups,
  "assisted-considered": assistedConsidered,
  "costs-reported": costsReported,
  "committee-opinion": committeeOpinion,
  "rollback-planned": rollbackPlanned,
  "rollout-planned": rolloutPlanned,
  "waves-complete": wavesComplete,
  "guards-within": guardsWithin,
  "approval-conditions-fulfilled": approvalConditionsFulfilled,
  "lower-tier-confirmed": lowerTierConfirmed,
  "no-hold": noHold,
  "risk-accepted": riskAccepted,
  "feedback-answered": feedbackAnswered,
  consultation,
  ...safeguardConditions,
} satisfies { readonly [key: string]: Condition };

export type ConditionKey = keyof typeof register;

const conditions: ReadonlyMap<string, Condition> = new Map(Object.entries(register));

export const registeredConditions: readonly string[] = Object.keys(register);

/** A published policy names known conditions only (checkPolicy), so an unknown key is a bug, never a condition met. */
export function conditionOf(key: string): Condition {
  const condition = conditions.get(key);
  if (condition === undefined) throw new Error(`No condition is called ${key}`);
  return condition;
}
