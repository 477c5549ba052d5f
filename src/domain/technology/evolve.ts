import { answeringRole } from "./record/answering.ts";
import type { Technology, PayloadOf, TechnologyEventType } from "./state/technology.ts";
import { digestsIn } from "./digests-in.ts";
import type { Applies, Envelope, PastEvent } from "./state/envelope.ts";
import { evaluationEvents } from "./evaluation/apply.ts";
import { gateEvents } from "./gate/apply.ts";
import { pilotEvents } from "./pilot/apply.ts";
import { begin, proposalEvents } from "./proposal/apply.ts";
import { rolloutEvents } from "./rollout/apply.ts";
import { safeguardEvents } from "./evolve/safeguards.ts";

/** The next state. Total over every event a decider can give; an event that cannot follow is a bug and throws. */
export const evolve = (state: Technology | null, event: PastEvent): Technology => {
  const t = state === null ? first(event) : apply(state, event.type, event.payload, event);
  return {
    ...t,
    version: event.version,
    position: event.position,
    entries: [
      ...t.entries,
      { position: event.position, type: event.type, by: event.actor, role: answeringRole(event) },
    ],
    digests: withNew(t.digests, digestsIn(named(event))),
  };
};

/** The hash of a withheld entry is no text that could be erased. */
const named = ({ type, payload }: PastEvent): unknown =>
  type === "EntryWithheld" && "ground" in payload ? payload.ground : payload;

const withNew = (known: readonly string[], found: readonly string[]): readonly string[] => {
  const fresh = found.filter((digest, index) => !known.includes(digest) && found.indexOf(digest) === index);
  return fresh.length === 0 ? known : [...known, ...fresh];
};

export const fold = (events: readonly PastEvent[]): Technology | null => events.reduce<Technology | null>(evolve, null);

const first = (event: PastEvent): Technology => {
  if (event.type !== "TechnologyProposed") throw new Error(`A technology cannot begin with ${event.type}`);
  return begin(event.payload, event);
};

const appliers: Applies<TechnologyEventType> = {
  TechnologyProposed: (t) => {
    throw new Error(`${t.slug} was proposed already`);
  },
  ...proposalEvents,
  ...pilotEvents,
  ...safeguardEvents,
  ...evaluationEvents,
  ...gateEvents,
  ...rolloutEvents,
};

const apply = <T extends TechnologyEventType>(t: Technology, type: T, payload: PayloadOf<T>, at: Envelope) => {
  const applier: Applies<TechnologyEventType>[T] | undefined = appliers[type];
  if (applier === undefined) throw new Error(`${t.slug}: unknown event ${type} at ${at.position}`);
  return applier(t, payload, at);
};
