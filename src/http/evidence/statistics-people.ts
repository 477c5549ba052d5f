import type { GroupLabel } from "../../domain/evidence/group-label.ts";
import type {
  OutcomesStatistics,
  SatisfactionStatistics,
  ScaleGroupStatistics,
  SeqStatistics,
  SusStatistics,
  TasksStatistics,
  UmuxLiteStatistics,
} from "../../domain/evidence/statistics.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { shareText } from "../say/figure.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { fact } from "./fact.ts";
import { groupWord, moreGroups, mostGroups } from "./groups.ts";
import { groupName } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { mayShow } from "./small-cells.ts";

/** A questionnaire: SUS, UMUX-Lite, SEQ. */
export function scaleFacts(
  page: EvidencePage,
  piece: Piece,
  { kind, n, mean, sd, scale, dropped, alreadyCounted, groups }: SusStatistics | UmuxLiteStatistics | SeqStatistics,
): FactModel[] {
  const { language } = page;
  const { format } = language;
  return [
    fact(language, "respondents", format.number(n)),
    ...(mean === undefined ? [] : [fact(language, kind === "sus" ? "meanSus" : "meanScore", format.number(mean, 1))]),
    ...(sd === undefined ? [] : [fact(language, "sd", format.number(sd, 1))]),
    ...(scale === undefined ? [] : [fact(language, "scale", scaleText(language, scale))]),
    fact(language, "dropped", format.number(dropped)),
    fact(language, "alreadyCounted", format.number(alreadyCounted)),
    ...groupFacts(page, piece, groups, meanOf(language)),
  ];
}

const scaleText = ({ t, format }: Language, { min, max }: NonNullable<SusStatistics["scale"]>): string =>
  t("evidence:fact.scaleRange", { min: format.number(min), max: format.number(max) });

const meanOf =
  ({ t, format }: Language) =>
  ({ n, mean }: ScaleGroupStatistics): string =>
    mean === undefined
      ? t("evidence:fact.groupSmall", { n })
      : t("evidence:fact.groupMean", { n, mean: format.number(mean, 1) });

/** The first groups, each by its word; how many more there are. */
function groupFacts<T extends { readonly group: GroupLabel }>(
  page: EvidencePage,
  piece: Piece,
  groups: readonly T[],
  say: (group: T) => string,
): FactModel[] {
  const { language } = page;
  const firstGroups = groups.slice(0, mostGroups);
  return [
    ...firstGroups.map((counted) => ({
      term: groupName(language, groupWord(page, piece, counted.group)),
      value: say(counted),
    })),
    ...moreGroups(language, { first: [], more: groups.length - firstGroups.length }).map((value) => ({
      term: language.t("evidence:group"),
      value,
    })),
  ];
}

/** Ratings in their own scale. */
export function satisfactionFacts(page: EvidencePage, piece: Piece, statistics: SatisfactionStatistics): FactModel[] {
  const { language } = page;
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
    ...groupFacts(page, piece, groups, meanOf(language)),
  ];
}

/** How many of each group; the cells of a small one stay out of sight. */
export function outcomesFacts(page: EvidencePage, piece: Piece, { groups }: OutcomesStatistics): FactModel[] {
  const { t } = page.language;
  return groupFacts(page, piece, groups, ({ n, cells }) => {
    const selected = cells === undefined ? null : (cells.tp + cells.fp) / n;
    return selected === null || !mayShow(selected, n)
      ? t("evidence:fact.groupSmall", { n })
      : t("evidence:fact.groupSelected", { n, share: shareText(page.language, selected) });
  });
}

export function tasksFacts(
  page: EvidencePage,
  piece: Piece,
  { participants, attempts, successes, alreadyCounted, groups }: TasksStatistics,
): FactModel[] {
  const { language } = page;
  const { t, format } = language;
  const share = (events: number, trials: number): string => shareText(language, trials === 0 ? 0 : events / trials);
  return [
    fact(language, "participants", format.number(participants)),
    fact(language, "attempts", format.number(attempts)),
    fact(
      language,
      "successes",
      t("common:bracketed", { text: share(successes, attempts), more: format.number(successes) }),
    ),
    fact(language, "alreadyCounted", format.number(alreadyCounted)),
    ...groupFacts(page, piece, groups, ({ n, succeeded }) =>
      succeeded === undefined
        ? t("evidence:fact.groupSmall", { n })
        : t("evidence:fact.groupShare", { n, share: share(succeeded.events, succeeded.trials) }),
    ),
  ];
}
