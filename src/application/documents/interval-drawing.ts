import { onceBeside } from "../../domain/words/once-beside.ts";
import { painted } from "./painted.ts";
import type { Shape } from "./painted.ts";
import type { DrawnInterval } from "./paper.ts";

/** Of the drawing, in points; a picture of it has so many dots a point. */
export const drawn = { width: 120, height: 14, dots: 2 } as const;

const colors = { below: 0xcfd4da, base: 0xdfe3e8, floor: 0x1d2329, mark: 0x1d2329, paper: 0xffffff } as const;
const edge = 6;

const x = (percent: number): number => edge + ((drawn.width - 2 * edge) * percent) / 100;
const bar = (from: number, to: number, half: number, color: number): Shape => ({
  is: "box",
  box: [Math.min(from, to), drawn.height / 2 - half, Math.max(from, to), drawn.height / 2 + half],
  color,
});
const post = (at: number, half: number, thick: number, color: number): Shape =>
  bar(at - thick / 2, at + thick / 2, half, color);

/** As on the page: grey beyond the floor, a whisker between the bounds, a cap at the end that the gate reads, the mark. */
function shapesOf({ state, lower, estimate, upper, floor, target, atMost }: DrawnInterval): readonly Shape[] {
  const middle = drawn.height / 2;
  const ends = [lower ?? estimate, upper ?? estimate] as const;
  const [low, high] = ends;
  return [
    bar(x(0), x(100), 0.3, colors.base),
    ...(floor === null
      ? []
      : [bar(x(atMost ? 100 : 0), x(floor), 4, colors.below), post(x(floor), 6.5, 1.2, colors.floor)]),
    ...(target === null
      ? []
      : [{ is: "diamond" as const, at: [x(target), 2.5] as const, size: 2.5, color: colors.mark }]),
    ...(low === null || high === null ? [] : [bar(x(low), x(high), 0.7, colors.mark)]),
    ...(low === null || high === null || estimate === null
      ? []
      : [post(x(atMost ? high : low), 3.5, 1.2, colors.mark)]),
    ...(estimate === null ? [] : markAt(state, [x(estimate), middle])),
  ];
}

/** Cleared: disc. Open: ring. Missed: diamond. */
function markAt(state: DrawnInterval["state"], at: readonly [number, number]): readonly Shape[] {
  if (state === "unmet") return [{ is: "diamond", at, size: 4.5, color: colors.mark }];
  const disc: Shape = { is: "disc", at, size: 3.5, color: colors.mark };
  return state === "met" ? [disc] : [disc, { is: "disc", at, size: 2.3, color: colors.paper }];
}

export function svgOf(interval: DrawnInterval): string {
  const shapes = shapesOf(interval).map((shape) => {
    const fill = `fill="#${shape.color.toString(16).padStart(6, "0")}"`;
    switch (shape.is) {
      case "box": {
        const [left, top, right, bottom] = shape.box;
        return `<rect x="${figure(left)}" y="${figure(top)}" width="${figure(right - left)}" height="${figure(bottom - top)}" ${fill}/>`;
      }
      case "disc":
        return `<circle cx="${figure(shape.at[0])}" cy="${figure(shape.at[1])}" r="${figure(shape.size)}" ${fill}/>`;
      case "diamond": {
        const [cx, cy] = shape.at;
        const points = [
          [cx, cy - shape.size],
          [cx + shape.size, cy],
          [cx, cy + shape.size],
          [cx - shape.size, cy],
        ];
        return `<polygon points="${points.map((point) => point.map(figure).join(",")).join(" ")}" ${fill}/>`;
      }
      default:
        return shape satisfies never;
    }
  });
  const { width, height } = drawn;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes.join("")}</svg>`;
}

const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** The same for what shows no SVG. */
export const pngOf = onceBeside((interval: DrawnInterval): Buffer => painted(shapesOf(interval), drawn));
