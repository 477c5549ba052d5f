import { facts } from "./chapters.ts";
import { digestsIn } from "./digests-in.ts";
import { answeringRole } from "./entering-roles.ts";
import type { Fact } from "./manifest/fact.ts";
import { begin } from "./proposal/apply.ts";
import type { TechnologyEnvelope, PastEvent } from "./state/envelope.ts";
import type { PayloadOf, Technology, TechnologyEventType } from "./state/technology.ts";

/** The next state. Total over every event a decider can give; an event that cannot follow is a bug and throws. */
export const evolve = (state: Technology | null, event: PastEvent): Technology =>
  following(state, event, new Set(state?.digests));

/**
 * What evolving through one after the other gives; which digests are known is not asked of all of them at each event.
 *
 * @param state to go on from
 */
export function fold(events: readonly PastEvent[], state: Technology | null = null): Technology | null {
  const known = new Set(state?.digests);
  return events.reduce<Technology | null>((before, event) => following(before, event, known), state);
}

/** @param known the digests of the state, to which those of the event are added */
function following(state: Technology | null, event: PastEvent, known: Set<string>): Technology {
  const t = applied(state, event);
  const fresh = digestsOf(event).filter((digest) => !known.has(digest) && known.add(digest));
  return {
    ...t,
    version: event.version,
    position: event.position,
    entries: [...t.entries, entryOf(event)],
    digests: fresh.length === 0 ? t.digests : [...t.digests, ...fresh],
  };
}

const applied = (state: Technology | null, event: PastEvent): Technology =>
  state === null ? first(event) : apply(state, event.type, event.payload, event);

const entryOf = (event: PastEvent): Technology["entries"][number] => ({
  position: event.position,
  type: event.type,
  by: event.actor,
  role: answeringRole(event.type, event.payload, event.role),
});

const digestsOf = ({ type, payload }: PastEvent): readonly string[] => digestsIn(namingOf(type, payload));

function first(event: PastEvent): Technology {
  if (event.type !== "TechnologyProposed") throw new Error(`A technology cannot begin with ${event.type}`);
  return begin(event.payload, event);
}

function apply<T extends TechnologyEventType>(t: Technology, type: T, payload: PayloadOf<T>, at: TechnologyEnvelope) {
  const fact: Fact<T> | undefined = facts[type];
  if (fact === undefined) throw new Error(`${t.slug}: unknown event ${type} at ${at.position}`);
  return fact.apply(t, payload, at);
}

function namingOf<T extends TechnologyEventType>(type: T, payload: PayloadOf<T>): unknown {
  const { naming }: Fact<T> = facts[type];
  return naming === undefined ? payload : naming(payload);
}
