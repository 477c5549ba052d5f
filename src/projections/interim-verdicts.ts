import type { Policy } from "../domain/policy/policy.ts";
import type { Verdict } from "../domain/scoring/verdict-types.ts";
import { isWithheld, ofPilot } from "../domain/technology/state/in-force.ts";
import { verdictOn } from "../domain/technology/looks/look-context.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day } from "../domain/words/text.ts";

const mostKept = 500;

/**
 * What the evidence says before the first look, for lists that mark it "not for decision". It simulates, which takes
 * milliseconds, so the answer is verdicts for as long as what it rests on stays the same.
 */
export function interimVerdicts(): (id: string, t: Technology, policy: Policy, today: Day) => Verdict | null {
  const verdicts = new Map<string, { readonly ground: string; readonly verdict: Verdict | null }>();
  return (id, t, policy, today) => {
    if (!hasData(t)) return null;
    const ground = groundOf(t, policy, today);
    const known = verdicts.get(id);
    if (known?.ground === ground) return known.verdict;
    const verdict = verdictOn(t, policy, today);
    verdicts.delete(id);
    verdicts.set(id, { ground, verdict });
    const oldest = verdicts.size > mostKept ? verdicts.keys().next().value : undefined;
    if (oldest !== undefined) verdicts.delete(oldest);
    return verdict;
  };
}

const hasData = (t: Technology): boolean =>
  (t.stage === "piloting" || t.stage === "evaluating") &&
  ofPilot(t).some(({ kind, state }) => kind !== "document" && state === "in-force");

const groundOf = (t: Technology, policy: Policy, today: Day): string =>
  JSON.stringify([
    policy.version,
    today,
    t.plan?.number,
    t.plan?.amendments.length,
    t.evaluation?.revealed?.at,
    t.evaluation?.revealed?.moderated.length,
    t.proposal.demand,
    ofPilot(t).map((piece) => [piece.digest, piece.state, isWithheld(piece)]),
  ]);
