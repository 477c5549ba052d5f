import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import type { CriterionResult, Verdict, VerdictReason } from "../../domain/scoring/verdict-types.ts";
import { intervalList, intervalTable, type IntervalRow } from "../charts/interval-list.ts";
import type { FactModel, FigureModel, VerdictModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { indicatorName } from "./condition.ts";
import { chanceText, differenceInUnit, inUnit, unitOf } from "./figure.ts";
import { indicatorRow, markOf } from "./indicator.ts";
import { markNotes } from "./marks.ts";
import type { Recorded } from "./marks.ts";
import { methodLine } from "./method-link.ts";
import { inOrderOfNeed, neededText } from "./needed.ts";
import { isOpen } from "./score.ts";
import { chanceOf, scoreFigure } from "./score-figure.ts";

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
  const settles = settlesText(language, policy, verdict);
  return {
    state: states[verdict.outcome],
    label: t("verdict:label"),
    word: t(`words:outcome.${verdict.outcome}`),
    why: whyText(language, policy, verdict),
    ...(settles !== null && { settles: { label: t("verdict:settles"), text: settles } }),
    chance: chanceOf(language, verdict),
    figure: scoreFigure(language, verdict, chartHeight),
    criteria: criteriaFigure(language, policy, verdict, pieces),
    facts: { facts: [...coverageFacts(language, verdict), ...facts] },
  };
}

/** At most three reasons in words; the figure beside shows the rest. */
function whyText(language: Language, policy: Policy, verdict: Verdict): string {
  const { t, format } = language;
  if (verdict.reasons.length === 0) return t("verdict:why.pass", { score: format.number(verdict.score.mean, 0) });
  const said = verdict.reasons.slice(0, 3).map((reason) => reasonSentence(language, policy, reason));
  const rest = verdict.reasons.length - said.length;
  return [...said, ...(rest > 0 ? [t("verdict:why.more", { count: rest })] : [])].join(
    language.locale === "en" ? " " : "",
  );
}

function reasonSentence(language: Language, policy: Policy, reason: VerdictReason): string {
  const { t, format } = language;
  const chance = (value: number): string => chanceText(language, value);
  switch (reason.code) {
    case "indicator-unknown":
      return t("verdict:why.indicator-unknown", { name: nameOf(language, policy, reason.indicator) });
    case "indicator-beyond-floor":
    case "indicator-straddles": {
      const { key, compared } = partsOf(reason.indicator);
      const say = compared ? differenceInUnit : inUnit;
      return t(`verdict:why.${reason.code}`, {
        name: nameOf(language, policy, reason.indicator),
        bound: reason.bound === undefined ? "–" : say(language, unitOf(policy, key), reason.bound),
        floor: say(language, unitOf(policy, key), reason.floor),
      });
    }
    case "criterion-unknown":
      return t("verdict:why.criterion-unknown", { name: t(`words:criterion.${reason.criterion}`) });
    case "criterion-beyond-floor":
    case "criterion-straddles":
      return t(`verdict:why.${reason.code}`, {
        name: t(`words:criterion.${reason.criterion}`),
        probability: chance(reason.probability),
        limit: format.number(reason.limit, 3),
      });
    case "score-too-low":
    case "score-uncertain":
    case "score-near-limit":
      return t(`verdict:why.${reason.code}`, {
        probability: chance(reason.probability),
        limit: format.number(reason.limit, 3),
      });
    case "before-first-look":
      return t("verdict:why.before-first-look");
  }
}

/** "sus", "sus@older", "sus~baseline". */
function partsOf(id: string): { readonly key: string; readonly group: string | undefined; readonly compared: boolean } {
  const compared = id.endsWith("~baseline");
  const [key, group] = (compared ? id.slice(0, -"~baseline".length) : id).split("@");
  return { key: key ?? id, group, compared };
}

/** An indicator, a group of it or its comparison, by the id of its result. */
export function nameOf(language: Language, policy: Policy, id: string): string {
  const { key, group, compared } = partsOf(id);
  const name = indicatorName(language, policy, key);
  if (compared) return language.t("indicators:againstBaseline", { name });
  if (group === undefined) return name;
  const word = `words:group.${group}`;
  return language.t("indicators:ofGroup", { name, group: language.t.has(word) ? language.t(word) : group });
}

/** Only an open question can be settled: more evidence does not turn a fail around, and the reasons say why. */
function settlesText(language: Language, policy: Policy, verdict: Verdict): string | null {
  if (verdict.outcome !== "not-enough-evidence") return null;
  const { t, format } = language;
  const said = inOrderOfNeed(verdict.indicators).flatMap((found) => neededText(language, policy, found) ?? []);
  const { needed } = verdict;
  const score =
    needed === undefined
      ? []
      : needed.kind === "times-evidence"
        ? [
            t("verdict:needed.times-evidence", {
              factor: format.number(needed.factor, 1),
              score: format.number(needed.atScore, 1),
            }),
          ]
        : [
            t("verdict:needed.better-score", {
              score: format.number(needed.atScore, 1),
              mark: format.number(needed.passMark),
            }),
          ];
  const all = [...said, ...score];
  return all.length === 0 ? null : all.join(language.locale === "en" ? " " : "");
}

export function criteriaFigure(
  language: Language,
  policy: Policy,
  verdict: Verdict,
  pieces?: Recorded["pieces"],
): FigureModel {
  const { t } = language;
  const model = {
    headings: { value: t("verdict:figure.value"), floor: t("verdict:figure.floor") },
    rows: verdict.criteria.flatMap((criterion) => rowsOf(language, policy, verdict, criterion)),
  };
  return {
    title: titleOf(language, verdict),
    chart: intervalList(model),
    notes: [
      t("verdict:figure.note", { confidence: language.format.percent(verdict.lookConfidence, 1) }),
      ...markNotes(language, policy, verdict.indicators, { method: verdict.methodVersion, ...(pieces && { pieces }) }),
    ],
    table: intervalTable(t, t("verdict:figure.caption"), model),
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
  const { format, t } = language;
  const { mean, lower, upper } = criterion.score;
  const range = format.range(lower, upper, 0);
  // The mean counts what is unknown 0: it is nobody's estimate.
  const open = isOpen(criterion);
  const head: IntervalRow = {
    name: t(`words:criterion.${criterion.id as CriterionKey}`),
    level: "criterion",
    mark: {
      state: criterion.state === "unknown" ? "unknown" : markOf[criterion.state],
      lower,
      ...(!open && { estimate: mean }),
      upper,
      floor: criterion.floor,
      min: 0,
      max: 100,
    },
    ...(open ? { value: range } : { value: format.number(mean, 0), bounds: range }),
    floor: criterion.floor === undefined ? "" : `≥ ${format.number(criterion.floor)}`,
  };
  return [
    head,
    ...verdict.indicators
      .filter((one) => one.criterion === criterion.id)
      .map((one) => indicatorRow(language, policy, one, verdict.methodVersion)),
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
