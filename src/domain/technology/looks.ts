import { dayIn } from "./days.ts";
import type { TechnologyEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import { isExpired, ofPilot } from "./in-force.ts";
import { verdictOn } from "./look-context.ts";
import { pinnedPolicy } from "./policy-of.ts";
import type { LockedPlan, Piece, Technology } from "./state.ts";
import type { Day, Instant } from "./text.ts";

/**
 * The looks whose date has come, in their order. A look sees the evidence attached by its own date, so that a sweep
 * that comes late (the server was down) cannot show it more than the plan allowed.
 */
export const takeDueLooks = (t: Technology, f: Facts): readonly TechnologyEvent[] => {
  const { plan } = t;
  if (plan === null || plan.openedOn === null || !(t.stage === "piloting" || t.stage === "evaluating")) return [];
  const taken = t.looks.filter((look) => look.plan === plan.number).length;
  return plan.plan.looks
    .map((day, i) => ({ day, look: i + 1 }))
    .filter(({ day, look }) => look > taken && day <= f.today)
    .flatMap(({ day, look }) => take(t, plan, look, day, f));
};

const take = (t: Technology, plan: LockedPlan, look: number, day: Day, f: Facts): readonly TechnologyEvent[] => {
  const policy = pinnedPolicy(t, f);
  const pieces = piecesBy(t, day, f.today);
  const seen = verdictOn(seenBy(t, day, f.today), policy, day, pieces);
  if (seen === null) return [];
  const evidence = pieces.map((piece) => ({ evidence: piece.evidence, digest: piece.digest }));
  const payload = { plan: plan.number, look, of: plan.plan.looks.length, verdict: seen, evidence };
  return [{ type: "LookTaken", schema: 1, payload }];
};

const piecesBy = (t: Technology, day: Day, today: Day): readonly Piece[] =>
  ofPilot(t).filter(
    (piece) =>
      piece.kind !== "document" &&
      piece.state !== "withdrawn" &&
      !isExpired(piece, day) &&
      isBy(piece.attachedAt, day, today, piece.timeZone),
  );

/** Scores that were still blind on the day stay unseen. */
const seenBy = (t: Technology, day: Day, today: Day): Technology => {
  const revealed = t.evaluation?.revealed ?? null;
  const zone = t.evidence.at(-1)?.timeZone ?? "UTC";
  if (t.evaluation === null || revealed === null || isBy(revealed.at, day, today, zone)) return t;
  return { ...t, evaluation: { ...t.evaluation, revealed: null } };
};

const isBy = (at: Instant, day: Day, today: Day, timeZone: string): boolean =>
  day >= today || dayIn(at, timeZone) <= day;
