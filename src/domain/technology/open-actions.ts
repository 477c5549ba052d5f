import type { ActorFacts } from "../people/facts.ts";
import { actorReasons } from "./decide.ts";
import type { Facts } from "./state/facts.ts";
import type { Technology, TechnologyCommandType } from "./state/technology.ts";
import { allowedIn, commandTypes, offers } from "./terms.ts";

/**
 * What this person can do now, for pages to offer; `decide` still has the last word on what they then send. The state
 * null is a technology that does not exist yet.
 */
export function openActions(
  state: Technology | null,
  actor: ActorFacts,
  facts: Facts,
): readonly TechnologyCommandType[] {
  return commandTypes.filter((type) => isOpenTo(state, type, actor, facts));
}

export function isOpenTo(
  state: Technology | null,
  type: TechnologyCommandType,
  actor: ActorFacts,
  facts: Facts,
): boolean {
  const f = { ...facts, actor };
  if (actorReasons(type, f).length > 0) return false;
  return state === null ? type === "Propose" : isOpen(state, type, f);
}

const isOpen = (t: Technology, type: TechnologyCommandType, f: Facts): boolean =>
  allowedIn[type].includes(t.stage) && (offers[type]?.(t, f) ?? true);
