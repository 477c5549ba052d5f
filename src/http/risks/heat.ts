import { isAnswered } from "../../domain/safeguards/risk-acceptance.ts";
import { worstFirst } from "../../domain/safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../domain/safeguards/risk-register.ts";
import { rateRisk } from "../../domain/safeguards/risk.ts";
import { withDownloads } from "../charts/downloads.ts";
import { heatMap, narrow, wide } from "../charts/heat-map.ts";
import type { FigureModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { RisksPage } from "./risks-page.ts";
import { familyText, levelText, stepsText } from "./words.ts";

/** Where each risk would be without its controls, and where it is. Null where there is none to draw. */
export function heatFigure(page: RisksPage, risks: readonly RegisteredRisk[]): FigureModel | null {
  const { language, row } = page;
  const { t } = language;
  if (risks.length === 0) return null;
  const ordered = worstFirst(risks);
  const open = ordered.filter((risk) => isOpen(page, risk)).length;
  const drawing = (shape: typeof wide) =>
    heatMap(
      ordered.map((risk) => ({ name: risk.name, from: risk, to: risk.residual, open: isOpen(page, risk) })),
      {
        label: t("risks:heat.label", { count: ordered.length, open }),
        likelihood: t("risks:heat.likelihood"),
        impact: t("risks:heat.impact"),
        step: (step) => t(`words:riskStep.${step}`),
        level: (likelihood, impact) => rateRisk(page.policy.safeguards.risk, likelihood, impact).level,
      },
      shape,
    );
  const figure = withDownloads(`${row.slug}-heat-map`, {
    title: t("risks:heat.title", { count: ordered.length }),
    sub: t("risks:heat.sub"),
    chart: drawing(wide),
    legend: html`<div class="ts-legend" aria-hidden="true">
      <span
        ><svg width="14" height="14"><circle class="c-plan" cx="7" cy="7" r="5" /></svg
        >${t("risks:heat.inherent")}</span
      ><span
        ><svg width="14" height="14"><circle class="c-dot" cx="7" cy="7" r="6" /></svg>${t("risks:heat.residual")}</span
      ><span class="is-unmet"
        ><svg width="16" height="16"><path class="c-dot" d="M8 0L16 8L8 16L0 8Z" /></svg>${t("risks:heat.open")}</span
      >
    </div>`,
    table: {
      caption: t("risks:heat.table"),
      columns: ["name", "family", "without", "inherent", "with", "residual"].map((name) => ({
        label: t(`risks:column.${name}`),
      })),
      rows: ordered.map((risk) => ({
        cells: [
          { content: html`<a href="${page.at(`risks/${risk.item}`)}">${risk.name}</a>`, header: true },
          { content: familyText(language, risk) },
          { content: stepsText(language, risk) },
          { content: levelText(language, risk.inherent) },
          { content: stepsText(language, risk.residual) },
          { content: levelText(language, risk.residual.rating) },
        ],
      })),
    },
    ...(ordered.some(({ method }) => method !== page.policy.safeguards.risk.method) && {
      notes: [t("risks:heat.otherMethod")],
    }),
  });
  // Of the two the page shows the one that its window has room for.
  return { ...figure, chart: html`${drawing(wide)}${drawing(narrow)}` };
}

const isOpen = ({ technology, today }: RisksPage, risk: RegisteredRisk): boolean =>
  !isAnswered(risk, technology, today);
