import { line } from "d3-shape";
import type { TableModel } from "../view/components.ts";
import { html, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { at, mark, niceTicks, percent, place, plot, round } from "./svg.ts";

export type LoadStep = {
  readonly concurrency: number;
  readonly throughputPerSecond: number;
  /** Whether the service level held at this step. */
  readonly holds: boolean;
};

export type LoadModel = {
  readonly label: string;
  /** Ascending by concurrency. */
  readonly steps: readonly LoadStep[];
  /** Requests a second that a full rollout must carry. */
  readonly demand?: number | undefined;
  /** Headroom in words: “headroom 1.33 × (at least 1.24)”, and short for narrow pages: “1.33 ×”. */
  readonly headroom?: { readonly text: string; readonly short: string } | undefined;
  /** A scalability model: drawn dotted, never used for a decision. */
  readonly model?: readonly (readonly [concurrency: number, throughput: number])[] | undefined;
  readonly height?: number | undefined;
};

const top = 28;
const bottom = 44;

/** Throughput against concurrency: what was measured, what is asked, and what nobody tested. */
export function load(language: Language, model: LoadModel): Html {
  const { t, format } = language;
  const { label, steps, demand, height = 350 } = model;
  const inside = height - top - bottom;
  const last = steps.at(-1)?.concurrency ?? 1;
  const best = steps
    .filter(({ holds }) => holds)
    .reduce<LoadStep | undefined>((a, b) => (a && a.throughputPerSecond >= b.throughputPerSecond ? a : b), undefined);
  const maxX = last * 1.3;
  const ticks = niceTicks(
    0,
    Math.max(demand ?? 0, ...steps.map(({ throughputPerSecond }) => throughputPerSecond)) * 1.12,
    5,
  );
  const maxY = Math.max(...ticks, demand ?? 0, ...steps.map(({ throughputPerSecond }) => throughputPerSecond)) * 1.04;
  const X = (n: number): number => place(n, 0, maxX);
  const Y = (v: number): number => round(top + (1 - v / maxY) * inside);
  const path = line<readonly [number, number]>()
    .x(([n]) => round(X(n)))
    .y(([, v]) => round(100 - (v / maxY) * 100));
  const edge = percent(X(last));
  const near = (v: number): boolean => demand !== undefined && Math.abs(Y(v) - Y(demand)) < 20;
  const unitAt = ticks.at(-1);
  const grid = ticks
    .filter((v) => v > 0)
    .map(
      (v) =>
        html`<line
            class="c-grid"
            x1="0"
            x2="100%"
            y1="${Y(v)}"
            y2="${Y(v)}"
          />${near(v) ? "" : html`<text x="0" y="${round(Y(v) - 4)}">${v === unitAt ? t("charts:load.perSecond", { figure: format.number(v) }) : format.number(v)}</text>`}`,
    );
  const untested = html`<rect
      class="c-zone"
      x="${edge}"
      y="${top}"
      width="${percent(100 - X(last))}"
      height="${inside}"
    /><svg x="${edge}" y="${top}" width="${percent(100 - X(last))}" height="${inside}">${hatch(inside)}</svg
    ><text class="t-ink c-mid" x="${percent((X(last) + 100) / 2)}" y="${top - 8}">${t("charts:load.untested")}</text
    ><text class="t-ink c-end" x="${edge}" dx="-6" y="${top - 8}"
      >${t("charts:load.tested", { figure: format.number(last) })}</text
    ><line class="c-axis" x1="${edge}" x2="${edge}" y1="${top - 20}" y2="${top + inside}" />`;
  const curves = plot(
    top,
    inside,
    html`${model.model === undefined ? "" : html`<path class="c-model" d="${path(model.model) ?? ""}" />`}<path
        class="c-line"
        d="${path(steps.map((s) => [s.concurrency, s.throughputPerSecond] as const)) ?? ""}"
      />`,
  );
  const asked =
    demand === undefined
      ? ""
      : html`<line class="c-demand" x1="0" x2="100%" y1="${Y(demand)}" y2="${Y(demand)}" /><text
            class="t-strong c-wide"
            x="0"
            y="${round(Y(demand) - 6)}"
            >${t("charts:load.demand", { figure: format.number(demand) })}</text
          ><text class="t-strong c-end c-narrow" x="100%" y="${round(Y(demand) + 16)}">${format.number(demand)}</text>`;
  const marks = steps.map(
    (s) =>
      new Html(
        `<g class="${s.holds ? "is-met" : "is-unmet"}">${at(X(s.concurrency), Y(s.throughputPerSecond), mark(s.holds ? "met" : "unmet"))}</g>`,
      ),
  );
  const numbers = axisNumbers(steps, X, top + inside, format.number);
  return html`<svg class="c" height="${height}" role="img" aria-label="${label}">
    ${grid}${untested}
    <line class="c-axis" x1="0" x2="100%" y1="${top + inside}" y2="${top + inside}" />
    ${curves}${asked}${best === undefined ? "" : bracket(language, best, model, X, Y)}${marks}${numbers}
    <text x="0" y="${height - 6}">${t("charts:load.users")}</text>
    ${model.model === undefined ? "" : html`<text class="c-end c-wide" x="100%" y="${height - 6}">${t("charts:load.modelNote")}</text>`}
  </svg>`;
}

/** Lines at 45 degrees without a pattern: ids would collide where a page has two charts. */
function hatch(height: number): Html {
  const lines = Array.from(
    { length: 60 },
    (_, i) => html`<line class="c-hatch" x1="${i * 10 - height}" x2="${i * 10}" y1="${height}" y2="0" />`,
  );
  return html`${lines}`;
}

function bracket(
  { t, format }: Language,
  best: LoadStep,
  { demand, headroom }: LoadModel,
  X: (n: number) => number,
  Y: (v: number) => number,
): Html {
  const x = percent(X(best.concurrency));
  const y = Y(best.throughputPerSecond);
  const figure = format.number(Math.round(best.throughputPerSecond));
  const value = html`<text class="t-data c-end c-wide" x="${x}" dx="-9" y="${round(y - 12)}"
      >${t("charts:load.best", { figure })}</text
    ><text class="t-data c-mid c-narrow" x="${x}" y="${round(y - 12)}">${figure}</text>`;
  if (demand === undefined || headroom === undefined) return value;
  const middle = (y + Y(demand)) / 2;
  return html`<line class="c-mark" x1="${x}" x2="${x}" y1="${y}" y2="${Y(demand)}" />${value}<text
      class="t-data c-wide"
      x="${x}"
      dx="7"
      y="${round(middle + 5)}"
      >${headroom.text}</text
    ><text class="t-data c-narrow" x="${x}" dx="5" y="${round(middle + 12)}">${headroom.short}</text>`;
}

/** Every step has its tick; a number only where it does not touch the one before, which comes sooner on narrow pages. */
function axisNumbers(
  steps: readonly LoadStep[],
  X: (n: number) => number,
  y: number,
  number: (n: number) => string,
): Html[] {
  let [wide, narrow] = [-Infinity, -Infinity];
  return steps.map(({ concurrency }) => {
    const x = X(concurrency);
    const tick = html`<line class="c-axis" x1="${percent(x)}" x2="${percent(x)}" y1="${y}" y2="${y + 4}" />`;
    if (x - wide < 4) return tick;
    wide = x;
    const look = x - narrow < 9 ? "c-mid c-wide" : "c-mid";
    if (look === "c-mid") narrow = x;
    return html`${tick}<text class="${look}" x="${percent(x)}" y="${y + 18}">${number(concurrency)}</text>`;
  });
}

export function loadTable({ t, format }: Language, caption: string, { steps }: LoadModel): TableModel {
  return {
    caption,
    columns: [
      { label: t("charts:load.users"), num: true },
      { label: t("charts:load.throughput"), num: true },
      { label: t("charts:load.level") },
    ],
    rows: steps.map((step) => ({
      cells: [
        { content: format.number(step.concurrency), num: true, header: true },
        { content: format.number(step.throughputPerSecond, 1), num: true },
        { content: t(step.holds ? "charts:load.holds" : "charts:load.missed") },
      ],
    })),
  };
}

export function loadLegend({ t }: Language, level: string, withModel = false): Html {
  return html`<div class="ts-legend">
    <span
      ><svg width="10" height="10" aria-hidden="true"><circle class="c-dot" cx="5" cy="5" r="4.5" /></svg>${level}</span
    ><span
      ><svg class="is-unmet" width="12" height="12" aria-hidden="true">
        <path class="c-dot" d="M6 .5l5.5 5.5l-5.5 5.5l-5.5 -5.5z" /></svg
      >${t("charts:load.missed")}</span
    ><span
      ><svg width="26" height="8" aria-hidden="true"><line class="c-demand" x1="0" x2="26" y1="4" y2="4" /></svg
      >${t("charts:load.demandWord")}</span
    >${
      withModel
        ? html`<span
            ><svg width="26" height="8" aria-hidden="true"><line class="c-model" x1="0" x2="26" y1="4" y2="4" /></svg
            >${t("charts:load.modelWord")}</span
          >`
        : ""
    }
  </div>`;
}
