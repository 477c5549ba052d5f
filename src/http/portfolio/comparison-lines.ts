import type { Services } from "../../application/services.ts";
import { criterionKeys } from "../../domain/policy/policy.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import { isAnswered } from "../../domain/safeguards/risk-acceptance.ts";
import { conditionTitle } from "../say/condition.ts";
import { costLine } from "../say/cost.ts";
import { departmentName } from "../say/department.ts";
import { fullName, indicatorRow } from "../say/indicator.ts";
import { markText, scoreRange } from "../say/score-text.ts";
import { plainOf } from "../view/plain.ts";
import type { Language } from "../view/languages.ts";
import type { Compared } from "./compared.ts";

type ComparisonSection = "about" | "evidence" | "conditions" | "costs" | "risks" | "dates";

/** One thing that is said of each of them. */
export interface ComparisonLine {
  readonly section: ComparisonSection;
  readonly title: string;
  /** A cell a technology, each with its lines of text. */
  readonly cells: readonly (readonly string[])[];
  /** Not the same of all of them. */
  readonly differs: boolean;
}

export function comparisonLines(
  language: Language,
  services: Services,
  compared: readonly Compared[],
): readonly ComparisonLine[] {
  const line = (
    section: ComparisonSection,
    title: string,
    say: (technology: Compared) => readonly string[],
  ): ComparisonLine => {
    const cells = compared.map(say);
    return { section, title, cells, differs: new Set(cells.map((texts) => texts.join("\n"))).size > 1 };
  };
  if (compared.length === 0) return [];
  return [
    ...aboutLines(language, services, line),
    ...evidenceLines(language, compared, line),
    ...conditionLines(language, compared, line),
    ...costLines(language, line),
    ...riskLines(language, services, line),
    line("dates", language.t("portfolio:comparison.ahead"), ({ ahead }) =>
      ahead.length === 0
        ? [language.t("portfolio:timeline.none")]
        : ahead.map(({ on, what }) => `${language.format.date(on)} · ${language.t(`portfolio:what.${what}`)}`),
    ),
  ];
}

type Line = (
  section: ComparisonSection,
  title: string,
  say: (technology: Compared) => readonly string[],
) => ComparisonLine;

function aboutLines(language: Language, { views }: Services, line: Line): readonly ComparisonLine[] {
  const { t, format } = language;
  const departments = views.departments.all();
  return [
    line("about", t("portfolio:filter.department"), ({ row }) => [
      departmentName(language, departments, row.department),
    ]),
    line("about", t("portfolio:filter.stage"), ({ row }) => [
      t(`words:stage.${row.stage}`),
      ...(row.held ? [t("common:state.held")] : []),
    ]),
    line("about", t("portfolio:comparison.tier"), ({ row }) => [
      t("words:impactTier", { tier: t(`words:tier.${row.tier}`) }),
    ]),
    line("about", t("portfolio:comparison.proposed"), ({ row }) => [format.date(row.proposedAt)]),
  ];
}

function evidenceLines(language: Language, compared: readonly Compared[], line: Line): readonly ComparisonLine[] {
  const { t } = language;
  const keys = new Set(compared.flatMap(({ verdict }) => verdict?.indicators.map(({ id }) => id) ?? []));
  const ofIndicator = (id: string, { verdict }: Compared): IndicatorResult | undefined =>
    verdict?.indicators.find((indicator) => indicator.id === id);
  const titleOf = (id: string): string => {
    const first = compared.find((candidate) => ofIndicator(id, candidate) !== undefined);
    const indicator = first === undefined ? undefined : ofIndicator(id, first);
    return first === undefined || indicator === undefined ? id : fullName(language, first.policy, indicator);
  };
  return [
    line("evidence", t("portfolio:comparison.verdict"), ({ row, verdict }) => [
      verdict === null ? t("portfolio:table.noEvidence") : t(`words:outcome.${verdict.outcome}`),
      ...(verdict !== null && row.scoresFrom === "interim" ? [t("portfolio:comparison.interim")] : []),
    ]),
    ...criterionKeys.map((key) =>
      line("evidence", t(`words:criterion.${key}`), ({ row }) => {
        const score = row.criteria[key];
        if (score === null) return [t("portfolio:table.noEvidence")];
        const range = scoreRange(language, [score.lower, score.upper], { mark: score.floor });
        return [
          `${range} · ${t(`words:indicatorState.${score.state}`)}`,
          ...(score.floor === null
            ? []
            : [t("portfolio:comparison.floor", { floor: markText(language, score.floor) })]),
        ];
      }),
    ),
    ...[...keys].map((id) =>
      line("evidence", titleOf(id), (candidate) => {
        const indicator = ofIndicator(id, candidate);
        if (indicator === undefined) return [t("portfolio:comparison.notAsked")];
        const { value, bounds, floor } = indicatorRow(language, candidate.policy, indicator);
        return [value, bounds, floor].flatMap((text) => (text === undefined || text === "" ? [] : [plainOf(text)]));
      }),
    ),
  ];
}

function conditionLines(language: Language, compared: readonly Compared[], line: Line): readonly ComparisonLine[] {
  const { t } = language;
  const keys = new Set(compared.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
  return [
    line("conditions", t("portfolio:comparison.gate"), ({ row, conditions }) =>
      row.gate === null
        ? [t("portfolio:comparison.noGate")]
        : [
            t(`words:gate.${row.gate}`),
            t("portfolio:table.conditions", {
              met: conditions.filter(({ status }) => status === "met" || status === "waived").length,
              total: conditions.length,
            }),
          ],
    ),
    ...[...keys].map((key) =>
      line("conditions", conditionTitle(language, key), ({ conditions }) => {
        const condition = conditions.find((assessed) => assessed.key === key);
        return [condition === undefined ? t("portfolio:comparison.notAsked") : t(`common:state.${condition.status}`)];
      }),
    ),
  ];
}

function costLines(language: Language, line: Line): readonly ComparisonLine[] {
  const { t, format } = language;
  const amount = (value: number | null, currency: string): readonly string[] => [
    value === null ? t("technology:notStated") : `${format.number(value)} ${currency}`,
  ];
  return [
    line("costs", t("portfolio:comparison.pilotCost"), ({ technology: { proposal } }) =>
      amount(proposal.cost.pilot, proposal.cost.currency),
    ),
    line("costs", t("portfolio:comparison.annualCost"), ({ technology: { proposal } }) =>
      amount(proposal.cost.annual, proposal.cost.currency),
    ),
    line("costs", t("portfolio:comparison.costReport"), ({ technology, policy }) => [
      costLine(language, technology, policy) ?? t("portfolio:comparison.noReport"),
    ]),
  ];
}

/** The worst of each, with what is left of it. */
const mostRisks = 3;

function riskLines(language: Language, services: Services, line: Line): readonly ComparisonLine[] {
  const { t } = language;
  const today = services.today();
  return [
    line("risks", t("portfolio:comparison.risks"), ({ risks, technology }) =>
      risks.length === 0
        ? [t("portfolio:comparison.noRisks")]
        : risks
            .slice(0, mostRisks)
            .map(
              (risk) =>
                `${risk.name} · ${t(`words:riskStep.${risk.residual.rating.level}`)} · ${t(
                  `portfolio:comparison.${isAnswered(risk, technology, today) ? "answered" : "open"}`,
                )}`,
            ),
    ),
  ];
}
