import { escapeText, html, Html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { percent, place } from "./svg.ts";

/** well: as it should be. badly: not so. open: nobody knows yet. plain: nothing of the three. */
export type BarStyle = "well" | "badly" | "open" | "plain";

export type StackedRow = {
  readonly name: Content;
  /** In the order in which they stand, from the left. */
  readonly parts: readonly { readonly style: BarStyle; readonly amount: number }[];
  readonly value: string;
  /** The finding of the row as a sentence. */
  readonly label: string;
};

const height = 22;
const classes = { well: "c-area", badly: "c-down", open: "c-plan", plain: "c-area" } as const;

/** Amounts of several kinds on one scale, a row each: the longest fills its place. */
export function stackedBars(rows: readonly StackedRow[]): Html {
  const most = Math.max(1, ...rows.map(({ parts }) => totalOf(parts)));
  return html`<div class="ts-ivl">
    ${rows.map(
      (row) =>
        html`<div class="row">
          <span class="lab">${row.name}</span><span class="plot">${bar(row, most)}</span
          ><span class="val"><b>${row.value}</b></span
          ><span class="flo"></span>
        </div>`,
    )}
  </div>`;
}

const totalOf = (parts: StackedRow["parts"]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

function bar({ parts, label }: StackedRow, most: number): Html {
  const top = height / 2 - 5;
  const drawn = parts.map(({ style, amount }, i) => {
    const from = place(totalOf(parts.slice(0, i)), 0, most);
    const width = place(amount, 0, most);
    return amount === 0
      ? ""
      : `<rect class="${classes[style]}" x="${percent(from)}" y="${top}" width="${percent(width)}" height="10"/>`;
  });
  return new Html(
    `<svg class="c" height="${height}" role="img" aria-label="${escapeText(label)}">` +
      `<line class="c-base" x1="0" x2="100%" y1="${height / 2}" y2="${height / 2}"/>${drawn.join("")}</svg>`,
  );
}

/** The keys to the styles, for whoever sees; the table beside says the same. */
export const barLegend = (words: readonly (readonly [style: BarStyle, word: string])[]): Html =>
  html`<div class="ts-legend" aria-hidden="true">
    ${words.map(
      ([style, word]) =>
        html`<span
          ><svg width="14" height="11"><rect class="${classes[style]}" x="1" y="1" width="12" height="9" /></svg
          >${word}</span
        >`,
    )}
  </div>`;
