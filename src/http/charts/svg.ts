import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";

/** x runs in percent, so a chart is as wide as its place while its text keeps its size. No viewBox where there is text. */
export function percent(value: number): string {
  return `${round(value)}%`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Where a value stands between two ends, 0–100, held at the ends. */
export function place(value: number, min: number, max: number): number {
  return Math.max(0, Math.min(100, ((value - min) / (max - min)) * 100));
}

/** Cleared: disc. Straddles: ring. Beyond: diamond. */
export type MarkState = "met" | "unknown" | "unmet";

export function mark(state: MarkState, size = 5): string {
  const s = round(size + 1);
  if (state === "unmet") return `<path class="c-dot" d="M0 -${s}L${s} 0L0 ${s}L-${s} 0Z"/>`;
  return `<circle class="c-dot" r="${state === "unknown" ? size - 0.5 : size}"/>`;
}

/** Puts a shape drawn around 0,0 at a place of the chart. */
export function at(x: number, y: number, shape: string): string {
  return `<svg x="${percent(x)}" y="${round(y)}" overflow="visible">${shape}</svg>`;
}

/** A stretched box for curves: their coordinates run 0–100 both ways. */
export function plot(top: number, height: number, curves: Html): Html {
  return html`<svg x="0" y="${top}" width="100%" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none">
    ${curves}
  </svg>`;
}

/** Text at the left end starts there, at the right end ends there, else is centred. */
export function anchorAt(x: number): string {
  return x < 1 ? "c-start" : x > 99 ? "c-end" : "c-mid";
}

export type Tick = { readonly at: number; readonly text: string };

/** The axis under a chart, or a row of its own under a list of charts. */
export function axis(ticks: readonly Tick[], min: number, max: number): Html {
  const marks = ticks.map(({ at: value, text }) => {
    const x = place(value, min, max);
    return html`<line class="c-axis" x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="4" /><text
        class="${anchorAt(x)}"
        x="${percent(x)}"
        y="17"
        >${text}</text
      >`;
  });
  return html`<svg class="c" height="20" aria-hidden="true">
    <line class="c-axis" x1="0" x2="100%" y1="0.5" y2="0.5" />
    ${marks}
  </svg>`;
}

/** Round values that divide a range into about `count` steps. */
export function niceTicks(min: number, max: number, count = 5): number[] {
  const rough = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
