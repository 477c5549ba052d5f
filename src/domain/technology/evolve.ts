import { facts } from "./chapters.ts";
import { digestsIn } from "./digests-in.ts";
import { answeringRole } from "./entering-roles.ts";
import type { Fact } from "./manifest/fact.ts";
import { begin } from "./proposal/apply.ts";
import type { TechnologyEnvelope, PastEvent } from "./state/envelope.ts";
import type { PayloadOf, Technology, TechnologyEventType } from "./state/technology.ts";

/** The next state. Total over every event a decider can give; an event that cannot follow is a bug and throws. */
export const evolve = (state: Technology | null, event: PastEvent): Technology => {
  const t = state === null ? first(event) : apply(state, event.type, event.payload, event);
  return {
    ...t,
    version: event.version,
    position: event.position,
    entries: [
      ...t.entries,
      {
        position: event.position,
        type: event.type,
        by: event.actor,
        role: answeringRole(event.type, event.payload, event.role),
      },
    ],
    digests: withNew(t.digests, digestsIn(namingOf(event.type, event.payload))),
  };
};

const withNew = (known: readonly string[], named: readonly string[]): readonly string[] => {
  const fresh = named.filter((digest, index) => !known.includes(digest) && named.indexOf(digest) === index);
  return fresh.length === 0 ? known : [...known, ...fresh];
};

export const fold = (events: readonly PastEvent[]): Technology | null => events.reduce<Technology | null>(evolve, null);

const first = (event: PastEvent): Technology => {
  if (event.type !== "TechnologyProposed") throw new Error(`A technology cannot begin with ${event.type}`);
  return begin(event.payload, event);
};

const apply = <T extends TechnologyEventType>(
  t: Technology,
  type: T,
  payload: PayloadOf<T>,
  at: TechnologyEnvelope,
) => {
  const fact: Fact<T> | undefined = facts[type];
  if (fact === undefined) throw new Error(`${t.slug}: unknown event ${type} at ${at.position}`);
  return fact.apply(t, payload, at);
};

const namingOf = <T extends TechnologyEventType>(type: T, payload: PayloadOf<T>): unknown => {
  const { naming }: Fact<T> = facts[type];
  return naming === undefined ? payload : naming(payload);
};
