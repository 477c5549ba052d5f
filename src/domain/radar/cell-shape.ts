/** One ring within one sector. Angles clockwise from the top, in radians; radii in pixels. */
export interface Cell {
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Neither lies on the other. */
export const isApart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

/** Wholly: between its circles, and between its sides where it has any. Asked some ten thousand times a drawing. */
export function isWithin({ left, right, top, bottom }: Box, cell: Cell): boolean {
  const [farX, farY] = [Math.max(-left, right), Math.max(-top, bottom)];
  if (farX * farX + farY * farY > cell.outer * cell.outer) return false;
  const [nearX, nearY] = [Math.max(left, 0, -right), Math.max(top, 0, -bottom)];
  if (nearX * nearX + nearY * nearY < cell.inner * cell.inner) return false;
  if (cell.to - cell.from >= whole - 1e-9) return true;
  const isIn = (x: number, y: number): boolean => isBetween(angleOf(x, y), cell);
  const corners = isIn(left, top) && isIn(right, top) && isIn(right, bottom) && isIn(left, bottom);
  return corners && !hasSideWithin({ left, right, top, bottom }, cell);
}

const whole = 2 * Math.PI;

const angleOf = (x: number, y: number): number => (Math.atan2(x, -y) + whole) % whole;

const isBetween = (angle: number, { from, to }: Cell): boolean => angle >= from && angle <= to;

/** A side runs through it although all corners lie within: only where a sector is wider than half. */
const hasSideWithin = (box: Box, { from, to, outer }: Cell): boolean =>
  to - from > Math.PI && [from, to].some((angle) => isCrossed(box, outer * Math.sin(angle), -outer * Math.cos(angle)));

/** The line from the middle to a point, in steps finer than any box. */
function isCrossed({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  const steps = Math.ceil(Math.hypot(x, y) / 4);
  return Array.from({ length: steps + 1 }, (_, at) => [(x * at) / steps, (y * at) / steps] as const).some(
    ([px, py]) => px > left && px < right && py > top && py < bottom,
  );
}
