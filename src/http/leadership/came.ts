import { gates } from "../../domain/policy/policy.ts";
import { fates } from "../../domain/technology/manifest/countable.ts";
import type { Fate } from "../../domain/technology/manifest/countable.ts";
import { barLegend, stackedBars } from "../charts/stacked-bars.ts";
import type { BarStyle } from "../charts/stacked-bars.ts";
import type { FigureModel, TableModel } from "../view/components.ts";
import { bands, decisionFigure, marginFigure, outcomes, rolloutFigures, turnFigures, turns } from "./figures.ts";
import type { Band } from "./figures.ts";
import { countOf, countOfAll, linkedCount } from "./ground.ts";
import type { Ground } from "./ground.ts";

/** What gates decided in the period: a row a gate, a column an outcome. */
export function decisionTable(ground: Ground): TableModel {
  const { t } = ground.language;
  return {
    caption: t("leadership:came.title"),
    columns: [
      { label: t("leadership:came.gate") },
      ...outcomes.map((outcome) => ({ label: t(`words:option.${outcome}`), num: true })),
    ],
    rows: gates.map((gate) => ({
      cells: [
        { content: t(`words:gate.${gate}`), header: true },
        ...outcomes.map((outcome) => ({ content: linkedCount(ground, decisionFigure(gate, outcome)), num: true })),
      ],
    })),
  };
}

/** Approvals of the rollout by their smallest margin, and what became of each: whether thin ones went worse. */
export function marginFigureModel(ground: Ground): FigureModel | null {
  const { language, rules } = ground;
  const { t, format } = language;
  if (countOfAll(ground, rolloutFigures) === 0) return null;
  const numbers = { thin: rules.thinMargin, wide: rules.wideMargin };
  const countIn = (band: Band, fate: Fate): number => countOf(ground, marginFigure(band, fate, rules));
  return {
    title: t("leadership:margin.chart"),
    chart: stackedBars(
      bands.map((band) => {
        const parts = styles.map(([style, of]) => ({
          style,
          amount: of.reduce((sum, fate) => sum + countIn(band, fate), 0),
        }));
        const [well = 0, badly = 0, open = 0] = parts.map(({ amount }) => amount);
        const count = well + badly + open;
        const name = t(`leadership:bandLabel.${band}`, numbers);
        return {
          name,
          parts,
          value: format.number(count),
          label: t("leadership:margin.bar", { name, well, badly, open }),
        };
      }),
    ),
    legend: barLegend(styles.map(([style]) => [style, t(`leadership:margin.${style}`)])),
  };
}

const styles: readonly (readonly [BarStyle & ("well" | "badly" | "open"), readonly Fate[]])[] = [
  ["well", ["adopted"]],
  ["badly", ["breached", "taken-back"]],
  ["open", ["held", "open"]],
];

export function marginTable(ground: Ground): TableModel {
  const { language, rules } = ground;
  const { t } = language;
  const numbers = { thin: rules.thinMargin, wide: rules.wideMargin };
  return {
    caption: t("leadership:margin.title"),
    columns: [
      { label: t("leadership:margin.column") },
      ...fates.map((fate) => ({ label: t(`leadership:fate.${fate}`), num: true })),
    ],
    rows: [
      ...bands.map((band) => ({
        cells: [
          { content: t(`leadership:bandLabel.${band}`, numbers), header: true },
          ...fates.map((fate) => ({ content: linkedCount(ground, marginFigure(band, fate, rules)), num: true })),
        ],
      })),
      {
        cells: [
          { content: t("leadership:where.together"), header: true },
          ...rolloutFigures.map((figure) => ({ content: linkedCount(ground, figure), num: true })),
        ],
      },
    ],
  };
}

/** Whether those who waived, and those who spoke against, were right. */
export function turnTable(ground: Ground): TableModel {
  const { t } = ground.language;
  return {
    caption: t("leadership:turn.title"),
    columns: [
      { label: t("leadership:turn.column") },
      ...turns.map((turn) => ({ label: t(`leadership:turn.${turn}`), num: true })),
    ],
    rows: (["waiver", "voice"] as const).map((kind) => ({
      cells: [
        { content: t(`leadership:turn.${kind}`), header: true, sub: t(`leadership:turn.${kind}Means`) },
        ...turnFigures(kind).map((figure) => ({ content: linkedCount(ground, figure), num: true })),
      ],
    })),
  };
}
