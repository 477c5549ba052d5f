import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { LoadModel, LoadStep } from "./load.ts";

/** The load curve in figures. */
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
        { content: t(`charts:load.${wordOf(step)}`) },
      ],
    })),
  };
}

function wordOf({ holds }: LoadStep): "holds" | "missed" | "open" | "notKnown" {
  if (holds === "open") return "open";
  return holds === null ? "notKnown" : holds ? "holds" : "missed";
}

/** What the marks of a load curve mean; `level` says the service level in words. */
export function loadLegend({ t }: Language, level: string, steps: readonly LoadStep[], withModel = false): Html {
  const unsettled = steps.find(({ holds }) => holds === null || holds === "open");
  return html`<div class="ts-legend">
    <span
      ><svg width="10" height="10" aria-hidden="true"><circle class="c-dot" cx="5" cy="5" r="4.5" /></svg>${level}</span
    ><span
      ><svg class="is-unmet" width="12" height="12" aria-hidden="true">
        <path class="c-dot" d="M6 .5l5.5 5.5l-5.5 5.5l-5.5 -5.5z" /></svg
      >${t("charts:load.missed")}</span
    >${
      unsettled !== undefined
        ? html`<span
            ><svg class="is-unknown" width="12" height="12" aria-hidden="true">
              <circle class="c-dot" cx="6" cy="6" r="4.5" /></svg
            >${t(`charts:load.${wordOf(unsettled)}`)}</span
          >`
        : ""
    }<span
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
