import { line } from "d3-shape";
import { html, Html } from "../view/html.ts";
import { at, mark, percent, place, plot, round } from "./svg.ts";
import type { MarkState } from "./svg.ts";

export type GuardModel = {
  readonly label: string;
  readonly state: MarkState;
  /** The bound that is compared, a value a day; null where it is not known. */
  readonly values: readonly (number | null)[];
  readonly limit: number;
  readonly direction: "atLeast" | "atMost";
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Day (index) on which the wave opened, with its words; likewise the hold. */
  readonly wave?: { readonly day: number; readonly text: string } | undefined;
  readonly held?: { readonly day: number; readonly text: string } | undefined;
  readonly from: string;
  readonly to: string;
};

const [height, top] = [116, 16];
const inside = height - top - 22;

/** One guard over the days: the zone beyond its limit is grey, the last value carries the state. */
export function guard(model: GuardModel): Html {
  const { values, limit, direction, wave, held } = model;
  const [min, max] = rangeOf(model);
  // A lone assessment is the newest: it stands where the newest always stands, at the right.
  const X = (day: number): number => (values.length === 1 ? 100 : place(day, 0, values.length - 1));
  const Y = (value: number): number => round(top + (1 - place(value, min, max) / 100) * inside);
  const points = values.map((value, day) => [day, value] as const);
  const path = line<readonly [number, number | null]>()
    .defined(([, value]) => value !== null)
    .x(([day]) => round(X(day)))
    .y(([, value]) => round(100 - place(value ?? 0, min, max)));
  const edge = Y(limit);
  const [zoneTop, zone] = direction === "atMost" ? [top, edge - top] : [edge, top + inside - edge];
  const last = points.filter(([, value]) => value !== null).at(-1);
  const base = top + inside;
  const heldAt = held === undefined ? undefined : X(held.day);
  return html`<svg class="c is-${model.state}" height="${height}" role="img" aria-label="${model.label}">
    <rect class="c-below" x="0" y="${zoneTop}" width="100%" height="${round(zone)}" />
    <line class="c-limit" x1="0" x2="100%" y1="${edge}" y2="${edge}" />
    ${plot(top, inside, html`<path class="c-line" d="${path(points) ?? ""}" />`)}${wave === undefined ? "" : html`<line class="c-axis" x1="${percent(X(wave.day))}" x2="${percent(X(wave.day))}" y1="0" y2="${base}" />`}${held === undefined || heldAt === undefined ? "" : html`<line class="c-mark" x1="${percent(heldAt)}" x2="${percent(heldAt)}" y1="0" y2="${base}" /><text class="t-warn${heldAt > 40 ? " c-end" : ""}" x="${percent(heldAt)}" dx="${heldAt > 40 ? -6 : 6}" y="10">${held.text}</text>`}
    <line class="c-axis" x1="0" x2="100%" y1="${base}" y2="${base}" />
    <text x="0" y="${height - 5}">${model.from}</text>
    ${wave === undefined ? "" : html`<text class="c-mid" x="${percent(Math.max(30, Math.min(70, X(wave.day))))}" y="${height - 5}">${wave.text}</text>`}
    <text class="c-end" x="100%" y="${height - 5}">${model.to}</text>
    ${last === undefined ? "" : new Html(at(X(last[0]), Y(last[1] ?? 0), mark(model.state, 4.5)))}
  </svg>`;
}

/** Room around the values and the limit, unless the scale is given. */
function rangeOf({ values, limit, min, max }: GuardModel): readonly [number, number] {
  const all = [limit, ...values.filter((value) => value !== null)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((high - low) * 0.4, Math.abs(limit) * 0.005, 1e-9);
  return [min ?? low - room, max ?? high + room];
}
