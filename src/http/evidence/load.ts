import { meetsLevel } from "../../domain/measures/headroom.ts";
import { floorOf } from "../../domain/measures/yardstick.ts";
import type { LoadStatistics, LoadStepStatistics } from "../../domain/evidence/statistics.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import { withDownloads } from "../charts/downloads.ts";
import { load, perSecond } from "../charts/load.ts";
import type { LoadModel, LoadStep } from "../charts/load.ts";
import { loadLegend, loadTable } from "../charts/load-table.ts";
import { scalability } from "../charts/usl.ts";
import { hasLevels, levelEnds, levelState, levelsText } from "../say/headroom.ts";
import { unknownText } from "../say/indicator.ts";
import { figureText, shareText } from "../say/figure.ts";
import { limitText } from "../say/limit.ts";
import type { FactModel, FigureModel } from "../view/components.ts";
import { isClosedLoop } from "./closed-loop.ts";
import { drawnPieces, howSeveral, indicatorOf, periodText } from "./page.ts";
import type { EvidenceFigures } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

type LoadPiece = Piece & { readonly statistics: LoadStatistics };

/** The load run in force that decides, or the last one, step by step, against the demand of a full rollout. */
export function loadSection(page: EvidenceFigures): EvidenceSection | null {
  const { language } = page;
  const { pieces, expired } = drawnPieces(page, "load");
  const runs = pieces.filter((piece): piece is LoadPiece => piece.statistics.kind === "load");
  const indicator = indicatorOf(page, "headroom");
  const run = runs.find(({ digest }) => digest === indicator?.decidedBy) ?? runs.findLast(hasSteps) ?? runs.at(-1);
  if (run === undefined) return null;
  const title = titleOf(page, indicator);
  const notes = [
    ...(runs.length > 1 ? [language.t(`evidence:load.${howSeveral(indicator)}`, { count: runs.length })] : []),
    ...(indicator?.throughput !== undefined && hasLevels(indicator)
      ? [language.t("evidence:load.levels", { sentence: levelsText(language, indicator.throughput) })]
      : []),
    ...(isClosedLoop(run.format) ? [language.t("evidence:load.closedLoop")] : []),
    ...(expired ? [language.t("evidence:expiredFigures")] : []),
  ];
  const drawn = hasSteps(run);
  return {
    id: "load",
    title,
    aside: `${periodText(language, run)} · ${language.t("evidence:load.requests", { count: run.statistics.requests })}`,
    ...(drawn
      ? { figure: figureOf(page, run, title, notes, indicator) }
      : { facts: factsOf(page, run.statistics), notes }),
  };
}

const hasSteps = (piece: LoadPiece): boolean => (piece.statistics.steps ?? []).length > 0;

function titleOf({ language }: EvidenceFigures, indicator: IndicatorResult | undefined): string {
  const { t, format } = language;
  if (indicator === undefined) return t("evidence:load.title");
  const { measured, throughput } = indicator;
  if (measured === undefined || throughput === undefined)
    return t("evidence:load.unknown", { reason: unknownText(language, indicator) });
  if (throughput.estimate === 0) {
    return t(hasLevels(indicator) && throughput.upper === undefined ? "evidence:load.unshown" : "evidence:load.missed");
  }
  return t("evidence:load.found", {
    throughput: perSecond(format, throughput.estimate),
    times: figureText(language, "headroom", measured.estimate, { beside: indicator.floor }),
  });
}

function figureOf(
  page: EvidenceFigures,
  run: LoadPiece,
  title: string,
  notes: readonly string[],
  indicator: IndicatorResult | undefined,
): FigureModel {
  const { language, technology } = page;
  const { t } = language;
  const level = levelOf(page);
  const demand = technology.proposal.demand.requestsPerSecond ?? undefined;
  const steps = (run.statistics.steps ?? []).map((step) => {
    const rate = step.rate.n > 0 ? step.rate.mean : step.throughputPerSecond;
    return {
      concurrency: step.concurrency,
      throughputPerSecond: rate,
      holds: level === null ? null : holdsOf(rate, keepsLevel(step, level), indicator, demand),
    };
  });
  const law = scalability(language, steps);
  const model: LoadModel = { label: title, steps, demand, headroom: headroomOf(page, indicator), model: law.curve };
  const words =
    level === null || run.withinMs === null
      ? t("charts:load.level")
      : t("evidence:load.level", {
          share: limitText(language, "within-share", level.within),
          ms: run.withinMs,
          failed: limitText(language, "failed-share", level.failed),
        });
  return withDownloads(`${page.row.slug}-load`, {
    chart: load(language, model),
    legend: loadLegend(language, words, steps, law.curve !== undefined),
    table: loadTable(language, title, model),
    notes: [...notes, law.sentence],
    links: [{ text: t("evidence:toPiece"), href: `/technologies/${page.row.slug}/evidence/${run.evidence}` }],
  });
}

/** Null where a tool reports totals only: how many answers came in time is then unknown, but too many errors are not. */
function keepsLevel(
  step: LoadStepStatistics,
  level: { readonly within: number; readonly failed: number },
): boolean | null {
  const unknown = step.within === null && step.failures <= level.failed * step.requests;
  return unknown ? null : meetsLevel(step, { leastWithin: level.within, mostFailed: level.failed });
}

/** Chance counted, where the method bounds each level: a level that keeps the service level by luck is still open. */
function holdsOf(
  rate: number,
  asMeasured: boolean | null,
  indicator: IndicatorResult | undefined,
  demand: number | undefined,
): LoadStep["holds"] {
  if (asMeasured === null || indicator === undefined || demand === undefined || !hasLevels(indicator))
    return asMeasured;
  const ends = levelEnds(indicator, demand);
  if (ends === undefined) return asMeasured;
  const state = levelState(rate, asMeasured, ends);
  return state === "open" ? "open" : state === "passes";
}

/** The service level that steps are judged at: the floors of the two shares in the locked plan. */
function levelOf({ context }: EvidenceFigures): { readonly within: number; readonly failed: number } | null {
  if (context === null) return null;
  const [within, failed] = [floorOf("within-share", context), floorOf("failed-share", context)];
  return within === undefined || failed === undefined ? null : { within, failed };
}

function headroomOf({ language }: EvidenceFigures, indicator: IndicatorResult | undefined): LoadModel["headroom"] {
  const { t } = language;
  const measured = indicator?.measured;
  if (indicator === undefined || measured === undefined || measured.estimate === 0) return undefined;
  const times = figureText(language, "headroom", measured.estimate, { beside: indicator.floor });
  return { text: t("evidence:load.headroom", { times }), short: times };
}

/** A tool that reports totals only: its figures, and no curve. */
function factsOf(
  { language }: EvidenceFigures,
  { requests, failures, throughputPerSecond, latencyMs }: LoadStatistics,
) {
  const { t, format } = language;
  const facts: FactModel[] = [
    { term: t("evidence:fact.requests"), value: format.number(requests) },
    ...(failures === undefined
      ? []
      : [{ term: t("evidence:fact.failed"), value: shareText(language, requests === 0 ? 0 : failures / requests) }]),
    { term: t("evidence:fact.throughput"), value: format.number(throughputPerSecond, 1) },
  ];
  return latencyMs?.p95 === undefined
    ? facts
    : [...facts, { term: t("evidence:fact.p95"), value: format.milliseconds(latencyMs.p95) }];
}
