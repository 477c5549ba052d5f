import { allowedIn } from "./allowed.ts";
import { isBefore } from "../words/days.ts";
import { evaluatorOf, isActive, notAssigned } from "./state/evaluators.ts";
import type { ActorFacts } from "../people/facts.ts";
import type { Facts } from "./state/facts.ts";
import { mayWithdraw } from "./evidence/evidence.ts";
import { openGate } from "./state/open-gate.ts";
import { openWaveOf } from "./state/guards-of-wave.ts";
import { isInForce, isWithheld } from "./state/in-force.ts";
import { restated } from "./state/moderation.ts";
import { keptFromDeciding, mayAuthor, mayDecide, rolesOf } from "./state/people.ts";
import type { Technology, TechnologyCommandType } from "./state/technology.ts";
import { actorReasons } from "./decide.ts";

/**
 * What this person can do now, for pages to offer; `decide` still has the last word on what they then send. The state
 * null is a technology that does not exist yet.
 */
export const openActions = (
  state: Technology | null,
  actor: ActorFacts,
  facts: Facts,
): readonly TechnologyCommandType[] => {
  return commandTypes.filter((type) => isOpenTo(state, type, actor, facts));
};

export const isOpenTo = (
  state: Technology | null,
  type: TechnologyCommandType,
  actor: ActorFacts,
  facts: Facts,
): boolean => {
  const f = { ...facts, actor };
  if (actorReasons(type, f).length > 0) return false;
  return state === null ? type === "Propose" : isOpen(state, type, f);
};

const commandTypes = Object.keys(allowedIn) as readonly TechnologyCommandType[];

const isOpen = (t: Technology, type: TechnologyCommandType, f: Facts): boolean =>
  allowedIn[type].includes(t.stage) && (openWhen[type]?.(t, f) ?? true);

type OpenWhen = (t: Technology, f: Facts) => boolean;

const authors: OpenWhen = (t, f) => mayAuthor(t, f.actor.id).length === 0;
const decides: OpenWhen = (t, f) => mayDecide(t, f.actor.id, f).length === 0;
const votes: OpenWhen = (t, f) => openGate(t) !== null && decides(t, f);
const evaluates: OpenWhen = (t, f) => notAssigned(t, f.actor.id).length === 0;
const asked: OpenWhen = (t, f) => decides(t, f) && t.waivers.some(({ state }) => state === "asked");

/** Beyond stage and role; a command that is not named needs no more than these. */
const openWhen: { readonly [T in TechnologyCommandType]?: OpenWhen } = {
  ReviseProposal: authors,
  LockPilotPlan: (t, f) => t.plan === null && authors(t, f),
  AmendPilotPlan: (t, f) => t.plan !== null && authors(t, f),
  OpenPilot: ({ plan }, f) => plan !== null && plan.openedOn === null && !isBefore(f.today, plan.plan.startsOn),
  AttachEvidence: ({ plan }) => plan !== null && plan.openedOn !== null,
  WithdrawEvidence: (t, f) =>
    t.evidence.some((piece) => isInForce(piece, f.today) && mayWithdraw(t, piece, f.actor.id)),
  CloseIncident: (t) => t.incidents.some(({ closedAt }) => closedAt === null),
  AssignEvaluators: (t, f) => decides(t, f) && (t.evaluation?.revealed ?? null) === null,
  DeclareInterest: (t, f) => evaluates(t, f) && evaluatorOf(t, f.actor.id)?.interest !== "conflict",
  SubmitScores: (t, f) => {
    const one = evaluatorOf(t, f.actor.id);
    return one?.state === "assigned" && one.interest === "none";
  },
  ReleaseEvaluator: (t, f) => decides(t, f) && (t.evaluation?.evaluators ?? []).some(isActive),
  ModerateScore: (t, f) => evaluates(t, f) && hasToRestate(t, f),
  RecordDissent: (t, f) => (evaluates(t, f) && (t.evaluation?.revealed ?? null) !== null) || decides(t, f),
  RequestWaiver: (t, f) => openGate(t) !== null && keptFromDeciding(t, f.actor.id, f).length > 0,
  GrantWaiver: asked,
  RefuseWaiver: asked,
  RecuseApprover: (t, f) => rolesOf(f, f.actor.id).includes("approver") && !t.recused.includes(f.actor.id),
  DraftConditions: votes,
  CastVote: votes,
  FulfilCondition: (t) => t.conditions.some(({ fulfilledAt }) => fulfilledAt === null),
  PlanRollout: (t, f) => authors(t, f) && !(t.rollout?.waves ?? []).some(({ state }) => hasBegun.includes(state)),
  OpenWave: ({ rollout }) => rollout !== null && rollout.hold === null && nextWave(rollout.waves) !== undefined,
  HoldRollout: ({ rollout }) => !(rollout?.hold?.causes ?? []).some(({ kind }) => kind === "person"),
  ResumeRollout: (t, f) => (t.rollout?.hold ?? null) !== null && decides(t, f),
  CompleteWave: ({ rollout }) => rollout?.hold === null && openWaveOf(rollout) !== undefined,
  RollBack: decides,
  Retire: decides,
  WithholdEntry: (t) => t.evidence.some((piece) => !isWithheld(piece)),
  EraseFile: (t) => t.evidence.some(({ files }) => files.some(({ digest }) => !t.erased.includes(digest))),
};

const hasBegun: readonly string[] = ["open", "complete"];

const nextWave = (waves: NonNullable<Technology["rollout"]>["waves"]) =>
  waves.find(({ state }, i) => state === "planned" && (i === 0 || waves[i - 1]?.state === "complete"));

const hasToRestate: OpenWhen = (t, f) => {
  const revealed = t.evaluation?.revealed ?? null;
  if (revealed === null || !revealed.sheets.some(({ evaluator }) => evaluator === f.actor.id)) return false;
  return revealed.moderate.some((item) => restated(revealed, item, f.actor.id) === undefined);
};
