import type { Policy } from "../../policy/policy.ts";
import type { Verdict } from "../../scoring/verdict-types.ts";
import { dayIn } from "../../words/calendar-day.ts";
import { isExpired } from "../../evidence/expiry.ts";
import { drillsBy } from "../state/drills.ts";
import type { LockedPlan, Look } from "../state/pilot.ts";
import type { Piece } from "../state/evidence.ts";
import type { Facts } from "../state/facts.ts";
import { ofVerdict } from "../state/in-force.ts";
import type { ScoringContext } from "../../scoring/context.ts";
import { measureContext, verdictOn } from "../looks/look-context.ts";
import { zoneOf } from "../state/zone-of.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Technology, TechnologyEvent } from "../state/technology.ts";
import type { Day, Instant } from "../../words/text.ts";

/** A look's own date, and the day on which it is really taken: later where nobody swept in time. */
export interface LookDay {
  readonly day: Day;
  readonly today: Day;
}

/**
 * The looks whose date has come, in their order. A look sees the evidence attached by its own date, so that a sweep
 * that comes late (the server was down) cannot show it more than the plan allowed; of drills and scores likewise.
 */
export function takeDueLooks(t: Technology, f: Facts): readonly TechnologyEvent[] {
  const { plan } = t;
  if (plan === null || plan.openedOn === null || !(t.stage === "piloting" || t.stage === "evaluating")) return [];
  const taken = t.looks.filter((look) => look.plan === plan.number).length;
  return plan.plan.looks
    .map((day, i) => ({ day, look: i + 1 }))
    .filter(({ day, look }) => look > taken && day <= f.today)
    .flatMap(({ day, look }) => take(t, plan, look, { day, today: f.today }, pinnedPolicy(t, f)));
}

/** What these pieces say at a look: scores that were still blind on its day stay unseen. Null: no plan. */
export const verdictAt = (t: Technology, at: LookDay, pieces: readonly Piece[], policy: Policy): Verdict | null =>
  verdictOn(seenBy(t, at), policy, at.day, pieces);

/** What a look that was taken had before it: its pieces, plan, demand and scores, to be weighed again. Null: no plan. */
export function contextOf(before: Technology, look: Look, policy: Policy): ScoringContext | null {
  const day = before.plan?.plan.looks[look.look - 1];
  if (day === undefined) return null;
  const ids = look.evidence.map(({ evidence }) => evidence);
  const at = { day, today: dayIn(look.at, zoneOf(before)) };
  return measureContext(
    seenBy(before, at),
    policy,
    day,
    before.evidence.filter(({ evidence }) => ids.includes(evidence)),
  );
}

function take(t: Technology, plan: LockedPlan, look: number, at: LookDay, policy: Policy): readonly TechnologyEvent[] {
  const pieces = piecesBy(t, at);
  const verdict = verdictAt(t, at, pieces, policy);
  if (verdict === null) return [];
  const evidence = pieces.map((piece) => ({ evidence: piece.evidence, digest: piece.digest }));
  const payload = { plan: plan.number, look, of: plan.plan.looks.length, verdict, evidence };
  return [{ type: "LookTaken", schema: 1, payload }];
}

const piecesBy = (t: Technology, at: LookDay): readonly Piece[] =>
  ofVerdict(t).filter(
    (piece) =>
      piece.kind !== "document" &&
      piece.state !== "withdrawn" &&
      !isExpired(piece, at.day) &&
      isBy(piece.attachedAt, at, piece.timeZone),
  );

const seenBy = (t: Technology, at: LookDay): Technology => withScoresBy(withDrillsBy(t, at), at);

function withScoresBy(t: Technology, at: LookDay): Technology {
  const revealed = t.evaluation?.revealed ?? null;
  if (t.evaluation === null || revealed === null || isBy(revealed.at, at, zoneOf(t))) return t;
  return { ...t, evaluation: { ...t.evaluation, revealed: null } };
}

const withDrillsBy = (t: Technology, { day, today }: LookDay): Technology =>
  t.rollout === null || day >= today
    ? t
    : { ...t, rollout: { ...t.rollout, drills: drillsBy(t.rollout.drills, day, zoneOf(t)) } };

const isBy = (instant: Instant, { day, today }: LookDay, timeZone: string): boolean =>
  day >= today || dayIn(instant, timeZone) <= day;
