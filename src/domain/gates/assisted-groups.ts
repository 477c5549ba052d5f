import { groupSample } from "../technology/state/assisted-sample.ts";
import { isInForce, ofPilot } from "../technology/state/in-force.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

type Findings = ReturnType<typeof findings>;

const own = findings("assisted-groups", "planner");

/** Of each group that the plan names, as many people as the policy asks for have tried it in the usability sample. */
export const assistedGroups: Condition = (dossier) => groupsSampled(dossier, own);

/** @param findings of the condition that asks: a policy chooses which of them its gates ask */
export function groupsSampled(
  { technology: t, policy, today }: Parameters<Condition>[0],
  { met, unmet, unknown }: Findings,
): ReturnType<Condition> {
  if (t.plan === null) return unknown("itself", "no-plan");
  const { assisted } = t.plan.plan;
  if (assisted.length === 0) return unknown("itself", t.plan.plan.assistedWhy === null ? "none" : "none-reasoned");
  const least = policy.safeguards.people.assistedLeast ?? 0;
  const sample = groupSample(ofPilot(t).filter((piece) => isInForce(piece, today)));
  if (sample === null)
    return unknown(
      assisted.map((group) => asThing(group, least)),
      "uncounted",
      { groups: assisted },
    );
  const missing = assisted.flatMap((group) => {
    const count = least - (sample.get(group) ?? 0);
    return count > 0 ? [{ group, count }] : [];
  });
  return missing.length === 0
    ? met("met", { groups: assisted })
    : unmet(
        missing.map(({ group, count }) => asThing(group, count)),
        "unmet",
        { missing: missing.map(({ group, count }) => ({ group, count })) },
      );

  function asThing(id: string, at: number) {
    return { kind: "group" as const, id, of: t.plan?.number ?? 0, at };
  }
}
