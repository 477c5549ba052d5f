import { area, curveMonotoneX, line } from "d3-shape";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import { anchorAt, niceTicks, percent, place, plot, round } from "./svg.ts";

/** Score and its density in any unit: the curve is scaled to its own height. */
export type DensityPoint = readonly [score: number, density: number];

export type DensityModel = {
  readonly curve: readonly DensityPoint[];
  readonly passMark: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly height?: number | undefined;
  /** The finding: “Distribution of the overall score. The chance of at least 70 is 0.981.” */
  readonly label: string;
  /** “pass mark 70”, “passes 0.981”, “0.019” */
  readonly words: { readonly mark: string; readonly above: string; readonly below: string };
};

const top = 20;

/** The overall score: filled right of the pass mark, grey left of it. */
export function density({ curve, passMark, min = 40, max = 100, height = 150, label, words }: DensityModel): Html {
  const base = height - 22;
  const cut = place(passMark, min, max);
  const peak = Math.max(...curve.map(([, d]) => d), Number.MIN_VALUE);
  const points = withPoint(
    curve.filter(([score]) => score >= min && score <= max),
    passMark,
  ).map(([score, d]) => [round(place(score, min, max)), round(100 - (d / peak) * 96)] as const);
  const outline = line<readonly [number, number]>()
    .x(([x]) => x)
    .y(([, y]) => y)
    .curve(curveMonotoneX);
  const filled = area<readonly [number, number]>()
    .x(([x]) => x)
    .y0(100)
    .y1(([, y]) => y)
    .curve(curveMonotoneX);
  const below = points.filter(([x]) => x <= round(cut));
  const above = points.filter(([x]) => x >= round(cut));
  const highest = Math.min(...points.map(([, y]) => y));
  const mode = points.find(([, y]) => y === highest)?.[0] ?? cut;
  const curves = html`<path class="c-area-out" d="${filled(below) ?? ""}" /><path
      class="c-area"
      d="${filled(above) ?? ""}"
    /><path class="c-edge" d="${outline(points) ?? ""}" />`;
  const ticks = niceTicks(min, max, 6).map((tick) => {
    const x = place(tick, min, max);
    return html`<line class="c-axis" x1="${percent(x)}" x2="${percent(x)}" y1="${base}" y2="${base + 4}" /><text
        class="${anchorAt(x)}"
        x="${percent(x)}"
        y="${base + 17}"
        >${tick}</text
      >`;
  });
  const right = mode > 62;
  return html`<svg class="c" height="${height + 4}" role="img" aria-label="${label}">
    ${plot(top, base - top, curves)}
    <line class="c-axis" x1="0" x2="100%" y1="${base}" y2="${base}" />
    ${ticks}
    <line class="c-floor" x1="${percent(cut)}" x2="${percent(cut)}" y1="6" y2="${base}" />
    <text class="t-strong${cut > 25 ? " c-end" : ""}" x="${percent(cut)}" dx="${cut > 25 ? -7 : 7}" y="15">
      ${words.mark}
    </text>
    <text
      class="t-data${right ? " c-end" : ""}"
      x="${right ? "100%" : percent(Math.max(mode, cut) + 10)}"
      y="${right ? 15 : top + 20}"
    >
      ${words.above}
    </text>
    <text class="${cut > 25 ? "c-end" : ""}" x="${percent(cut)}" dx="${cut > 25 ? -7 : 7}" y="${base - 8}">
      ${words.below}
    </text>
  </svg>`;
}

/** The curve with a point at the cut, so that both areas meet there. */
function withPoint(curve: readonly DensityPoint[], score: number): DensityPoint[] {
  if (curve.some(([s]) => s === score)) return [...curve];
  const after = curve.findIndex(([s]) => s > score);
  const [left, right] = [curve[after - 1], curve[after]];
  if (left === undefined || right === undefined) return [...curve];
  const share = (score - left[0]) / (right[0] - left[0]);
  return [...curve.slice(0, after), [score, left[1] + share * (right[1] - left[1])], ...curve.slice(after)];
}

/** A curve from equal bins between two ends. */
export function curveOfBins(counts: readonly number[], from: number, to: number): DensityPoint[] {
  const width = (to - from) / counts.length;
  return [[from, 0], ...counts.map((count, i) => [from + (i + 0.5) * width, count] as const), [to, 0]];
}

/** The bell with a mean and a standard deviation, where no sample was kept. */
export function normalCurve(mean: number, sd: number, min = 40, max = 100): DensityPoint[] {
  const spread = Math.max(sd, 0.25);
  return Array.from({ length: 121 }, (_, i) => {
    const score = min + ((max - min) * i) / 120;
    return [score, Math.exp(-((score - mean) ** 2) / (2 * spread ** 2))] as const;
  });
}
