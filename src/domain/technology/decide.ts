import { rejected } from "../words/decision.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { barredReasons } from "../people/bar.ts";
import { allowedIn, decidingCommands, rolesFor } from "./allowed.ts";
import { correctEntry } from "./record/corrections.ts";
import { moderateScore, recordDissent, revealScores, submitScores } from "./evaluation/evaluation.ts";
import { assignEvaluators, declareInterest, releaseEvaluator } from "./evaluation/evaluators.ts";
import { draftConditions } from "./gate/drafting.ts";
import { attachEvidence, withdrawEvidence } from "./evidence/evidence.ts";
import type { Facts } from "./state/facts.ts";
import { fulfilCondition } from "./gate/fulfilment.ts";
import { castVote } from "./gate/cast-vote.ts";
import { closeIncident, recordIncident } from "./incidents/incidents.ts";
import { actsAs, findPerson } from "./state/people.ts";
import { amendPilotPlan, lockPilotPlan, openPilot, stopPilot } from "./pilot/pilot.ts";
import { propose, reviseProposal, withdrawProposal } from "./proposal/proposal.ts";
import { when } from "../words/reasons.ts";
import { recuseApprover } from "./gate/recusal.ts";
import { eraseFile, eraseText, recordLessons } from "./record/record.ts";
import { planRollout, recordDrill } from "./rollout/rollout-plan.ts";
import { holdRollout, resumeRollout, retire, rollBack } from "./rollout/rollout.ts";
import type { Technology, TechnologyCommand, TechnologyCommandType, TechnologyEvent } from "./state/technology.ts";
import { sweep } from "./sweep.ts";
import { grantWaiver, refuseWaiver, requestWaiver } from "./gate/waivers.ts";
import { completeWave, openWave } from "./rollout/waves.ts";
import { withholdEntry } from "./record/withhold.ts";

export { evolve, fold } from "./evolve.ts";
export type { Envelope, PastEvent } from "./state/envelope.ts";

/**
 * What follows from a command: events, or every reason against it. Who may give it and in which stage is common to all;
 * in a wrong stage the chapter is not asked, its reasons would speak of things that are not there.
 */
export const decide = (
  state: Technology | null,
  command: TechnologyCommand,
  facts: Facts,
): Decision<TechnologyEvent> => {
  const who = actorReasons(command.type, facts);
  const where = stageReasons(state, command);
  if (where.length > 0) return rejected(...who, ...where);
  const decision = inChapter(state, command, facts);
  if (who.length === 0) return decision;
  return rejected(...who, ...(decision.kind === "rejected" ? beside(who, decision.reasons) : []));
};

/** Chapters check persons with their own rules too: what was said already is not said twice. */
const beside = (said: readonly Reason[], more: readonly Reason[]): readonly Reason[] =>
  more.filter(({ code, field }) => field !== undefined || !said.some((one) => one.code === code));

export const actorReasons = (type: TechnologyCommandType, f: Facts): readonly Reason[] => {
  const roles = rolesFor[type];
  const { id } = f.actor;
  if (id === "system") return when(!roles.includes("system"), "NotForTheSystem");
  if (findPerson(f, id) === undefined) return when(true, "PersonDisabled", undefined, { person: id });
  const may = roles.some((role) => role !== "system" && actsAs(f, id, role));
  return [
    ...when(!may, "RoleMissing", undefined, { person: id, roles: [...roles] }),
    ...(decidingCommands.has(type) ? barredReasons(f, id) : []),
  ];
};

const stageReasons = (t: Technology | null, { type }: TechnologyCommand): readonly Reason[] => {
  if (type === "Propose") return when(t !== null, "SlugTaken", "slug", { slug: t?.slug ?? null });
  if (t === null) return when(true, "TechnologyUnknown");
  const allowed = allowedIn[type];
  return when(!allowed.includes(t.stage), "NotInThisStage", undefined, { stage: t.stage, allowed: [...allowed] });
};

const inChapter = (t: Technology | null, command: TechnologyCommand, f: Facts): Decision<TechnologyEvent> => {
  if (command.type === "Propose") return propose(command, f);
  if (t === null) throw new Error(`${command.type} on nothing`);
  return dispatch(t, command.type, command, f);
};

type Later = { readonly [T in Exclude<TechnologyCommandType, "Propose">]: Extract<TechnologyCommand, { type: T }> };

const deciders: { readonly [T in keyof Later]: (t: Technology, c: Later[T], f: Facts) => Decision<TechnologyEvent> } = {
  ReviseProposal: reviseProposal,
  WithdrawProposal: withdrawProposal,
  LockPilotPlan: lockPilotPlan,
  AmendPilotPlan: amendPilotPlan,
  OpenPilot: openPilot,
  AttachEvidence: attachEvidence,
  WithdrawEvidence: withdrawEvidence,
  RecordIncident: recordIncident,
  CloseIncident: closeIncident,
  StopPilot: stopPilot,
  AssignEvaluators: assignEvaluators,
  DeclareInterest: declareInterest,
  SubmitScores: submitScores,
  ReleaseEvaluator: releaseEvaluator,
  RevealScores: revealScores,
  ModerateScore: moderateScore,
  RecordDissent: recordDissent,
  RequestWaiver: requestWaiver,
  GrantWaiver: grantWaiver,
  RefuseWaiver: refuseWaiver,
  RecuseApprover: recuseApprover,
  DraftConditions: draftConditions,
  CastVote: castVote,
  FulfilCondition: fulfilCondition,
  PlanRollout: planRollout,
  RecordDrill: recordDrill,
  OpenWave: openWave,
  HoldRollout: holdRollout,
  ResumeRollout: resumeRollout,
  CompleteWave: completeWave,
  RollBack: rollBack,
  Retire: retire,
  RecordLessons: recordLessons,
  CorrectEntry: correctEntry,
  EraseText: eraseText,
  EraseFile: eraseFile,
  WithholdEntry: withholdEntry,
  Sweep: sweep,
};

const dispatch = <T extends keyof Later>(t: Technology, type: T, command: Later[T], f: Facts) =>
  deciders[type](t, command, f);
