import type {
  OutcomesStatistics,
  SatisfactionStatistics,
  SeqStatistics,
  SusStatistics,
  TasksStatistics,
  UmuxLiteStatistics,
} from "../../domain/evidence/statistics.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { fact } from "./fact.ts";
import { groupName } from "./page.ts";
import { mayShow } from "./small-cells.ts";

/** A questionnaire: SUS, UMUX-Lite, SEQ. */
export function scaleFacts(
  language: Language,
  { kind, n, mean, sd, dropped, alreadyCounted, groups }: SusStatistics | UmuxLiteStatistics | SeqStatistics,
): FactModel[] {
  const { format } = language;
  return [
    fact(language, "respondents", format.number(n)),
    ...(mean === undefined ? [] : [fact(language, kind === "sus" ? "meanSus" : "meanScore", format.number(mean, 1))]),
    ...(sd === undefined ? [] : [fact(language, "sd", format.number(sd, 1))]),
    fact(language, "dropped", format.number(dropped)),
    fact(language, "alreadyCounted", format.number(alreadyCounted)),
    ...groups.map((group) => groupFact(language, group)),
  ];
}

function groupFact(
  language: Language,
  { group, n, mean }: { readonly group: string; readonly n: number; readonly mean?: number },
): FactModel {
  const { t, format } = language;
  const value =
    mean === undefined
      ? t("evidence:fact.groupSmall", { n })
      : t("evidence:fact.groupMean", { n, mean: format.number(mean, 1) });
  return { term: groupName(language, group), value };
}

/** Ratings in their own scale. */
export function satisfactionFacts(language: Language, statistics: SatisfactionStatistics): FactModel[] {
  const { t, format } = language;
  const { responses, mean, sd, scaleMin, scaleMax, groups } = statistics;
  return [
    fact(language, "respondents", format.number(responses)),
    fact(
      language,
      "meanRating",
      t("evidence:fact.onScale", { mean: format.number(mean, 2), from: scaleMin, to: scaleMax }),
    ),
    sd === undefined
      ? fact(language, "sd", t("indicators:unknown.totals-only"))
      : fact(language, "sd", format.number(sd, 2)),
    ...groups.map((group) => groupFact(language, group)),
  ];
}

/** How many of each group; the cells of a small one stay out of sight. */
export function outcomesFacts(language: Language, { groups }: OutcomesStatistics): FactModel[] {
  const { t, format } = language;
  return groups.map(({ group, n, cells }) => {
    const selected = cells === undefined ? null : (cells.tp + cells.fp) / n;
    return {
      term: groupName(language, group),
      value:
        selected === null || !mayShow(selected, n)
          ? t("evidence:fact.groupSmall", { n })
          : t("evidence:fact.groupSelected", { n, share: format.percent(selected, 1) }),
    };
  });
}

export function tasksFacts(
  language: Language,
  { participants, attempts, successes, alreadyCounted, groups }: TasksStatistics,
): FactModel[] {
  const { t, format } = language;
  const share = (events: number, trials: number): string => format.percent(trials === 0 ? 0 : events / trials, 1);
  return [
    fact(language, "participants", format.number(participants)),
    fact(language, "attempts", format.number(attempts)),
    fact(language, "successes", `${share(successes, attempts)} (${format.number(successes)})`),
    fact(language, "alreadyCounted", format.number(alreadyCounted)),
    ...groups.map(({ group, n, succeeded }) => ({
      term: groupName(language, group),
      value:
        succeeded === undefined
          ? t("evidence:fact.groupSmall", { n })
          : t("evidence:fact.groupShare", { n, share: share(succeeded.events, succeeded.trials) }),
    })),
  ];
}
