import { oneStream } from "../stream.ts";
import type { Envelope, Stream } from "../stream.ts";
import { object, oneOf } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import { decideDoors, doors, evolveDoors } from "./doors.ts";
import type { DoorCommand, DoorEvent, DoorFacts, Doors, OfDoor } from "./doors.ts";

const ofDoor: Shape<OfDoor> = object({ door: oneOf(...doors) });

/** What the house shows to people without an account: one stream for all its doors. */
export const outside: Stream<DoorEvent & Envelope, Doors, DoorCommand, DoorFacts> = {
  ...oneStream("outside"),
  events: {
    DoorOpened: { schema: 1, payload: ofDoor },
    DoorShut: { schema: 1, payload: ofDoor },
  },
  initial: [],
  evolve: evolveDoors,
  decide: decideDoors,
  rolesToEnter: () => administrators,
};

const administrators: ReadonlySet<string> = new Set(["administrator"]);
