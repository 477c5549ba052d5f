import type { Standing } from "../../../application/simulation/simulations.ts";
import { POWER } from "../../../domain/simulation/exact-policy.ts";
import type { ExactResult } from "../../../domain/simulation/exact-policy.ts";
import { csvDownload } from "../../charts/downloads.ts";
import type { Language } from "../../view/languages.ts";
import { named } from "../../say/named.ts";
import { sampleText } from "../words.ts";
import { curveFigure } from "./curve-figure.ts";
import { exactTable, hopeless } from "./exact-table.ts";
import type { Answer } from "./question.ts";
import { ofHundred, qualityText } from "./words.ts";

/** Indicator by indicator, and the curve of one. @param marks the simulation of its rough marks */
export function exactModel(language: Language, { result, row, curve }: Answer, marks: Standing) {
  const { t, format } = language;
  const never = hopeless(result);
  const names = (of: readonly { readonly name: Parameters<typeof named>[1] }[]): string =>
    format.list(of.map(({ name }) => named(language, name)));
  const rough = marks.kind === "done" && marks.answer.kind === "curve" ? marks.answer.points : [];
  const table = exactTable(language, result);
  return {
    table,
    downloads: [csvDownload("chances", table)],
    never: never.length === 0 ? null : t("simulator:hopeless", { names: names(never.map((exact) => exact.indicator)) }),
    advice: adviceText(language, result),
    leftOut: result.leftOut.length === 0 ? null : t("simulator:leftOut", { names: names(result.leftOut) }),
    fail: t("simulator:failing", { fail: ofHundred(language, result.fail) }),
    figure: row === null ? null : curveFigure(language, row, curve, rough),
  };
}

/** What would let the bottleneck pass in four of five pilots: a better technology, or more evidence. */
function adviceText(language: Language, { bottleneck }: ExactResult): string | null {
  const { t } = language;
  if (bottleneck === null || bottleneck.chances.pass >= POWER) return null;
  const { indicator, measure, passesWith, enough } = bottleneck;
  const name = named(language, indicator.name);
  const quality = passesWith === null ? "" : qualityText(language, measure, passesWith, indicator.better);
  const sample = enough === null ? "" : sampleText(language, { ...indicator, minimumSample: enough });
  if (passesWith === null && enough === null) return t("simulator:adviceNone", { name });
  if (passesWith === null) return t("simulator:adviceSample", { name, sample });
  return t(enough === null ? "simulator:adviceQuality" : "simulator:advice", { name, quality, sample });
}
