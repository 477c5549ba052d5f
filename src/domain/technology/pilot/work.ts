import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** A plan is to be locked, a locked pilot to be opened, and evidence to be brought for the gate ahead. */
export function planning(
  t: Technology,
  { conditions }: WorkGround,
): readonly WorkItem<"plan-pilot" | "open-pilot" | "evidence">[] {
  if (t.stage !== "piloting") return [];
  const person = proposerOf(t);
  if (t.plan === null) return [{ kind: "plan-pilot", person }];
  if (t.plan.openedOn === null) return [{ kind: "open-pilot", person, due: t.plan.plan.startsOn }];
  const open = conditions.some((status) => status === "unmet" || status === "unknown");
  return open ? [{ kind: "evidence", person, gate: "completion", due: t.plan.plan.looks[t.looks.length] ?? null }] : [];
}
