import { weightText } from "../say/weight.ts";
import type { CellModel, TableModel } from "../view/components.ts";
import { escapeText, html, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { at, axis, mark, percent, place } from "./svg.ts";
import type { MarkState } from "./svg.ts";

/** One weight 0–1: where it stands, and where the verdict would be a pass. */
type WeightRow = {
  readonly name: string;
  /** Criteria stand out and start a group; their indicators are indented below them. */
  readonly level: "criterion" | "indicator";
  readonly weight: number;
  readonly passes: readonly (readonly [number, number])[];
  /** The weights at which the outcome turns, as words, each in a line of its own: “< 12 %”, “> 61 %”; or “none”. */
  readonly turns: readonly string[];
};

export type WeightListModel = {
  readonly rows: readonly WeightRow[];
  readonly state: MarkState;
};

const looks = {
  criterion: { name: " crit", height: 26, size: 5.5 },
  indicator: { name: " sub", height: 22, size: 4 },
};

/** Weights on one axis 0–100 %: grey where the verdict is no pass, a tick where it turns, the mark at the present weight. */
export function weightList(language: Language, { rows, state }: WeightListModel): Html {
  const { t, format } = language;
  const drawn = rows.map(
    (row, i) =>
      html`${row.level === "criterion" && i > 0 ? html`<div class="line"></div>` : ""}
        <div class="row">
          <span class="lab${looks[row.level].name}">${row.name}</span
          ><span class="plot">${bar(language, row, state)}</span
          ><span class="val"><b>${weightText(language, row.weight)}</b></span
          ><span class="flo">${row.turns.map((line, k) => html`${k > 0 ? html`<br />` : ""}${line}`)}</span>
        </div>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ at: value, text: format.percent(value, 0) }));
  return html`<div class="ts-ivl">
    <div class="row hdr" aria-hidden="true">
      <span></span><span></span><span class="hd">${t("charts:weight.present")}</span
      ><span class="hd">${t("charts:weight.turns")}</span>
    </div>
    ${drawn}
    <div class="row"><span></span><span class="plot">${axis(ticks, 0, 1)}</span><span></span><span></span></div>
  </div>`;
}

function bar(language: Language, row: WeightRow, state: MarkState): Html {
  const { height, size } = looks[row.level];
  const middle = height / 2;
  const label = language.t("charts:weight.label", {
    name: row.name,
    weight: weightText(language, row.weight),
    turns: row.turns.join(" · "),
  });
  const zones = gaps(row.passes).map(
    ([from, to]) =>
      `<rect class="c-below" x="${percent(from * 100)}" y="${middle - 5}" width="${percent((to - from) * 100)}" height="10"/>`,
  );
  const ends = [...new Set(row.passes.flat())].filter((end) => end > 0 && end < 1);
  const marks = ends.map(
    (end) =>
      `<line class="c-floor" x1="${percent(end * 100)}" x2="${percent(end * 100)}" y1="${middle - 8}" y2="${middle + 8}"/>`,
  );
  return new Html(
    `<svg class="c is-${state}" height="${height}" role="img" aria-label="${escapeText(label)}">` +
      `<line class="c-base" x1="0" x2="100%" y1="${middle}" y2="${middle}"/>${zones.join("")}${marks.join("")}` +
      `${at(place(row.weight, 0, 1), middle, mark(state, size))}</svg>`,
  );
}

/** What lies between the spans of 0–1. */
function gaps(spans: WeightRow["passes"]): (readonly [number, number])[] {
  const edges = [0, ...spans.flat(), 1];
  return edges.flatMap((edge, i) => {
    const next = edges[i + 1];
    return i % 2 === 0 && next !== undefined && next > edge ? [[edge, next] as const] : [];
  });
}

/** The same rows in figures. */
export function weightTable(language: Language, caption: string, { rows }: WeightListModel): TableModel {
  const { t, format } = language;
  const cells = (row: WeightRow): CellModel[] => [
    { content: row.name, header: true },
    { content: weightText(language, row.weight), num: true },
    {
      content:
        row.passes.length === 0
          ? t("charts:weight.never")
          : format.list(row.passes.map(([from, to]) => format.percentRange(from, to, 1))),
      num: true,
    },
    { content: row.turns.join(" · "), num: true },
  ];
  return {
    caption,
    columns: [
      { label: t("charts:interval.name") },
      { label: t("charts:weight.present"), num: true },
      { label: t("charts:weight.passes"), num: true },
      { label: t("charts:weight.turns"), num: true },
    ],
    rows: rows.map((row) => ({ cells: cells(row) })),
  };
}

/** What zone, tick and mark mean. */
export function weightLegend({ t }: Language): Html {
  return html`<div class="ts-legend">
    <span
      ><svg width="20" height="14" aria-hidden="true"><rect class="c-below" x="0" y="2" width="20" height="10" /></svg
      >${t("charts:weight.zone")}</span
    ><span
      ><svg width="8" height="14" aria-hidden="true">
        <line class="c-floor" x1="4" x2="4" y1="0" y2="14" /></svg
      >${t("charts:weight.tick")}</span
    ><span>${t("charts:weight.mark")}</span>
  </div>`;
}
