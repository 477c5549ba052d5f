import { line } from "d3-shape";
import { html, Html } from "../view/html.ts";

import { anchorAt, at, mark, niceTicks, percent, place, plot, round } from "./svg.ts";

/** Milliseconds of a day, and money. */
export type CostPoint = readonly [day: number, money: number];

export type CostCurveModel = {
  /** The finding as a sentence. */
  readonly label: string;
  readonly planned: readonly CostPoint[];
  readonly earned: readonly CostPoint[];
  readonly spent: readonly CostPoint[];
  /** Where the cost is going; null where nobody can say. */
  readonly estimate: { readonly at: CostPoint; readonly text: string } | null;
  /** Words at the day of the last report. */
  readonly asOf: { readonly day: number; readonly text: string } | null;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly money: (value: number) => string;
};

const [top, height] = [30, 300];
const base = height - 26;

/** Planned value, work done and cost over the days, and where the cost is going. */
export function costCurve(model: CostCurveModel): Html {
  const { planned, earned, spent, estimate, asOf } = model;
  const points = [...planned, ...earned, ...spent, ...(estimate === null ? [] : [estimate.at])];
  const [first, last] = [Math.min(...points.map(([day]) => day)), Math.max(...points.map(([day]) => day))];
  const most = Math.max(1, ...points.map(([, money]) => money)) * 1.08;
  const X = (day: number): number => place(day, first, Math.max(last, first + 1));
  const Y = (money: number): number => round(top + (1 - money / most) * (base - top));
  const path = (list: readonly CostPoint[]): string =>
    line<CostPoint>()
      .x(([day]) => round(X(day)))
      .y(([, money]) => round(100 - (money / most) * 100))(list) ?? "";
  const ahead = estimate === null ? [] : [spent.at(-1) ?? estimate.at, estimate.at];
  const curves = html`<path class="c-model" d="${path(planned)}" /><path class="c-open" d="${path(ahead)}" /><path
      class="c-line"
      d="${path(earned)}"
    /><path class="c-fails" d="${path(spent)}" />`;
  return html`<svg class="c" height="${height}" role="img" aria-label="${model.label}">
    ${grid(model, Y, most)}${asOf === null ? "" : upright(X(asOf.day), asOf.text)}${plot(top, base - top, curves)}
    <line class="c-axis" x1="0" x2="100%" y1="${base}" y2="${base}" />
    ${model.ticks.map((tick) => tickAt(X(tick.at), tick.text))}${dots(earned, X, Y, "met")}${dots(spent, X, Y, "unmet")}
    ${estimate === null ? "" : end(X(estimate.at[0]), Y(estimate.at[1]), estimate.text)}
  </svg>`;
}

type Scale = (value: number) => number;

const grid = ({ money }: CostCurveModel, Y: Scale, most: number): Html[] =>
  niceTicks(0, most, 4)
    .filter((value) => value > 0)
    .map(
      (value) =>
        html`<line class="c-grid" x1="0" x2="100%" y1="${Y(value)}" y2="${Y(value)}" /><text
            x="0"
            y="${round(Y(value) - 4)}"
            >${money(value)}</text
          >`,
    );

const tickAt = (x: number, text: string): Html =>
  html`<line class="c-axis" x1="${percent(x)}" x2="${percent(x)}" y1="${base}" y2="${base + 4}" /><text
      class="${anchorAt(x)}"
      x="${percent(x)}"
      y="${base + 18}"
      >${text}</text
    >`;

/** Where there is no room for the words to the right, they end at the line. */
function upright(x: number, text: string): Html {
  const left = x > 50;
  return html`<line class="c-demand" x1="${percent(x)}" x2="${percent(x)}" y1="6" y2="${base}" />
    <text class="t-strong${left ? " c-end" : ""}" x="${percent(x)}" dx="${left ? -6 : 6}" y="14">${text}</text>`;
}

/** Of a long row only the newest stands out; the line says the rest. */
const dots = (points: readonly CostPoint[], X: Scale, Y: Scale, state: "met" | "unmet"): Html[] =>
  points
    .slice(1)
    .slice(-12)
    .map(([day, money]) => html`<g class="is-${state}">${new Html(at(X(day), Y(money), mark(state, 4)))}</g>`);

const end = (x: number, y: number, text: string): Html =>
  html`<g class="is-unknown">${new Html(at(x, y, mark("unknown")))}</g
    ><text class="t-data c-end" x="${percent(x)}" dx="-9" y="${round(y - 8)}">${text}</text>`;

/** What the lines mean. */
export function costLegend(words: {
  readonly planned: string;
  readonly earned: string;
  readonly spent: string;
  readonly estimate: string;
}): Html {
  const stroke = (look: string, text: string): Html =>
    html`<span
      ><svg width="26" height="8" aria-hidden="true"><path class="${look}" d="M0 4H26" /></svg>${text}</span
    >`;
  return html`<div class="ts-legend">
    ${stroke("c-model", words.planned)}${stroke("c-line", words.earned)}${stroke("c-fails", words.spent)}${stroke(
      "c-open",
      words.estimate,
    )}
  </div>`;
}
