import type { IntervalModel } from "../view/components.ts";
import { escapeText, Html } from "../view/html.ts";
import { at, mark, percent, place } from "./svg.ts";

/**
 * Grey beyond the floor, whisker between the bounds, and a cap at the end that the gate reads. Two ends and no value: the
 * whisker alone, for all that is left open.
 */
export function interval(model: IntervalModel): Html {
  const { state, label, lower, estimate, upper, min = 0, max = 100, height = 22, size = 4.5 } = model;
  const middle = height / 2;
  const frame = (kind: string, inside: string): Html =>
    new Html(`<svg class="c${kind}" height="${height}" role="img" aria-label="${escapeText(label)}">${inside}</svg>`);
  const x = (value: number): string => percent(place(value, min, max));
  if (state === "none" || state === "not-applicable" || estimate === undefined) {
    const ranges = state !== "none" && state !== "not-applicable" && lower !== undefined && upper !== undefined;
    return frame(
      ranges ? ` is-${state}` : "",
      ranges
        ? floor(model, middle, x) + whisker(x(lower), x(upper), middle)
        : `<line class="c-miss" x1="0" x2="100%" y1="${middle}" y2="${middle}"/>`,
    );
  }
  const upward = model.direction !== "atMost";
  const low = lower ?? estimate;
  const high = upper ?? estimate;
  const cap = x(upward ? low : high);
  return frame(
    ` is-${state}`,
    `<line class="c-base" x1="0" x2="100%" y1="${middle}" y2="${middle}"/>` +
      floor(model, middle, x) +
      (model.target === undefined
        ? ""
        : at(place(model.target, min, max), middle, `<path class="c-target" d="M0 -5L4 -11H-4Z"/>`)) +
      whisker(x(low), x(high), middle) +
      `<line class="c-cap" x1="${cap}" x2="${cap}" y1="${middle - 4.5}" y2="${middle + 4.5}"/>` +
      at(place(estimate, min, max), middle, mark(state, size)),
  );
}

function whisker(from: string, to: string, middle: number): string {
  return `<line class="c-whisker" x1="${from}" x2="${to}" y1="${middle}" y2="${middle}"/>`;
}

function floor(model: IntervalModel, middle: number, x: (value: number) => string): string {
  if (model.floor === undefined) return "";
  const edge = place(model.floor, model.min ?? 0, model.max ?? 100);
  const [from, width] = model.direction === "atMost" ? [edge, 100 - edge] : [0, edge];
  const at = x(model.floor);
  return (
    `<rect class="c-below" x="${percent(from)}" y="${middle - 5}" width="${percent(width)}" height="10"/>` +
    `<line class="c-floor" x1="${at}" x2="${at}" y1="${middle - 8}" y2="${middle + 8}"/>`
  );
}
