import type { CellModel, IntervalModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content, Html } from "../view/html.ts";
import type { Translate } from "../view/translate.ts";
import { interval } from "./interval.ts";
import { inARow } from "../view/in-a-row.ts";
import { axis } from "./svg.ts";
import type { Tick } from "./svg.ts";

export type IntervalRow = {
  readonly name: string;
  /** Small print behind the name: “n 23”. */
  readonly sub?: string | undefined;
  /** Criteria stand out and start a group; indicators are indented below them. */
  readonly level: "criterion" | "indicator" | "plain";
  readonly mark: Omit<IntervalModel, "label"> & { readonly label?: string | undefined };
  /** The value in figures; where there is none, the words: “no evidence yet”, “not applicable: reason”. */
  readonly value: string;
  /** “79–91” */
  readonly bounds?: string | undefined;
  /** “≥ 70” */
  readonly floor?: string | undefined;
};

export type IntervalListModel = {
  readonly rows: readonly IntervalRow[];
  /** Without headings there is no column of floors. */
  readonly headings?: { readonly value: Content; readonly floor: Content } | undefined;
  /** One scale under all rows, where they share it. */
  readonly axis?: { readonly ticks: readonly Tick[]; readonly min: number; readonly max: number } | undefined;
};

/** Criteria and their indicators, a row each: name, interval, value and floor in figures. */
export function intervalList(model: IntervalListModel): Html {
  const floors = model.headings !== undefined;
  const heading =
    model.headings === undefined
      ? ""
      : html`<div class="row hdr">
          <span></span><span></span><span class="hd">${model.headings.value}</span
          ><span class="hd">${model.headings.floor}</span>
        </div>`;
  const rows = model.rows.map((row, i) => html`${ruleBefore(row, i)}${rowOf(row, floors)}`);
  const scale =
    model.axis === undefined
      ? ""
      : html`<div class="row">
          <span></span><span class="plot">${axis(model.axis.ticks, model.axis.min, model.axis.max)}</span
          ><span></span>${floors ? html`<span></span>` : ""}
        </div>`;
  return html`<div class="ts-ivl${floors ? "" : " ts-ivl--3"}">${heading}${rows}${scale}</div>`;
}

function ruleBefore(row: IntervalRow, index: number): Content {
  return row.level === "criterion" && index > 0 ? html`<div class="line"></div>` : "";
}

const look = {
  criterion: { name: " crit", height: 26, size: 5.5 },
  indicator: { name: " sub", height: 22, size: 4 },
  plain: { name: "", height: 26, size: 4.5 },
};

/** What each row shows, with its sentence. */
export const intervalsOf = ({ rows }: IntervalListModel): readonly IntervalModel[] =>
  rows.map((row) => ({ ...row.mark, label: row.mark.label ?? sentence(row) }));

function rowOf(row: IntervalRow, floors: boolean): Html {
  const { name, height, size } = look[row.level];
  const label = row.mark.label ?? sentence(row);
  const chart = interval({ height, size, ...row.mark, label });
  const figures = row.mark.estimate === undefined ? row.value : html`<b>${row.value}</b> ${row.bounds}`;
  return html`<div class="row">
    <span class="lab${name}"
      >${row.name}${row.sub === undefined ? "" : html` <span class="tiny">${row.sub}</span>`}</span
    ><span class="plot">${chart}</span
    ><span class="val">${figures}</span>${floors ? html`<span class="flo">${row.floor}</span>` : ""}
  </div>`;
}

function sentence({ name, sub, value, bounds, floor }: IntervalRow): string {
  return inARow([[name, sub].filter(Boolean).join(" "), [value, bounds].filter(Boolean).join(" "), floor ?? ""]);
}

/** The same rows as a table. */
export function intervalTable(t: Translate, caption: string, { rows }: IntervalListModel): TableModel {
  const cells = (row: IntervalRow): CellModel[] => [
    { content: row.name, header: true, sub: row.sub },
    { content: row.value, num: true },
    { content: row.bounds ?? "", num: true },
    { content: row.floor ?? "", num: true },
    { content: t(`charts:state.${row.mark.state}`) },
  ];
  return {
    caption,
    columns: [
      { label: t("charts:interval.name") },
      { label: t("charts:interval.value"), num: true },
      { label: t("charts:interval.bounds"), num: true },
      { label: t("charts:interval.floor"), num: true },
      { label: t("charts:interval.state") },
    ],
    rows: rows.map((row) => ({ cells: cells(row) })),
  };
}

/** What the marks mean, under a list that a gate reads. */
export function intervalLegend(t: Translate, confidence: string): Html {
  return html`<div class="ts-legend">
    <span
      ><svg width="30" height="14" aria-hidden="true">
        <rect class="c-below" x="0" y="2" width="15" height="10" />
        <line class="c-floor" x1="15" x2="15" y1="0" y2="14" /></svg
      >${t("charts:interval.floor")}</span
    ><span
      ><svg width="10" height="14" aria-hidden="true"><path class="c-target" d="M5 10L9 4H1Z" /></svg
      >${t("charts:interval.target")}</span
    ><span>${t("charts:interval.cap", { confidence })}</span>
  </div>`;
}

/** The three marks, under a table of many intervals. */
export function stateLegend(t: Translate, confidence: string): Html {
  return html`<div class="ts-legend">
    <span
      ><svg width="64" height="14" aria-hidden="true">
        <rect class="c-below" x="0" y="2" width="20" height="10" />
        <line class="c-floor" x1="20" x2="20" y1="0" y2="14" />
        <line class="c-whisker" x1="32" x2="60" y1="7" y2="7" />
        <line class="c-cap" x1="32" x2="32" y1="3" y2="11" />
        <circle class="c-dot" cx="46" cy="7" r="4.5" /></svg
      >${t("charts:state.met")}</span
    ><span
      ><svg class="is-unknown" width="44" height="14" aria-hidden="true">
        <line class="c-whisker" x1="2" x2="42" y1="7" y2="7" />
        <circle class="c-dot" cx="22" cy="7" r="4" /></svg
      >${t("charts:state.unknown")}</span
    ><span
      ><svg class="is-unmet" width="44" height="14" aria-hidden="true">
        <line class="c-whisker" x1="2" x2="42" y1="7" y2="7" />
        <path class="c-dot" d="M22 1.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z" /></svg
      >${t("charts:state.unmet")}</span
    ><span>${t("charts:interval.bothEnds", { confidence })}</span>
  </div>`;
}
