import { evolve } from "./evolve.ts";
import type { Facts } from "./state/facts.ts";
import type { Technology, TechnologyEvent } from "./state/technology.ts";

/** The state as it will be once these events of a sweep are written; their positions are not known yet, so the last one stands. */
export const after = (t: Technology, events: readonly TechnologyEvent[], f: Facts): Technology =>
  events.reduce<Technology>(
    (state, event) =>
      evolve(state, {
        ...event,
        position: t.position,
        version: t.version,
        time: f.now,
        actor: f.actor.id,
        role: "system",
      }),
    t,
  );
