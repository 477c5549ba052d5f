import type { Json } from "../../words/json.ts";

/**
 * One thing that an open finding names. Waivers, deferrals and votes bind to things, never to the condition that
 * names them, so that nobody answers for what came later.
 */
export interface Thing {
  readonly kind: ThingKind;
  /** Which one: an incident, an indicator, a field. */
  readonly id: string;
  /** Of which plan, round, rollout or approval, where the same name can come again. */
  readonly of?: number;
  /** How bad it is, on its kind's own scale. */
  readonly at?: number;
}

type ThingKind = keyof typeof worsens;

/** Which way each kind gets worse; null where it is there or it is not. */
const worsens = {
  /** The finding itself, where it names nothing else: that there is no plan, that scores are blind. */
  state: null,
  /** A field of the proposal that is not stated. */
  field: null,
  /** A text that was erased. */
  text: null,
  /** Days that the pilot of a plan has to run. */
  pilot: "rising",
  /** The share of its minimum sample that is missing; 1 without usable evidence. */
  indicator: "rising",
  /** 1 expired, 2 withdrawn. */
  evidence: "rising",
  /** By severity: 1 is the gravest. Its due day is no degree: whoever waived it knew the day. */
  incident: "falling",
  /** A duty that is overdue. */
  clock: null,
  /** An answer, or a call, that is owed to people who wrote: by its day. */
  feedback: null,
  /** Of a consultation: what is amiss with it, and of how many. */
  consultation: "rising",
  /** 1 partly met, 2 not tested, 3 not met. */
  need: "rising",
  /** A report of what the work costs, of the plan in force: by how many there are. */
  costs: null,
  /** People of a group who are missing from a sample. */
  group: "rising",
  /** A safeguard or something in it: by how far it is from standing. */
  safeguard: "rising",
  /** A risk: by the step that is left of it, from 0; or what else stands in its way. */
  risk: "rising",
  /** Of the expert committee: opinions that are missing, or that are against. */
  advice: "rising",
  /** A condition of the committee that nobody has answered. */
  "advice-condition": null,
  /** A look and what it said. */
  look: null,
  /** A rubric item that is in moderation. */
  item: null,
  /** α, AC2 or raw agreement of a round. */
  agreement: "falling",
  /** Which rollback took the waves back. */
  rollback: null,
  wave: null,
  /** 0 too few data, else how far the estimate lies beyond the limit. */
  guard: "rising",
  /** Why a rollout is held. */
  cause: null,
  /** A dated condition of an earlier approval. */
  approval: null,
  /** An earlier approval, by its position. */
  decision: null,
} as const;

export const thingKinds = Object.keys(worsens) as readonly ThingKind[];

/** What stands now and was not answered for: more, worse or other. */
export const beyond = (answered: readonly Thing[], now: readonly Thing[]): readonly Thing[] =>
  now.filter((thing) => !answered.some((other) => isSame(thing, other) && !isWorse(thing, other)));

/** The same or less. What names nothing is covered by nothing. */
export const covers = (answered: readonly Thing[], now: readonly Thing[]): boolean =>
  now.length > 0 && beyond(answered, now).length === 0;

const isSame = (a: Thing, b: Thing): boolean => a.kind === b.kind && a.id === b.id && a.of === b.of;

/** Where one of them does not say how bad it is, nobody knows: that is worse. */
function isWorse(now: Thing, then: Thing): boolean {
  const direction = worsens[now.kind];
  if (direction === null) return false;
  if (now.at === undefined || then.at === undefined) return now.at !== then.at;
  return direction === "rising" ? now.at > then.at : now.at < then.at;
}

/** As a digest takes them in. */
export const thingsAsJson = (things: readonly Thing[]): Json => things.map((thing) => ({ ...thing }));
