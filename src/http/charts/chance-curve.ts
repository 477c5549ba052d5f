import { line } from "d3-shape";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import { anchorAt, niceTicks, percent, place, plot, round } from "./svg.ts";

/** Chances 0–1 at a true quality; open is what is left. */
export type ChancePoint = { readonly quality: number; readonly pass: number; readonly fail: number };

export type ChanceCurveModel = {
  /** The finding as a sentence. */
  readonly label: string;
  readonly calm: readonly ChancePoint[];
  /** Simulated, with their Monte Carlo errors; empty before they are. */
  readonly rough: readonly ChancePoint[];
  readonly floor: { readonly at: number; readonly text: string };
  /** What is asked about. */
  readonly asked: { readonly at: number; readonly text: string };
  readonly tick: (quality: number) => string;
  readonly percent: (share: number) => string;
};

const [top, height] = [38, 270];
const base = height - 26;

/** How often the gate passes, fails and leaves open, by what is true. */
export function chanceCurve(model: ChanceCurveModel): Html {
  const { calm, rough, floor, asked } = model;
  const [min, max] = [calm[0]?.quality ?? 0, calm.at(-1)?.quality ?? 1];
  const X = (quality: number): number => place(quality, min, max);
  const Y = (share: number): number => round(top + (1 - share) * (base - top));
  const path = (of: (point: ChancePoint) => number): string =>
    line<ChancePoint>()
      .x(({ quality }) => round(X(quality)))
      .y((point) => round(100 - of(point) * 100))(calm) ?? "";
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      html`<line class="c-grid" x1="0" x2="100%" y1="${Y(share)}" y2="${Y(share)}" />${
          share === 0.25 || share === 0.75
            ? ""
            : html`<text x="0" y="${round(Y(share) - 4)}">${model.percent(share)}</text>`
        }`,
  );
  const ticks = niceTicks(min, max, 4).map((value) => {
    const x = X(value);
    return html`<line class="c-axis" x1="${percent(x)}" x2="${percent(x)}" y1="${base}" y2="${base + 4}" /><text
        class="${anchorAt(x)}"
        x="${percent(x)}"
        y="${base + 18}"
        >${model.tick(value)}</text
      >`;
  });
  const marks = rough.map(
    (point) =>
      html`${roughMark(X(point.quality), Y(point.pass), "pass")}${roughMark(X(point.quality), Y(point.fail), "fail")}`,
  );
  return html`<svg class="c" height="${height}" role="img" aria-label="${model.label}">
    ${grid}${upright(X(floor.at), floor.text, "c-floor", 14)}${upright(X(asked.at), asked.text, "c-demand", 30)}
    ${plot(
      top,
      base - top,
      html`<path class="c-open" d="${path(({ pass, fail }) => 1 - pass - fail)}" /><path
          class="c-fails"
          d="${path(({ fail }) => fail)}"
        /><path class="c-line" d="${path(({ pass }) => pass)}" />`,
    )}
    <line class="c-axis" x1="0" x2="100%" y1="${base}" y2="${base}" />
    ${ticks}${marks}
  </svg>`;
}

/** Words at the side that has room for them. */
function upright(x: number, text: string, look: string, y: number): Html {
  const left = x > 50;
  return html`<line class="${look}" x1="${percent(x)}" x2="${percent(x)}" y1="${y - 8}" y2="${base}" />
    <text class="t-strong${left ? " c-end" : ""}" x="${percent(x)}" dx="${left ? -6 : 6}" y="${y}">${text}</text>`;
}

function roughMark(x: number, y: number, of: "pass" | "fail"): Html {
  return of === "pass"
    ? html`<circle class="c-dot" cx="${percent(x)}" cy="${y}" r="4" />`
    : html`<svg class="is-unmet" x="${percent(x)}" y="${y}" overflow="visible">
        <path class="c-dot" d="M0 -5L5 0L0 5L-5 0Z" />
      </svg>`;
}

/** What the lines and marks mean. */
export function chanceLegend(
  words: { readonly pass: string; readonly fail: string; readonly open: string },
  rough: { readonly pass: string; readonly fail: string } | null,
): Html {
  const stroke = (look: string, text: string): Html =>
    html`<span
      ><svg width="26" height="8" aria-hidden="true"><path class="${look}" d="M0 4H26" /></svg>${text}</span
    >`;
  const marks =
    rough === null
      ? ""
      : html`<span
            ><svg width="10" height="10" aria-hidden="true"><circle class="c-dot" cx="5" cy="5" r="4" /></svg
            >${rough.pass}</span
          ><span
            ><svg class="is-unmet" width="12" height="12" aria-hidden="true">
              <path class="c-dot" d="M6 1l5 5l-5 5l-5 -5z" /></svg
            >${rough.fail}</span
          >`;
  return html`<div class="ts-legend">
    ${stroke("c-line", words.pass)}${stroke("c-open", words.open)}${stroke("c-fails", words.fail)}${marks}
  </div>`;
}
