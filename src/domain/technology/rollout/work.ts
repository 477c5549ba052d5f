import type { WorkItem } from "../manifest/work.ts";
import { neverDeciding, proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** A held rollout is to be looked at; else the rollout is to be planned, or its next wave opened. */
export function rollingOut(t: Technology): readonly WorkItem<"held" | "plan-rollout" | "wave">[] {
  if (t.stage !== "rolling-out") return [];
  const hold = t.rollout?.hold ?? null;
  if (hold !== null) return [{ kind: "held", role: "approver", excluded: neverDeciding(t), since: hold.since }];
  const waves = t.rollout?.waves ?? [];
  if (waves.length === 0) return [{ kind: "plan-rollout", person: proposerOf(t) }];
  if (waves.some(({ state }) => state === "open")) return [];
  const next = waves.find(({ state }) => state === "planned");
  return next === undefined
    ? []
    : [{ kind: "wave", person: proposerOf(t), subject: String(next.number), due: next.startsOn }];
}
