import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { gateAhead, gateDue } from "../state/gate-ahead.ts";
import { neverDeciding } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** Votes are possible, a waiver is asked for. */
export function voting(
  t: Technology,
  { policy, today, dayOf, voted }: WorkGround,
): readonly WorkItem<"vote" | "waiver">[] {
  const gate = gateAhead(t);
  const due = gateDue(t, policy, today, dayOf);
  const excluded = neverDeciding(t);
  const asked = t.waivers
    .filter(({ state }) => state === "asked")
    .map((waiver): WorkItem<"waiver"> => ({
      kind: "waiver",
      role: "approver",
      excluded: [...excluded, waiver.askedBy, ...waiver.supporters],
      gate: waiver.gate,
      subject: waiver.waiver,
    }));
  if (gate === null || due === null) return asked;
  return [{ kind: "vote", role: "approver", excluded: [...excluded, ...voted], gate, due }, ...asked];
}

export const toFulfil = (t: Technology): readonly WorkItem<"condition">[] =>
  t.conditions
    .filter(({ fulfilledAt }) => fulfilledAt === null)
    .map(({ condition, decision, owner, dueOn, gate }) => ({
      kind: "condition",
      person: owner,
      subject: `${condition}@${decision}`,
      gate,
      due: dueOn,
    }));

/** The ground of a decision changed. */
export const drifted = (t: Technology, { drifted: decisions }: WorkGround): readonly WorkItem<"drifted">[] =>
  decisions.map((position) => {
    const decided = t.decisions.find((decision) => decision.position === position);
    return {
      kind: "drifted",
      role: "approver",
      excluded: neverDeciding(t),
      subject: String(position),
      ...(decided !== undefined && { gate: decided.gate, since: decided.at }),
    };
  });
