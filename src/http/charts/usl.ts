import { fitUsl, leastUslLevels, uslPrediction } from "../../domain/statistics/usl.ts";
import type { UslDoubt, UslFit } from "../../domain/statistics/usl.ts";
import type { Language } from "../view/languages.ts";
import type { LoadStep } from "./load.ts";

type Measured = Pick<LoadStep, "concurrency" | "throughputPerSecond">;

export type Scalability = {
  /** [concurrency, throughput] from the lowest load tested to a little beyond the highest; absent where nothing can be said. */
  readonly curve?: readonly (readonly [number, number])[];
  /** What the fit says, or why there is none; and that it decides nothing. */
  readonly sentence: string;
};

const POINTS = 60;
/** As far as the chart reaches. */
const BEYOND = 1.3;

/** The scalability law through the measured steps: to be drawn over them, never to be decided on. */
export function scalability(language: Language, steps: readonly Measured[]): Scalability {
  const { t } = language;
  const points = steps
    .filter(({ concurrency }) => concurrency >= 1)
    .map(({ concurrency, throughputPerSecond }) => ({ load: concurrency, throughput: throughputPerSecond }));
  const levels = new Set(points.map(({ load }) => load)).size;
  if (levels < leastUslLevels) return { sentence: doubtful(language, "few-levels", levels) };
  const fit = fitUsl(points);
  if (fit.doubt !== undefined) return { sentence: doubtful(language, fit.doubt, levels) };
  const highest = Math.max(...points.map(({ load }) => load));
  const sentences = [parametersText(language, fit), peakText(language, fit, highest), t("charts:usl.never")];
  return { curve: curveOf(fit, points), sentence: sentences.join(language.locale === "en" ? " " : "") };
}

function curveOf(fit: UslFit, points: readonly { readonly load: number }[]): readonly (readonly [number, number])[] {
  const loads = points.map(({ load }) => load);
  const [lowest, highest] = [Math.min(...loads), Math.max(...loads)];
  const end = highest * BEYOND;
  const even = Array.from({ length: POINTS + 1 }, (_, i) => lowest + ((end - lowest) * i) / POINTS);
  // The highest load tested is one of the points, so that the line changes exactly there.
  const all = [...new Set([...even, highest])].sort((a, b) => a - b);
  return all.map((load) => [load, uslPrediction(fit, load)] as const);
}

function parametersText({ t, format }: Language, fit: UslFit): string {
  const [lambda, sigma, kappa] = fit.intervals;
  const figure = (value: number, range: readonly [number, number] | null | undefined): string => {
    if (range == null) return t("charts:usl.atBound", { figure: rounded(format, value) });
    const [low, high] = [Math.max(0, range[0]), range[1]];
    return t("charts:usl.figure", {
      figure: rounded(format, value),
      low: rounded(format, low),
      high: rounded(format, high),
    });
  };
  return t("charts:usl.parameters", {
    lambda: figure(fit.lambda, lambda),
    sigma: figure(fit.sigma, sigma),
    kappa: figure(fit.kappa, kappa),
  });
}

function peakText({ t, format }: Language, fit: UslFit, highest: number): string {
  if (!Number.isFinite(fit.peakLoad)) return t("charts:usl.noPeak");
  const figures = { load: format.number(fit.peakLoad, 0), throughput: format.number(fit.peakThroughput, 0) };
  return t(fit.peakLoad > highest ? "charts:usl.peakBeyond" : "charts:usl.peakWithin", {
    ...figures,
    tested: format.number(highest),
  });
}

function doubtful({ t, format }: Language, doubt: UslDoubt, levels: number): string {
  return doubt === "few-levels"
    ? t("charts:usl.few", { levels: format.number(levels), least: format.number(leastUslLevels) })
    : t("charts:usl.doubt", { reason: t(`charts:usl.reason.${doubt}`) });
}

/** Three significant figures: more than the intervals bear out. κ is often a millionth. */
function rounded({ number }: Language["format"], value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-3) return value.toExponential(1).replace("e-", "e−");
  return number(value, value === 0 || value >= 100 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(value))));
}
