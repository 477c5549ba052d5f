import type { Policy } from "../../domain/policy/policy.ts";
import type { CriterionResult, Verdict } from "../../domain/scoring/verdict-types.ts";
import { intervalList, intervalsOf, intervalTable, type IntervalRow } from "../charts/interval-list.ts";
import type { FactModel, FigureModel, VerdictModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { criterionRow } from "./criterion-row.ts";
import { stateHelp } from "./help-states.ts";
import { indicatorRow } from "./indicator.ts";
import { markNotes } from "./marks.ts";
import type { Recorded } from "./marks.ts";
import { methodLine } from "./method-link.ts";
import { chanceOf, scoreFigure } from "./score-figure.ts";
import { detailText, settlesText } from "./verdict-detail.ts";
import { plainVerdict } from "./verdict-plain.ts";
import { restsOn } from "./verdict-rests.ts";
import { term } from "./term.ts";
import { confidenceText } from "./chance.ts";

const states = { pass: "met", fail: "unmet", "not-enough-evidence": "unknown" } as const;

export type VerdictOptions = {
  readonly facts?: readonly FactModel[];
  /** Of the score's figure: a printed sheet has less room. */
  readonly chartHeight?: number;
  /** What pieces are called, by digest. */
  readonly pieces?: Recorded["pieces"];
};

/** The verdict of the evidence: the word, why, what would settle it, the chance, criteria and indicators with their floors. */
export function verdictModel(
  language: Language,
  policy: Policy,
  verdict: Verdict,
  options: VerdictOptions = {},
): VerdictModel {
  const { t } = language;
  const { facts = [], chartHeight = 150, pieces } = options;
  const { says, sure } = plainVerdict(language, policy, verdict);
  const rests = restsOn(language, verdict);
  const detail = detailText(language, policy, verdict);
  const settles = settlesText(language, policy, verdict);
  return {
    state: states[verdict.outcome],
    label: t("verdict:label"),
    word: t(`words:outcome.${verdict.outcome}`),
    help: stateHelp("outcome", verdict.outcome),
    why: says,
    ...(sure !== null && { sure }),
    ...(rests !== null && { rests }),
    ...(detail !== null && { detail }),
    ...(settles !== null && { settles: { label: t("verdict:settles"), text: settles } }),
    chance: chanceOf(language, verdict),
    figure: scoreFigure(language, verdict, chartHeight),
    criteria: criteriaFigure(language, policy, verdict, pieces),
    facts: { facts: [...coverageFacts(language, verdict), ...facts] },
  };
}

export function criteriaFigure(
  language: Language,
  policy: Policy,
  verdict: Verdict,
  pieces?: Recorded["pieces"],
): FigureModel {
  const { t } = language;
  const model = {
    headings: {
      value: term(language, "bound", t("verdict:figure.value")),
      floor: term(language, "floor", t("verdict:figure.floor")),
    },
    rows: verdict.criteria.flatMap((criterion) => rowsOf(language, policy, verdict, criterion)),
  };
  return {
    title: titleOf(language, verdict),
    chart: intervalList(model),
    notes: [
      t("verdict:figure.note", { confidence: confidenceText(language, verdict.lookConfidence) }),
      ...markNotes(language, policy, verdict.indicators, { method: verdict.methodVersion, ...(pieces && { pieces }) }),
    ],
    table: intervalTable(t, t("verdict:figure.caption"), model),
    intervals: intervalsOf(model),
    methods: methodLine(language, verdict.indicators),
  };
}

/** A floor of one indicator vetoes as much as a criterion's: the title names whichever does not clear. */
function titleOf({ t }: Language, { criteria, indicators }: Verdict): string {
  const cleared = criteria.filter(({ state }) => state === "cleared").length;
  const beyond = criteria.filter(({ state }) => state === "beyond").length;
  if (beyond > 0) return t("verdict:title.beyond", { count: beyond });
  const short = indicators.filter(({ state }) => state === "beyond" || state === "straddles" || state === "unknown");
  if (cleared === criteria.length && short.length > 0) return t("verdict:title.indicators", { count: short.length });
  if (cleared === 0) return t("verdict:title.none");
  return cleared === criteria.length ? t("verdict:title.all") : t("verdict:title.some", { count: cleared });
}

function rowsOf(language: Language, policy: Policy, verdict: Verdict, criterion: CriterionResult): IntervalRow[] {
  return [
    criterionRow(language, criterion, "criterion"),
    ...verdict.indicators
      .filter((indicator) => indicator.criterion === criterion.id)
      .map((result) => indicatorRow(language, policy, result, verdict.methodVersion)),
  ];
}

function coverageFacts({ t, format }: Language, { coverage, freshness }: Verdict): FactModel[] {
  return [
    {
      term: t("verdict:fact.coverage"),
      value: t("verdict:fact.coverageText", { measured: coverage.measured, applicable: coverage.applicable }),
    },
    {
      term: t("verdict:fact.freshness"),
      value:
        freshness.oldest === undefined || freshness.expires === undefined
          ? t("verdict:fact.noEvidence")
          : t("verdict:fact.freshnessText", {
              oldest: format.date(freshness.oldest),
              expires: format.date(freshness.expires),
            }),
    },
  ];
}
