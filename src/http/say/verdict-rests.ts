import { isJudged, measureOf, measures } from "../../domain/measures/measures.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import { isWhole } from "../../domain/scoring/is-whole.ts";
import type { IndicatorResult, Verdict } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";

/** How much was collected, in what people can picture: hours, days, people. Null where nothing was. */
export function restsOn(language: Language, { indicators }: Pick<Verdict, "indicators">): string | null {
  const measured = indicators.filter((indicator) => indicator.measured !== undefined);
  const own = measured.filter(isWhole);
  const sentences = [
    ...loadText(language, own),
    ...own.filter(({ measure }) => isWatched(measure)).map((result) => serviceText(language, result)),
    ...measures.flatMap(({ name }) => (isCounted(name) && !isJudged(name) ? countText(language, own, name) : [])),
    ...(measured.some(({ comparison }) => comparison !== undefined) ? [language.t("verdict:rests.comparison")] : []),
    ...measures.flatMap(({ name }) => (isJudged(name) ? countText(language, own, name) : [])),
  ];
  return sentences.length === 0 ? null : language.t("verdict:rests.on", { list: language.format.list(sentences) });
}

const isWatched = (measure: Measure): boolean => measureOf(measure).sample === "hours";

/** In what has a word of its own: load is said as a time, and once for all that rests on it. */
const isCounted = (measure: Measure): boolean => !isWatched(measure) && measureOf(measure).sample !== "slices";

/** Several questions to evaluators rest on the same people, and so may several indicators of one measure. */
function countText({ t }: Language, own: readonly IndicatorResult[], measure: Measure): string[] {
  const count = Math.floor(
    Math.max(0, ...own.filter((indicator) => indicator.measure === measure).map(({ n = 0 }) => n)),
  );
  return count === 0 ? [] : [t(`verdict:rests.${measure}`, { count })];
}

/** The longest that any share or level rests on, in slices of 10 s. */
function loadText({ t, format }: Language, own: readonly IndicatorResult[]): string[] {
  const slices = Math.max(0, ...own.map(({ n = 0, nUnit }) => (nUnit === "slices" ? n : 0)));
  if (slices === 0) return [];
  const minutes = Math.max(1, Math.floor(slices / 6));
  if (minutes < 120) return [t("verdict:rests.loadMinutes", { count: minutes })];
  const hours = minutes / 60;
  return [
    t("verdict:rests.loadHours", {
      figure: format.number(hours < 10 ? Math.floor(hours * 10) / 10 : Math.floor(hours)),
    }),
  ];
}

function serviceText(language: Language, indicator: IndicatorResult): string {
  const { t } = language;
  const { distribution, n = 0 } = indicator;
  const time =
    n < 48
      ? t("verdict:rests.serviceHours", { count: Math.floor(n) })
      : t("verdict:rests.serviceDays", { count: Math.round(n / 24) });
  const outages = distribution?.kind === "availability" ? Math.round(distribution.outages) : null;
  return t("verdict:rests.service", {
    time,
    outages: outages === null ? t("verdict:rests.outagesUnsaid") : t("verdict:rests.outages", { count: outages }),
    restore: restoreText(language, indicator),
  });
}

/** What says how long a failure lasts; before method 2 it was what the plan promised. */
function restoreText({ t, format }: Language, { restore, marks, distribution }: IndicatorResult): string {
  if (marks.includes("restore-unshown"))
    return t("verdict:rests.restore.unshown", { time: restore === undefined ? "–" : format.duration(restore.seconds) });
  if (restore === undefined) {
    return distribution?.kind === "availability"
      ? t("verdict:rests.restore.promised", { time: format.duration(distribution.restoreSeconds) })
      : t("verdict:rests.restore.shown");
  }
  const by = `verdict:rests.restore.${restore.by}`;
  return t(t.has(by) ? by : "verdict:rests.restore.shown", { time: format.duration(restore.seconds) });
}
