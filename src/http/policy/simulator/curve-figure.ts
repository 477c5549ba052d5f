import type { ExactRow, CurvePoint } from "../../../domain/simulation/exact-policy.ts";
import { chanceCurve, chanceLegend } from "../../charts/chance-curve.ts";
import type { ChancePoint } from "../../charts/chance-curve.ts";
import { withDownloads } from "../../charts/downloads.ts";
import type { FigureModel, TableModel } from "../../view/components.ts";
import type { Language } from "../../view/languages.ts";
import { named } from "../../say/named.ts";
import { ofHundred, qualityText, shareText } from "./words.ts";

/** The curves of one indicator, with the simulated rough ones where they are there. */
export function curveFigure(
  language: Language,
  row: ExactRow,
  calm: readonly CurvePoint[],
  rough: readonly ChancePoint[],
): FigureModel {
  const { t, format } = language;
  const name = named(language, row.indicator.name);
  const quality = (value: number): string => qualityText(language, row.measure, value);
  const label = t("simulator:curve.label", {
    name,
    quality: quality(row.quality),
    pass: ofHundred(language, row.chances.pass),
  });
  return withDownloads(`chances-${row.indicator.key}`, {
    title: label,
    sub: t("simulator:curve.sub"),
    chart: chanceCurve({
      label,
      calm,
      rough,
      floor: { at: row.floor, text: t("simulator:curve.floor", { floor: quality(row.floor) }) },
      asked: { at: row.quality, text: t("simulator:curve.asked", { quality: quality(row.quality) }) },
      tick: quality,
      percent: (share) => format.percent(share, 0),
    }),
    legend: chanceLegend(
      {
        pass: t("simulator:curve.pass"),
        fail: t("simulator:curve.fail"),
        open: t("simulator:curve.open"),
      },
      rough.length === 0 ? null : { pass: t("simulator:curve.roughPass"), fail: t("simulator:curve.roughFail") },
    ),
    notes: [t(rough.length === 0 ? "simulator:curve.noRough" : "simulator:curve.note")],
    table: curveTable(language, row, calm, rough),
  });
}

function curveTable(
  language: Language,
  row: ExactRow,
  calm: readonly CurvePoint[],
  rough: readonly ChancePoint[],
): TableModel {
  const { t } = language;
  const profile = (points: readonly ChancePoint[], key: string) =>
    points.map((point) => ({
      cells: [
        { content: qualityText(language, row.measure, point.quality), num: true, header: true },
        { content: t(`simulator:profile.${key}`) },
        { content: shareText(language, point.pass), num: true },
        { content: shareText(language, point.fail), num: true },
        { content: shareText(language, Math.max(0, 1 - point.pass - point.fail)), num: true },
      ],
    }));
  return {
    caption: t("simulator:curve.caption", { name: named(language, row.indicator.name) }),
    columns: [
      { label: t("simulator:column.quality"), num: true },
      { label: t("simulator:column.profile") },
      { label: t("simulator:curve.pass"), num: true },
      { label: t("simulator:curve.fail"), num: true },
      { label: t("simulator:curve.open"), num: true },
    ],
    rows: [
      ...profile(
        calm.filter((_, at) => at % 5 === 0),
        "calm",
      ),
      ...profile(rough, "rough"),
    ],
  };
}
