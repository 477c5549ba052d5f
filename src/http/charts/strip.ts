import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { percent, round } from "./svg.ts";

/** A day of a service. Planned and announced downtime is not an outage; a day without probes is unknown. */
export type StripDay =
  | { readonly day: string; readonly kind: "measured"; readonly minutesDown: number }
  | { readonly day: string; readonly kind: "planned" | "unknown" };

const minutesOfADay = 1440;

/** A cell a day: red from the base by the minutes down (log scale), outlined planned, dashed unknown. */
export function strip(days: readonly StripDay[], label: string, height = 34): Html {
  const width = 100 / Math.max(days.length, 1);
  const cells = days.map((day, i) => {
    const x = percent(i * width + width * 0.1);
    const w = percent(width * 0.8);
    if (day.kind !== "measured") {
      return html`<rect
        class="${day.kind === "planned" ? "c-plan" : "c-miss"}"
        x="${x}"
        y="1"
        width="${w}"
        height="${height - 2}"
      />`;
    }
    const down = depth(day.minutesDown, height);
    const bar =
      down === 0
        ? ""
        : html`<rect class="c-down" x="${x}" y="${round(height - down)}" width="${w}" height="${round(down)}" />`;
    return html`<rect class="c-good" x="${x}" y="0" width="${w}" height="${height}" />${bar}`;
  });
  return html`<svg class="c" height="${height}" role="img" aria-label="${label}">${cells}</svg>`;
}

/** Log scale: one minute is still seen, a whole day fills the cell. */
export function depth(minutes: number, height: number): number {
  if (minutes <= 0) return 0;
  return Math.max(4, Math.min(height, (Math.log10(1 + minutes) / Math.log10(1 + minutesOfADay)) * height));
}

export type StripRow = {
  readonly name: string;
  readonly label: string;
  readonly days: readonly StripDay[];
  readonly value: string;
  readonly bound?: string | undefined;
  readonly sub?: string | undefined;
};

/** Services over the same days, with the first and last of them below. */
export function strips(rows: readonly StripRow[], ends: readonly string[]): Html {
  const lines = rows.map(
    (row) =>
      html`<div class="row">
        <span>${row.name}</span><span class="plot">${strip(row.days, row.label)}</span
        ><span class="val"
          ><b>${row.value}</b
          >${row.bound === undefined ? "" : html` <span class="tiny">${row.bound}</span>`}${row.sub === undefined ? "" : html`<span class="sub">${row.sub}</span>`}</span
        >
      </div>`,
  );
  return html`<div class="ts-strips">
    ${lines}
    <div class="row">
      <span></span><span class="plot tiny ts-ends">${ends.map((end) => html`<span>${end}</span>`)}</span><span></span>
    </div>
  </div>`;
}

export function stripTable({ t, format }: Language, caption: string, rows: readonly StripRow[]): TableModel {
  const count = (row: StripRow, kind: StripDay["kind"]): string =>
    format.number(row.days.filter((d) => d.kind === kind).length);
  const down = (row: StripRow): number =>
    row.days.reduce((sum, d) => sum + (d.kind === "measured" ? d.minutesDown : 0), 0);
  const columns = ["service", "availability", "down", "measured", "planned", "unknown"];
  return {
    caption,
    columns: columns.map((name, i) => ({ label: t(`charts:strip.${name}`), num: i > 0 })),
    rows: rows.map((row) => ({
      cells: [
        { content: row.name, header: true },
        { content: [row.value, row.bound].filter(Boolean).join(t("common:comma")), num: true },
        { content: format.number(Math.round(down(row))), num: true },
        { content: count(row, "measured"), num: true },
        { content: count(row, "planned"), num: true },
        { content: count(row, "unknown"), num: true },
      ],
    })),
  };
}

export function stripLegend({ t }: Language): Html {
  return html`<div class="ts-legend">
    <span
      ><svg width="10" height="14" aria-hidden="true"><rect class="c-good" width="10" height="14" /></svg
      >${t("charts:strip.good")}</span
    ><span
      ><svg width="10" height="14" aria-hidden="true">
        <rect class="c-good" width="10" height="14" />
        <rect class="c-down" y="6" width="10" height="8" /></svg
      >${t("charts:strip.minutes")}</span
    ><span
      ><svg width="11" height="15" aria-hidden="true"><rect class="c-plan" x=".5" y=".5" width="10" height="13" /></svg
      >${t("charts:strip.announced")}</span
    ><span
      ><svg width="11" height="15" aria-hidden="true"><rect class="c-miss" x=".5" y=".5" width="10" height="13" /></svg
      >${t("charts:strip.noProbes")}</span
    >
  </div>`;
}
