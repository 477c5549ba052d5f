import type { TextResult } from "../../application/texts.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { PilotPlan } from "../../domain/technology/state/pilot.ts";
import type { PlannedIndicator } from "../../domain/measures/planned-indicator.ts";
import { isApplicable } from "../../domain/technology/looks/is-applicable.ts";
import { indicatorTerm } from "../say/condition.ts";
import { namedTerm, term } from "../say/term.ts";
import { textShown } from "../say/text.ts";
import { floorText, differenceLimit } from "../say/limit.ts";
import type { CellModel, TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { needText, sampleText } from "./units.ts";

type Words = ReadonlyMap<string, TextResult>;

/** Floors and minimum samples as they count here: the policy's, or stricter where the plan says so. */
export function indicatorTable(
  language: Language,
  policy: Policy,
  plan: PilotPlan,
  words: Words,
): { readonly title: string; readonly table: TableModel } {
  const { t } = language;
  const all = policy.criteria.flatMap(({ key, indicators }) =>
    indicators
      .filter((indicator) => indicator.optional !== true || isApplicable(plan, indicator))
      .map((indicator) => ({ criterion: key, indicator })),
  );
  const out = all.filter(({ indicator }) => plan.indicators[indicator.key]?.applicable === false).length;
  return {
    title: t("pilot:indicators.title", { count: all.length - out, out }),
    table: {
      caption: t("pilot:indicators.caption"),
      columns: ["indicator", "floor", "sample", "need"].map((key) => {
        const label = t(`pilot:indicators.${key}`);
        return { label, ...(key === "floor" && { term: term(language, "floor", label) }) };
      }),
      rows: all.map(({ criterion, indicator }) => ({
        cells: [
          {
            content: indicatorTerm(language, policy, indicator.key),
            header: true,
            sub: t(`words:criterion.${criterion}`),
          },
          ...cellsOf(language, policy, plan, words, indicator),
        ],
      })),
    },
  };
}

function cellsOf(language: Language, policy: Policy, plan: PilotPlan, words: Words, indicator: Indicator): CellModel[] {
  const { t } = language;
  const planned = plan.indicators[indicator.key];
  if (planned?.applicable === false) {
    const reason = planned.reason === null ? "" : textShown(language, words.get(planned.reason));
    return [
      { content: t("words:indicatorState.not-applicable") },
      { content: "–" },
      { content: html`${t("pilot:indicators.because")} ${reason}` },
    ];
  }
  const chosen = choicesText(language, indicator, planned);
  const floor = planned?.floor ?? indicator.floor;
  const sample = Math.max(indicator.minimumSample, planned?.minimumSample ?? 0);
  const stricter = (policys: string | null) =>
    policys === null ? {} : { sub: t("pilot:indicators.stricter", { policy: policys }) };
  return [
    {
      content: floorText(language, indicator, floor),
      ...stricter(planned?.floor == null ? null : floorText(language, indicator, indicator.floor)),
    },
    {
      content: sampleText(language, indicator, sample),
      ...stricter(sample > indicator.minimumSample ? sampleText(language, indicator, indicator.minimumSample) : null),
    },
    {
      content: needText(language, policy, plan, indicator),
      ...(chosen !== "" && { sub: html`${chosen} ${compared(language, planned)}` }),
    },
  ];
}

/** The words of a comparison, opened where it stands. */
const compared = (language: Language, planned?: PlannedIndicator): Content =>
  planned?.margin == null ? "" : html`${namedTerm(language, "baseline")} ${namedTerm(language, "margin")}`;

/** What the plan chose beside floor and sample, before there were data. */
function choicesText({ t, locale, ...rest }: Language, indicator: Indicator, planned?: PlannedIndicator): string {
  const sentences = [
    ...(planned?.margin == null
      ? []
      : [
          t("pilot:indicators.margin", {
            margin: differenceLimit({ t, locale, ...rest }, indicator.measure, -planned.margin),
          }),
        ]),
    ...(planned?.anytime === true ? [t("pilot:indicators.anytime")] : []),
  ];
  return sentences.join(locale === "en" ? " " : "");
}
