import type { Box } from "./cell-shape.ts";
import type { Ring } from "./rings.ts";

/** A dot before it is placed. */
export interface Dot {
  readonly ring: Ring;
  readonly sector: string;
  /** Where in its ring it belongs: 0 at the inner edge, 1 at the outer. */
  readonly depth: number;
  /** Of its mark, in pixels. */
  readonly radius: number;
  /** What stands beside it: a number. */
  readonly label: string;
}

/** Of its label, whose figures are 12 pixels high, with a pixel of air all round. */
const [figure, high] = [7, 14];

/** @param x of its mark */
export function boxOf({ radius, label }: Dot, x: number, y: number): Box {
  const half = Math.max(radius, high / 2) + 1;
  return { left: x - radius - 1, right: x + radius + 3 + figure * label.length, top: y - half, bottom: y + half };
}

/** Where a label begins beside its mark, and how much room both take. */
export const labelGap = 2;
export function footprint(dot: Dot): number {
  const { left, right, top, bottom } = boxOf(dot, 0, 0);
  return (right - left) * (bottom - top);
}
