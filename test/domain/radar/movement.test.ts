import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveBetween } from "../../../src/domain/radar/movement.ts";
import { placeAt, placesOf, turnIn } from "../../../src/domain/radar/places.ts";
import { placeNow, placeOf, rings } from "../../../src/domain/radar/rings.ts";
import type { Place } from "../../../src/domain/radar/rings.ts";
import { fold } from "../../../src/domain/technology/evolve.ts";
import type { PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import { stages } from "../../../src/domain/technology/state/stage.ts";
import { lived } from "../technology/model/lives.ts";
import { anyMove, anywhere, gateMove, nearRollout, world } from "../technology/model/world.ts";

const dayOf = (instant: string): string => instant.slice(0, 10);

/** By folding all there was by the end of the day anew. */
function recomputed(events: readonly PastEvent[], day: string): Place | null {
  const before = fold(events.filter(({ time }) => dayOf(time) <= day));
  return before === null ? null : placeNow(before);
}

describe("the place of a technology on the radar", () => {
  it("of any two days is what its entries up to then give, and so is its movement, in random lives", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        world,
        fc.oneof(anywhere, nearRollout),
        fc.array(fc.oneof(anyMove, gateMove), { minLength: 4, maxLength: 16 }),
        (people, start, moves) => {
          const last = [...lived(people, start, moves)].at(-1);
          if (last === undefined) return;
          const { state, events } = last;
          const places = placesOf(
            state,
            events.flatMap((event) => turnIn(event) ?? []),
            dayOf,
          );
          const days = [...new Set(["2020-01-01", ...events.map(({ time }) => dayOf(time))])];
          const anew = new Map(days.map((day) => [day, recomputed(events, day)]));
          for (const day of days) expect(placeAt(places, day)).toEqual(anew.get(day));
          for (const from of days)
            for (const to of days.filter((later) => later > from)) {
              const move = moveBetween(places, from, to);
              const [before = null, now = null] = [anew.get(from), anew.get(to)];
              expect(move === null ? null : { before: move.before, now: move.now }).toEqual(
                now === null ? null : { before, now },
              );
              if (move === null) continue;
              seen.set(move.movement, (seen.get(move.movement) ?? 0) + 1);
              const nearer = before === null || now === null ? 0 : rings.indexOf(before.ring) - rings.indexOf(now.ring);
              expect(move.movement === "in").toBe(nearer > 0);
              expect(move.movement === "out").toBe(nearer < 0);
              expect(move.movement === "new").toBe(before === null);
            }
        },
      ),
      { numRuns: 60, seed: 20_261_201 },
    );
    // Without each of them the property would say nothing of it.
    expect([...seen.keys()].toSorted()).toEqual(["in", "new", "out", "unmoved"]);
  });

  it("follows from its stage, but for a hold and for what a file says of a proposal", () => {
    const places = stages.map((stage) => placeOf({ stage, held: false, asserted: null })?.ring ?? null);
    expect(places).toEqual([null, "assess", "assess", "trial", "adopt", "hold", null, "hold", "hold"]);
    expect(placeOf({ stage: "rolling-out", held: true, asserted: null })).toEqual({ ring: "hold", asserted: false });
    expect(placeOf({ stage: "proposed", held: false, asserted: "adopted" })).toEqual({ ring: "adopt", asserted: true });
    expect(placeOf({ stage: "piloting", held: false, asserted: "adopted" })).toEqual({
      ring: "assess",
      asserted: false,
    });
  });

  it("ends a hold with the resumption, and shows a claim from the day of the import on", () => {
    const at = (position: number, day: string) => ({ position, at: `${day}T10:00:00.000Z` });
    const passages = [
      { stage: "proposed" as const, ...at(1, "2026-01-01") },
      { stage: "rolling-out" as const, ...at(5, "2026-03-01") },
    ];
    const turns = [
      { ...at(2, "2026-02-01"), is: "imported" as const, stage: "adopted" as const },
      { ...at(6, "2026-04-01"), is: "held" as const },
      { ...at(7, "2026-05-01"), is: "resumed" as const },
    ];
    expect(placesOf({ passages }, turns, dayOf)).toEqual([
      { on: "2026-02-01", place: { ring: "adopt", asserted: true } },
      { on: "2026-03-01", place: { ring: "trial", asserted: false } },
      { on: "2026-04-01", place: { ring: "hold", asserted: false } },
      { on: "2026-05-01", place: { ring: "trial", asserted: false } },
    ]);
  });
});
