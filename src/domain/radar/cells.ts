import type { Cell } from "./cell-shape.ts";
import { footprint } from "./dot.ts";
import type { Dot } from "./dot.ts";
import { rings } from "./rings.ts";
import type { Ring } from "./rings.ts";

/** How the circle is parted. */
export interface Cells {
  /** Where each ring begins, in pixels from the middle, the innermost first; then where the last one ends. */
  readonly radii: readonly number[];
  readonly sectors: readonly { readonly key: string; readonly from: number; readonly to: number }[];
  /** @throws {RangeError} for a sector that is none */
  readonly of: (ring: Ring, sector: string) => Cell;
}

/** A ring that holds little, and the whole. */
const [leastWidth, leastRadius] = [46, 330];
/** So much more room than the marks themselves: where each finds a place near its own. */
const air = 3.6;
const emptied = 120;

export function cellsOf(dots: readonly Dot[], sectors: readonly string[], scale: number): Cells {
  const needs = rings.map((ring) => sectors.map((sector) => needOf(dots, ring, sector)));
  const angles = anglesOf(needs, sectors);
  const radii = radiiOf(
    needs.map((ofRing) => Math.max(0, ...ofRing.map((need, at) => need / (angles[at] ?? 1)))),
    scale,
  );
  let from = 0;
  const parted = sectors.map((key, at) => {
    const start = from;
    from += (angles[at] ?? 0) * 2 * Math.PI;
    return { key, from: start, to: from };
  });
  const bySector = new Map(parted.map((sector) => [sector.key, rings.map((_, at) => cellAt(radii, at, sector))]));
  return {
    radii,
    sectors: parted,
    of: (ring, sector) => {
      const cell = bySector.get(sector)?.[rings.indexOf(ring)];
      if (cell === undefined) throw new RangeError(`No sector ${sector}`);
      return cell;
    },
  };
}

const cellAt = (radii: readonly number[], at: number, { from, to }: Pick<Cell, "from" | "to">): Cell => ({
  inner: radii[at] ?? 0,
  outer: radii[at + 1] ?? 0,
  from,
  to,
});

const needOf = (dots: readonly Dot[], ring: Ring, sector: string): number =>
  air * sum(dots.filter((dot) => dot.ring === ring && dot.sector === sector).map(footprint));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** In shares of the circle: half of it alike, so that none is too narrow for a mark, half by what the sectors hold. */
function anglesOf(needs: readonly (readonly number[])[], sectors: readonly string[]): readonly number[] {
  const held = sectors.map((_, at) => sum(needs.map((ofRing) => ofRing[at] ?? 0)));
  const all = sum(held);
  return held.map((need) => (all === 0 ? 1 / sectors.length : 0.5 / sectors.length + (0.5 * need) / all));
}

/**
 * Where many narrow sectors meet there is no room for a mark: what grows is above all the middle that stays empty.
 *
 * @param needs of each ring, in square pixels, were all its sectors as full as its fullest
 * @returns where each begins, and where the last one ends
 */
function radiiOf(needs: readonly number[], scale: number): readonly number[] {
  const radii = [emptied * (scale - 1)];
  for (const need of needs) {
    const inner = radii.at(-1) ?? 0;
    radii.push(Math.max(inner + leastWidth, Math.sqrt(inner ** 2 + need / Math.PI)));
  }
  const grown = scale ** 0.15 * Math.max(1, leastRadius / (radii.at(-1) ?? leastRadius));
  return radii.map((radius) => radius * grown);
}
