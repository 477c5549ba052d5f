import { measureOf } from "../../measures/measures.ts";
import { guardFinding, indicatorOf } from "../../scoring/guard.ts";
import { guardConfidence } from "../../statistics/looks.ts";
import { rounded } from "../../words/rounded.ts";
import type { GuardAssessment, Rollout, Wave } from "../state/rollout.ts";
import type { Piece } from "../state/evidence.ts";
import type { GuardLimit } from "../../scoring/guard.ts";
import type { Facts } from "../state/facts.ts";
import { assessmentsOf, latestAssessment, openWaveOf } from "../state/guards-of-wave.ts";
import { isInForce } from "../state/in-force.ts";
import { measureContext } from "../looks/look-context.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Technology, TechnologyEvent } from "../state/technology.ts";

/** Guards of the open wave whose fresh evidence is no longer what they were assessed on: more, withdrawn or expired. */
export function reassessGuards(t: Technology, f: Facts): readonly TechnologyEvent[] {
  const wave = openWaveOf(t.rollout);
  if (t.stage !== "rolling-out" || t.rollout === null || wave === undefined) return [];
  const { rollout } = t;
  const assessments = rollout.guards
    .map((guard) => assess(t, rollout, wave, guard, f))
    .filter((assessment) => !sameEvidence(assessment, latestAssessment(rollout, wave, assessment.indicator)));
  return [
    ...assessments.map((payload): TechnologyEvent => ({ type: "GuardAssessed", schema: 1, payload })),
    ...assessments.filter(({ state }) => state === "breached").flatMap((assessment) => hold(rollout, assessment)),
  ];
}

function assess(t: Technology, rollout: Rollout, wave: Wave, guard: GuardLimit, f: Facts): GuardAssessment {
  const { indicator, limit } = guard;
  const policy = pinnedPolicy(t, f);
  const measure = indicatorOf(policy, indicator)?.measure;
  const kind = measure === undefined ? null : measureOf(measure).kind;
  const pieces = freshPieces(t, wave, f).filter((piece) => piece.kind === kind);
  const context = pieces.length === 0 ? null : measureContext(t, policy, f.today, pieces);
  const number = assessmentsOf(rollout, wave, indicator).length + 1;
  const confidence = rounded(guardConfidence(policy.confidence, number));
  const finding = context === null ? undefined : guardFinding(context, guard, confidence);
  const { estimate = null, lower = null, upper = null } = finding?.measured ?? {};
  return {
    wave: wave.number,
    indicator,
    state: finding?.state ?? "too-few",
    estimate,
    lower,
    upper,
    limit,
    evidence: pieces.map(({ evidence }) => evidence),
    look: { number, confidence },
  };
}

/**
 * Attached under this very opening of the wave; a rollout planned anew counts its waves from one again. By position: two
 * entries may bear the same time, where the clock went back.
 */
const freshPieces = (t: Technology, wave: Wave, f: Facts): readonly Piece[] =>
  t.evidence.filter(
    (piece) =>
      piece.wave === wave.number &&
      wave.openedIn !== null &&
      piece.position > wave.openedIn &&
      isInForce(piece, f.today),
  );

const sameEvidence = (assessment: GuardAssessment, before: GuardAssessment | undefined): boolean =>
  assessment.evidence.join() === (before?.evidence ?? []).join();

function hold({ hold: held }: Rollout, { wave, indicator }: GuardAssessment): readonly TechnologyEvent[] {
  const isHeld = held?.causes.some(
    (cause) => cause.kind === "guard" && cause.wave === wave && cause.indicator === indicator,
  );
  if (isHeld === true) return [];
  return [{ type: "RolloutHeld", schema: 2, payload: { cause: { kind: "guard", wave, indicator }, text: null } }];
}
