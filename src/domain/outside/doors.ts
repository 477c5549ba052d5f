import type { ActorFacts } from "../people/facts.ts";
import { accepted, rejected } from "../words/decision.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import type { Instant, PersonId } from "../words/text.ts";

/**
 * What people without an account may reach, a door for each kind of address. Every door is shut until an administrator
 * opens it; who did, and when, stands on the ledger. A new kind of address outside adds its word here.
 */
export const doors = ["pages", "questionnaires", "feedback", "consultations"] as const;
export type Door = (typeof doors)[number];

export interface OfDoor {
  readonly door: Door;
}

export type DoorEvent =
  | { readonly type: "DoorOpened"; readonly schema: 1; readonly payload: OfDoor }
  | { readonly type: "DoorShut"; readonly schema: 1; readonly payload: OfDoor };

export type DoorCommand =
  { readonly type: "OpenDoor"; readonly door: Door } | { readonly type: "ShutDoor"; readonly door: Door };

/** How a door stands since the last entry about it; one that no entry names was never opened. */
export interface DoorState extends OfDoor {
  readonly open: boolean;
  readonly since: Instant;
  readonly by: PersonId;
  /** Of that entry: what proves to a stranger since when the door is open. */
  readonly position: number;
}

export type Doors = readonly DoorState[];

export interface DoorFacts {
  readonly actor: ActorFacts;
}

export const isOpen = (state: Doors, door: Door): boolean => stateOf(state, door)?.open ?? false;

export const stateOf = (state: Doors, door: Door): DoorState | undefined => state.find((known) => known.door === door);

type Past = DoorEvent & { readonly time: Instant; readonly actor: PersonId; readonly position: number };

export function evolveDoors(state: Doors, { type, payload: { door }, time, actor, position }: Past): Doors {
  const open = type === "DoorOpened";
  return [...state.filter((other) => other.door !== door), { door, open, since: time, by: actor, position }];
}

export function decideDoors(state: Doors, { type, door }: DoorCommand, { actor }: DoorFacts): Decision<DoorEvent> {
  const opens = type === "OpenDoor";
  const reasons: readonly Reason[] = [
    ...when(!actor.roles.includes("administrator"), "RoleMissing", undefined, {
      person: actor.id,
      roles: ["administrator"],
    }),
    ...when(opens && isOpen(state, door), "DoorOpenAlready", undefined, { door }),
    ...when(!opens && !isOpen(state, door), "DoorShutAlready", undefined, { door }),
  ];
  if (reasons.length > 0) return rejected(...reasons);
  return accepted({ type: opens ? "DoorOpened" : "DoorShut", schema: 1, payload: { door } });
}
