import { boundsText, figureText } from "../say/figure.ts";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { intervalList } from "./interval-list.ts";
import type { IntervalRow } from "./interval-list.ts";
import { percent, place } from "./svg.ts";

export type SusGroup = {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Groups under the minimum size are shown, never compared. */
  readonly state: "met" | "unmet" | "unknown";
};

export type SusModel = { readonly groups: readonly SusGroup[]; readonly floor?: number | undefined };

const [min, max] = [30, 100];

/** Grades by percentile (Sauro and Lewis 2016), the curve's edges of F, D, C, B and A. */
const grades = [
  ["F", 0, 51.7],
  ["D", 51.7, 62.7],
  ["C", 62.7, 72.6],
  ["B", 72.6, 78.9],
  ["A", 78.9, 100],
] as const;

/** SUS by group on one scale, under the band of grades. */
export function susByGroup(language: Language, { groups, floor }: SusModel): Html {
  const { t } = language;
  const rows = groups.map((group): IntervalRow => ({
    name: group.name,
    sub: t("charts:sus.n", { n: group.n }),
    level: "plain",
    mark: {
      state: group.state,
      lower: group.lower,
      estimate: group.mean,
      upper: group.upper,
      floor,
      min,
      max,
      height: 30,
    },
    value: figureText(language, "sus", group.mean, { beside: floor }),
    bounds: boundsText(language, "sus", [group.lower, group.upper], { beside: floor }),
  }));
  const ticks = [30, 40, 50, 60, 70, 80, 90, 100].map((value) => ({ at: value, text: String(value) }));
  return html`<div class="ts-sus">
    <div class="ts-ivl ts-ivl--3">
      <div class="row">
        <span class="lab tiny">${t("charts:sus.grade")}</span><span class="plot">${gradeBand()}</span><span></span>
      </div>
    </div>
    ${intervalList({ rows, axis: { ticks, min, max } })}
  </div>`;
}

function gradeBand(): Html {
  const bands = grades.map(([grade, from, to], i) => {
    const [x1, x2] = [place(from, min, max), place(to, min, max)];
    return html`<rect
        class="${i % 2 === 0 ? "c-band-2" : "c-band"}"
        x="${percent(x1)}"
        y="0"
        width="${percent(x2 - x1)}"
        height="20"
      /><text class="t-ink c-mid" x="${percent((x1 + x2) / 2)}" y="14">${grade}</text>`;
  });
  return html`<svg class="c" height="20" aria-hidden="true">${bands}</svg>`;
}
