import { asksForNeeds } from "./asks-for-needs.ts";
import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { needsAreFixed, unjudgedNeeds } from "../state/needs.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** Where the rollout gate asks for it: the list while it can still be written, then a judgement of each need. */
export function toDo(t: Technology, { policy }: WorkGround): readonly WorkItem<"state-needs" | "judge-needs">[] {
  if (!asksForNeeds(t, policy)) return [];
  if ((t.stage === "proposed" || t.stage === "piloting") && t.needs.length === 0 && !needsAreFixed(t))
    return [{ kind: "state-needs", person: proposerOf(t) }];
  return t.stage === "evaluating" ? toJudge(t) : [];
}

/** Anybody of the round may judge a need: while one is open, all of them are asked. */
function toJudge(t: Technology): readonly WorkItem<"judge-needs">[] {
  const revealed = t.evaluation?.revealed ?? null;
  if (revealed === null || unjudgedNeeds(t).length === 0) return [];
  return (t.evaluation?.evaluators ?? [])
    .filter(({ state }) => state === "submitted")
    .map(({ person }) => ({ kind: "judge-needs" as const, person, since: revealed.at }));
}
