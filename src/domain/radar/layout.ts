import { cellsOf } from "./cells.ts";
import type { Cells } from "./cells.ts";
import { isApart, isWithin } from "./cell-shape.ts";
import type { Box, Cell } from "./cell-shape.ts";
import { boxOf } from "./dot.ts";
import type { Dot } from "./dot.ts";
import { rings } from "./rings.ts";

/** Pixels from the middle of the drawing, x to the right and y downwards. */
interface Placed {
  readonly x: number;
  readonly y: number;
  /** Mark and label together. */
  readonly box: Box;
}

export interface Layout extends Cells {
  /** In the order of the dots. */
  readonly placed: readonly Placed[];
}

/**
 * Marks and labels so that none lies on another and each stays in its ring and sector, as near to its depth as there is
 * room. The same dots are always placed alike. Rings and sectors are as wide as what they hold; where that does not do,
 * the whole grows; after each try that was too small others may have their turn.
 *
 * @param sectors in their order, clockwise from the top; every dot's is among them
 * @param names how wide the name of each ring is written, in pixels, at the top of the ring
 */
export function* layOut(
  dots: readonly Dot[],
  sectors: readonly string[],
  names: readonly number[] = [],
): Generator<null, Layout> {
  for (let scale = 1; ; scale *= 1.06) {
    const cells = cellsOf(dots, sectors, scale);
    const placed = placedIn(dots, cells, nameBoxes(cells, names));
    if (placed !== null) return { ...cells, placed };
    yield null;
  }
}

const nameHigh = 16;

/** Where the names of the rings stand: no mark lies on them. */
const nameBoxes = ({ radii }: Cells, names: readonly number[]): readonly Box[] =>
  names.map((width, at) => {
    const top = -(radii[at + 1] ?? 0) + 2;
    return { left: -width / 2, right: width / 2, top, bottom: top + nameHigh };
  });

/** Null where a cell is too small. */
function placedIn(dots: readonly Dot[], cells: Cells, free: readonly Box[]): readonly Placed[] | null {
  const taken = new Map<Cell, readonly Box[]>();
  const seats = new Map<Dot, Placed>();
  // The nearest to the middle first, so that each moves on from where the one before it stands.
  for (const dot of dots.toSorted((a, b) => rings.indexOf(a.ring) - rings.indexOf(b.ring) || a.depth - b.depth)) {
    const cell = cells.of(dot.ring, dot.sector);
    const others = taken.get(cell) ?? free;
    const seat = seatIn(dot, cell, others);
    if (seat === null) return null;
    taken.set(cell, [...others, seat.box]);
    seats.set(dot, seat);
  }
  return dots.flatMap((dot) => seats.get(dot) ?? []);
}

/** Of the golden section: places that follow each other by it spread evenly, however many there are. */
const section = 0.618_033_988_75;
const [step, apart] = [3, 7];

function seatIn(dot: Dot, cell: Cell, others: readonly Box[]): Placed | null {
  const width = cell.outer - cell.inner;
  const wanted = cell.inner + width * Math.max(0, Math.min(1, dot.depth));
  for (let off = 0; off <= width; off += step) {
    for (const along of off === 0 ? [wanted] : [wanted - off, wanted + off]) {
      if (along < cell.inner || along > cell.outer) continue;
      const seat = seatAt(along, dot, cell, others);
      if (seat !== null) return seat;
    }
  }
  return null;
}

function seatAt(along: number, dot: Dot, cell: Cell, others: readonly Box[]): Placed | null {
  const angle = cell.to - cell.from;
  const tries = Math.max(6, Math.ceil((along * angle) / apart));
  for (let nth = 0; nth < tries; nth += 1) {
    const at = cell.from + angle * ((0.5 + (others.length + nth) * section) % 1);
    const [x, y] = [along * Math.sin(at), -along * Math.cos(at)];
    const box = boxOf(dot, x, y);
    if (others.every((other) => isApart(box, other)) && isWithin(box, cell)) return { x, y, box };
  }
  return null;
}
