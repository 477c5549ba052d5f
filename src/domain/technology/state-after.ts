import { evolve } from "./evolve.ts";
import type { Facts } from "./state/facts.ts";
import type { Technology, TechnologyEvent } from "./state/technology.ts";

/**
 * The state as it will be once these events are written. Their positions are not known yet: the last one stands, unless
 * the caller needs them to come after it.
 */
export const after = (t: Technology, events: readonly TechnologyEvent[], f: Facts, position = t.position): Technology =>
  events.reduce<Technology>(
    (state, event) =>
      evolve(state, {
        ...event,
        position,
        version: t.version,
        time: f.now,
        actor: f.actor.id,
        role: "system",
      }),
    t,
  );
