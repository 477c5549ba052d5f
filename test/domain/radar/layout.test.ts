import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isApart } from "../../../src/domain/radar/cell-shape.ts";
import { layOut as layOutInTurns } from "../../../src/domain/radar/layout.ts";
import type { Dot } from "../../../src/domain/radar/dot.ts";
import type { Layout } from "../../../src/domain/radar/layout.ts";
import { rings } from "../../../src/domain/radar/rings.ts";

const dots = (most: number, sectors: number) =>
  fc.array(
    fc.record({
      ring: fc.constantFrom(...rings),
      sector: fc.integer({ min: 0, max: sectors - 1 }).map(String),
      depth: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      radius: fc.constantFrom(4, 6, 8, 10),
    }),
    { maxLength: most },
  );

function layOut(...asked: Parameters<typeof layOutInTurns>): Layout {
  for (const work = layOutInTurns(...asked); ;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const numbered = (unnumbered: readonly Omit<Dot, "label">[]): readonly Dot[] =>
  unnumbered.map((dot, at) => ({ ...dot, label: String(at + 1) }));

const sectorsOf = (all: readonly Dot[]): readonly string[] => [...new Set(all.map(({ sector }) => sector))].toSorted();

function expectPlaced(all: readonly Dot[]): void {
  const names = [40, 40, 50, 36];
  const layout = layOut(all, sectorsOf(all), names);
  const written = names.map((width, at) => {
    const top = -(layout.radii[at + 1] ?? 0);
    return { left: -width / 2, right: width / 2, top: top + 3, bottom: top + 17 };
  });
  expect(layout.placed).toHaveLength(all.length);
  for (const [at, { x, y, box }] of layout.placed.entries()) {
    const dot = all[at];
    if (dot === undefined) throw new Error("A place without a dot");
    const cell = layout.of(dot.ring, dot.sector);
    const far = Math.max(
      ...[box.left, box.right].flatMap((cx) => [box.top, box.bottom].map((cy) => Math.hypot(cx, cy))),
    );
    expect(far).toBeLessThanOrEqual(cell.outer + 1e-6);
    expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(cell.inner - 1e-6);
    const angle = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);
    expect(angle).toBeGreaterThanOrEqual(cell.from - 1e-6);
    expect(angle).toBeLessThanOrEqual(cell.to + 1e-6);
    // The mark itself with its label, as they are drawn.
    expect(box.right - box.left).toBeGreaterThanOrEqual(2 * dot.radius + 7 * dot.label.length);
    for (const name of written) expect(isApart(box, name)).toBe(true);
    for (const other of layout.placed.slice(at + 1)) expect(isApart(box, other.box)).toBe(true);
  }
}

describe("a radar's marks", () => {
  it("never lie on each other, and stay in ring and sector", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((sectors) => dots(60, sectors)),
        (all) => expectPlaced(numbered(all)),
      ),
      { numRuns: 60 },
    );
  });

  it("have room when two hundred crowd in one place", () => {
    const crowd = Array.from({ length: 200 }, () => ({ ring: "assess" as const, sector: "a", depth: 1, radius: 10 }));
    expectPlaced(numbered(crowd));
    expectPlaced(
      numbered(crowd.map((dot, at) => ({ ...dot, sector: String(at % 41), ring: rings[at % 4] ?? "hold" }))),
    );
  });

  it("are placed alike every time", () => {
    fc.assert(
      fc.property(dots(40, 5), (all) => {
        const once = numbered(all);
        expect(layOut(once, sectorsOf(once)).placed).toEqual(layOut(structuredClone(once), sectorsOf(once)).placed);
      }),
      { numRuns: 20 },
    );
  });

  it("keep their order of depth where there is room", () => {
    const two = numbered([
      { ring: "trial", sector: "a", depth: 0.1, radius: 6 },
      { ring: "trial", sector: "a", depth: 0.9, radius: 6 },
    ]);
    const [near, far] = layOut(two, ["a"]).placed.map(({ x, y }) => Math.hypot(x, y));
    expect(near).toBeLessThan(far ?? 0);
  });
});
