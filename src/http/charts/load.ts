import { line } from "d3-shape";
import { html, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { at, mark, niceTicks, percent, place, plot, round } from "./svg.ts";

export type LoadStep = {
  readonly concurrency: number;
  readonly throughputPerSecond: number;
  /** Whether the service level held at this step; null where the tool does not say enough to know, open where chance may. */
  readonly holds: boolean | null | "open";
};

export type LoadModel = {
  readonly label: string;
  /** Ascending by concurrency. */
  readonly steps: readonly LoadStep[];
  /** Requests a second that a full rollout must carry. */
  readonly demand?: number | undefined;
  /** Headroom in words: “headroom 1.33 × (at least 1.24)”, and short for narrow pages: “1.33 ×”. */
  readonly headroom?: { readonly text: string; readonly short: string } | undefined;
  /** A scalability model: thin over what was tested, dashed beyond; never used for a decision. Rising concurrency. */
  readonly model?: readonly (readonly [concurrency: number, throughput: number])[] | undefined;
  readonly height?: number | undefined;
};

const top = 28;
const bottom = 44;

/** Where a load chart puts its values: concurrency in percent of the width, throughput in pixels from above. */
type Scale = {
  readonly X: (concurrency: number) => number;
  readonly Y: (throughput: number) => number;
  readonly ticks: readonly number[];
  readonly maxY: number;
  readonly base: number;
};

/** Throughput against concurrency: what was measured, what is asked, and what nobody tested. */
export function load(language: Language, model: LoadModel): Html {
  const { height = 350, steps } = model;
  const scale = scaleOf(model, height);
  const marks = steps.map((step) => {
    const state = step.holds === true ? "met" : step.holds === false ? "unmet" : "unknown";
    const placed = at(scale.X(step.concurrency), scale.Y(step.throughputPerSecond), mark(state));
    return new Html(`<g class="is-${state}">${placed}</g>`);
  });
  return html`<svg class="c" height="${height}" role="img" aria-label="${model.label}">
    ${grid(language, model, scale)}${untested(language, steps.at(-1)?.concurrency ?? 1, scale)}
    <line class="c-axis" x1="0" x2="100%" y1="${scale.base}" y2="${scale.base}" />
    ${curves(model, scale)}${demand(language, model, scale)}${headroom(language, model, scale)}${marks}
    ${axisNumbers(language, steps, scale)}${notes(language, model, height)}
  </svg>`;
}

function scaleOf({ steps, demand, model = [] }: LoadModel, height: number): Scale {
  const inside = height - top - bottom;
  const drawn = [...steps.map(({ throughputPerSecond }) => throughputPerSecond), ...model.map(([, fitted]) => fitted)];
  const most = Math.max(demand ?? 0, ...drawn, 1);
  const ticks = niceTicks(0, most * 1.12, 5);
  // Room above the best step for its figure, clear of the words on top.
  const maxY = Math.max(most * 1.12, ...ticks) * 1.04;
  const maxX = (steps.at(-1)?.concurrency ?? 1) * 1.3;
  return {
    X: (concurrency) => place(concurrency, 0, maxX),
    Y: (throughput) => round(top + (1 - throughput / maxY) * inside),
    ticks,
    maxY,
    base: top + inside,
  };
}

/** Lines at round values; the topmost says the unit, and one that would touch the demand says nothing. */
function grid({ t, format }: Language, { demand }: LoadModel, { Y, ticks }: Scale): Html[] {
  const free = (value: number): boolean => demand === undefined || Math.abs(Y(value) - Y(demand)) >= 20;
  const text = (value: number): string =>
    value === ticks.at(-1) ? t("charts:load.perSecond", { figure: format.number(value) }) : format.number(value);
  return ticks
    .filter((value) => value > 0)
    .map(
      (value) =>
        html`<line class="c-grid" x1="0" x2="100%" y1="${Y(value)}" y2="${Y(value)}" />${
            free(value) ? html`<text x="0" y="${round(Y(value) - 4)}">${text(value)}</text>` : ""
          }`,
    );
}

function untested({ t, format }: Language, last: number, { X, base }: Scale): Html {
  const [edge, width] = [percent(X(last)), percent(100 - X(last))];
  const inside = base - top;
  return html`<rect class="c-zone" x="${edge}" y="${top}" width="${width}" height="${inside}" />
    <svg x="${edge}" y="${top}" width="${width}" height="${inside}">${hatch(inside)}</svg>
    <text class="t-ink c-mid" x="${percent((X(last) + 100) / 2)}" y="${top - 8}">${t("charts:load.untested")}</text>
    <text class="t-ink c-end" x="${edge}" dx="-6" y="${top - 8}">
      ${t("charts:load.tested", { figure: format.number(last) })}
    </text>
    <line class="c-axis" x1="${edge}" x2="${edge}" y1="${top - 20}" y2="${base}" />`;
}

/** Lines at 45 degrees without a pattern: its id would collide where a page has two charts. */
function hatch(height: number): Html[] {
  return Array.from(
    { length: 60 },
    (_, i) => html`<line class="c-hatch" x1="${i * 10 - height}" x2="${i * 10}" y1="${height}" y2="0" />`,
  );
}

function curves({ steps, model }: LoadModel, { X, maxY, base }: Scale): Html {
  const path = line<readonly [number, number]>()
    .x(([concurrency]) => round(X(concurrency)))
    .y(([, throughput]) => round(100 - (throughput / maxY) * 100));
  const measured = steps.map((step) => [step.concurrency, step.throughputPerSecond] as const);
  const last = steps.at(-1)?.concurrency ?? 0;
  const part = (belongs: (concurrency: number) => boolean): string =>
    path((model ?? []).filter(([concurrency]) => belongs(concurrency))) ?? "";
  const fitted =
    model === undefined
      ? ""
      : html`<path class="c-model c-model--tested" d="${part((n) => n <= last)}" /><path
            class="c-model"
            d="${part((n) => n >= last)}"
          />`;
  return plot(top, base - top, html`${fitted}<path class="c-line" d="${path(measured) ?? ""}" />`);
}

function demand({ t, format }: Language, { demand }: LoadModel, { Y }: Scale): Html | "" {
  if (demand === undefined) return "";
  const [y, figure] = [Y(demand), format.number(demand)];
  return html`<line class="c-demand" x1="0" x2="100%" y1="${y}" y2="${y}" />
    <text class="t-strong c-wide" x="0" y="${round(y - 6)}">${t("charts:load.demand", { figure })}</text>
    <text class="t-strong c-end c-narrow" x="100%" y="${round(y + 16)}">${figure}</text>`;
}

/** The best step at which the service level holds, and from there a bracket to what is asked. */
function headroom({ t, format }: Language, { steps, demand, headroom }: LoadModel, { X, Y }: Scale): Html | "" {
  const best = steps
    .filter(({ holds }) => holds === true)
    .sort((a, b) => b.throughputPerSecond - a.throughputPerSecond)
    .at(0);
  if (best === undefined) return "";
  const [x, y] = [percent(X(best.concurrency)), Y(best.throughputPerSecond)];
  const figure = perSecond(format, best.throughputPerSecond);
  const value = html`<text class="t-data c-end c-wide" x="${x}" dx="-9" y="${round(y - 12)}">
      ${t("charts:load.best", { figure })}
    </text>
    <text class="t-data c-mid c-narrow" x="${x}" y="${round(y - 12)}">${figure}</text>`;
  if (demand === undefined || headroom === undefined) return value;
  const middle = (y + Y(demand)) / 2;
  return html`<line class="c-mark" x1="${x}" x2="${x}" y1="${y}" y2="${Y(demand)}" />
    ${value}
    <text class="t-data c-wide" x="${x}" dx="7" y="${round(middle + 5)}">${headroom.text}</text>
    <text class="t-data c-narrow" x="${x}" dx="5" y="${round(middle + 12)}">${headroom.short}</text>`;
}

/** Whole requests, tenths where there are few, hundredths where there is hardly one. */
export function perSecond({ number }: Language["format"], throughput: number): string {
  if (throughput < 2) return number(throughput, 2);
  return throughput < 20 ? number(throughput, 1) : number(Math.round(throughput));
}

/** Every step has its tick; a number only where it does not touch the one before, which comes sooner on narrow pages. */
function axisNumbers({ format }: Language, steps: readonly LoadStep[], { X, base }: Scale): Html[] {
  let [wide, narrow] = [-Infinity, -Infinity];
  return steps.map(({ concurrency }) => {
    const x = X(concurrency);
    const tick = html`<line class="c-axis" x1="${percent(x)}" x2="${percent(x)}" y1="${base}" y2="${base + 4}" />`;
    if (x - wide < 4) return tick;
    wide = x;
    const look = x - narrow < 9 ? "c-mid c-wide" : "c-mid";
    if (look === "c-mid") narrow = x;
    return html`${tick}<text class="${look}" x="${percent(x)}" y="${base + 18}">${format.number(concurrency)}</text>`;
  });
}

function notes({ t }: Language, { model }: LoadModel, height: number): Html {
  const dotted = html`<text class="c-end c-wide" x="100%" y="${height - 6}">${t("charts:load.modelNote")}</text>`;
  return html`<text x="0" y="${height - 6}">${t("charts:load.users")}</text>${model === undefined ? "" : dotted}`;
}
