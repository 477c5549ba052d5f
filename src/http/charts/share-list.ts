import { escapeText, html, Html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { axis, percent } from "./svg.ts";

type ShareRow = {
  readonly name: Content;
  /** Small print behind the name. */
  readonly sub?: string | undefined;
  /** 0–1 */
  readonly share: number;
  /** The share in figures. */
  readonly value: string;
  /** A second figure at the right. */
  readonly beside: string;
  /** The finding of the row as a sentence. */
  readonly label: string;
};

export type ShareListModel = {
  readonly headings: { readonly value: string; readonly beside: string };
  readonly rows: readonly ShareRow[];
};

const height = 22;

/** Shares of a whole on one axis 0–100 %: as much of the line is filled as the share says. */
export function shareList({ format }: Language, { headings, rows }: ShareListModel): Html {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ at: value, text: format.percent(value, 0) }));
  return html`<div class="ts-ivl">
    <div class="row hdr" aria-hidden="true">
      <span></span><span></span><span class="hd">${headings.value}</span><span class="hd">${headings.beside}</span>
    </div>
    ${rows.map(
      (row) =>
        html`<div class="row">
          <span class="lab">${row.name}${row.sub === undefined ? "" : html` <span class="tiny">${row.sub}</span>`}</span
          ><span class="plot">${bar(row)}</span><span class="val"><b>${row.value}</b></span
          ><span class="flo">${row.beside}</span>
        </div>`,
    )}
    <div class="row"><span></span><span class="plot">${axis(ticks, 0, 1)}</span><span></span><span></span></div>
  </div>`;
}

function bar({ share, label }: ShareRow): Html {
  const middle = height / 2;
  return new Html(
    `<svg class="c" height="${height}" role="img" aria-label="${escapeText(label)}">` +
      `<line class="c-base" x1="0" x2="100%" y1="${middle}" y2="${middle}"/>` +
      `<rect class="c-area" x="0" y="${middle - 5}" width="${percent(share * 100)}" height="10"/>` +
      `<line class="c-cap" x1="${percent(share * 100)}" x2="${percent(share * 100)}" y1="${middle - 5}" y2="${middle + 5}"/></svg>`,
  );
}
