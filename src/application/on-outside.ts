import type { DoorCommand, DoorEvent, DoorFacts, Doors } from "../domain/outside/doors.ts";
import { outside } from "../domain/outside/outside-stream.ts";
import type { Envelope } from "../domain/stream.ts";
import type { Task } from "./task.ts";

/** Opens or shuts a door to people without an account. */
export const onOutside = (command: DoorCommand): Task<DoorEvent & Envelope, Doors, DoorCommand, DoorFacts> => ({
  stream: outside,
  id: "",
  bound: { ...command },
  exists: false,
  facts: (_, { actor }) => ({ actor }),
  prepare: async () => ({ command }),
});
