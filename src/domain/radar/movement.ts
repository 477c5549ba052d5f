import type { Day } from "../words/text.ts";
import { placeAt } from "./places.ts";
import type { DatedPlace } from "./places.ts";
import { rings } from "./rings.ts";
import type { Place } from "./rings.ts";

/** in: nearer to the middle. out: further from it. new: it had no ring before. */
export const movements = ["new", "in", "out", "unmoved"] as const;
export type Movement = (typeof movements)[number];

export interface Move {
  readonly before: Place | null;
  readonly now: Place;
  readonly movement: Movement;
}

/** From the end of one day to the end of another; null where it has no dot on the later one. */
export function moveBetween(places: readonly DatedPlace[], from: Day, to: Day): Move | null {
  const [before, now] = [placeAt(places, from), placeAt(places, to)];
  return now === null ? null : { before, now, movement: movementFrom(before, now) };
}

function movementFrom(before: Place | null, now: Place): Movement {
  if (before === null) return "new";
  const way = rings.indexOf(now.ring) - rings.indexOf(before.ring);
  return way < 0 ? "in" : way > 0 ? "out" : "unmoved";
}
