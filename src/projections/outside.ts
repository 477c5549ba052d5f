import { isOpen, stateOf } from "../domain/outside/doors.ts";
import type { Door, DoorState, Doors } from "../domain/outside/doors.ts";
import type { Records } from "./records.ts";

export interface OutsideReader {
  isOpen(door: Door): boolean;
  /** Null for a door that was never opened. */
  of(door: Door): DoorState | null;
}

const none: Doors = [];

export function outsideReader(records: Records): OutsideReader {
  const all = () => records.all<Doors>("outside").get("") ?? none;
  return { isOpen: (door) => isOpen(all(), door), of: (door) => stateOf(all(), door) ?? null };
}
