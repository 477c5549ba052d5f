import type { Language } from "../view/languages.ts";
import type { Statistics } from "../../domain/evidence/statistics.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import type { FairnessFinding } from "../../domain/measures/finding-parts.ts";
import { withDownloads } from "../charts/downloads.ts";
import { intervalList } from "../charts/interval-list.ts";
import type { IntervalRow } from "../charts/interval-list.ts";
import { unknownText } from "../say/indicator.ts";
import { bareText, boundsText, figureText, shareText } from "../say/figure.ts";
import { limitText } from "../say/limit.ts";
import type { FigureModel, TableModel } from "../view/components.ts";
import { mayShow } from "./small-cells.ts";
import { moreGroups, pooledGroups } from "./groups.ts";
import type { PooledGroup } from "./groups.ts";
import { drawnPieces, groupName, indicatorOf } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

type Difference = FairnessFinding["groups"][number];

/** How far each compared group lies from the reference in the one measure the plan made binding. */
export function fairnessSection(page: EvidencePage): EvidenceSection | null {
  const { language, technology } = page;
  const { t } = language;
  const { pieces, expired } = drawnPieces(page, "outcomes");
  const groups = pooledGroups(page, pieces, (statistics) => (statistics.kind === "outcomes" ? statistics.groups : []));
  if (groups.first.length === 0) return null;
  const indicator = indicatorOf(page, "fairness");
  const people = pieces.reduce((sum, { statistics }) => sum + peopleIn(statistics), 0);
  const planned = technology.plan?.plan.fairness ?? null;
  const named = planned === null ? [] : [planned.reference, ...planned.groups].map((name) => name.normalize("NFC"));
  const others = groups.first.filter(({ word }) => !named.includes(word));
  const notes = [
    ...(indicator?.fairness === undefined ? [] : [t(`evidence:fairness.about.${indicator.fairness.measure}`)]),
    ...(others.length === 0
      ? []
      : [
          t("evidence:fairness.notCompared", {
            groups: language.format.list(others.map(({ name }) => name)),
          }),
        ]),
    ...moreGroups(language, groups),
    ...(expired ? [t("evidence:expiredFigures")] : []),
  ];
  const title = titleOf(page, indicator);
  return {
    id: "outcomes",
    title,
    aside: t("evidence:fairness.people", { count: people }),
    ...(indicator?.fairness === undefined
      ? { table: headcountTable(page, title, groups.first), notes }
      : { figure: figureOf(page, title, indicator, indicator.fairness, notes) }),
  };
}

const peopleIn = (statistics: Statistics): number =>
  statistics.kind === "outcomes" ? statistics.groups.reduce((sum, { n }) => sum + n, 0) : 0;

function titleOf({ language }: EvidencePage, indicator: IndicatorResult | undefined): string {
  const { t } = language;
  if (indicator?.fairness === undefined) {
    const reason = indicator === undefined ? t("evidence:tasks.notAsked") : unknownText(language, indicator);
    return t("evidence:fairness.unknown", { reason });
  }
  const { fairness } = indicator;
  const { groups, reference } = fairness;
  const width = ({ difference }: Difference): number => Math.abs(difference.estimate);
  const [widest] = groups.filter((group) => areShown(fairness, group)).sort((a, b) => width(b) - width(a));
  if (widest === undefined || !areShown(fairness, reference)) return t("evidence:fairness.title");
  return t("evidence:fairness.found", {
    points: figureText(language, "fairness", Math.abs(widest.difference.estimate), { beside: indicator.floor }),
    group: groupName(language, widest.group),
    reference: groupName(language, reference.group),
  });
}

/** A difference of shares in percentage points, beside the limit it is held against. */
const pointsText = (language: Language, difference: number, limit: number | undefined): string =>
  bareText(language, "fairness", difference, { beside: limit });

function figureOf(
  page: EvidencePage,
  title: string,
  indicator: IndicatorResult,
  fairness: FairnessFinding,
  notes: readonly string[],
): FigureModel {
  const { language, row } = page;
  const { t } = language;
  const reach = fairness.groups.flatMap(({ difference: { lower, upper } }) => [Math.abs(lower), Math.abs(upper)]);
  const end = Math.max(0.1, Math.ceil(Math.max(...reach, indicator.floor ?? 0) * 20) / 20);
  const rows = fairness.groups.map((group) => rowOf(page, group, indicator.floor, end, areShown(fairness, group)));
  const hidden = [fairness.reference, ...fairness.groups].some((group) => !areShown(fairness, group));
  const ticks = [-end, -end / 2, 0, end / 2, end].map((at) => ({ at, text: language.format.number(at * 100, 1) }));
  return withDownloads(`${row.slug}-fairness`, {
    chart: intervalList({ rows, axis: { ticks, min: -end, max: end } }),
    table: tableOf(page, title, fairness, indicator.floor),
    notes: [
      t("evidence:fairness.axis", { reference: groupName(language, fairness.reference.group) }),
      ...(indicator.floor === undefined
        ? []
        : [t("evidence:fairness.limit", { limit: limitText(language, "fairness", indicator.floor) })]),
      ...(hidden ? [t("evidence:fairness.hidden")] : []),
      ...notes,
    ],
  });
}

function rowOf(
  { language }: EvidencePage,
  { group, n, difference }: Difference,
  limit: number | undefined,
  end: number,
  isShown: boolean,
): IntervalRow {
  const { t, format } = language;
  const { estimate, lower, upper } = difference;
  const beyond = limit !== undefined && (lower > limit || upper < -limit);
  const within = limit === undefined || (lower >= -limit && upper <= limit);
  const beside = sided(estimate, limit);
  return {
    name: groupName(language, group),
    sub: t("charts:sus.n", { n: format.number(n) }),
    level: "plain",
    mark: {
      state: beyond ? "unmet" : within ? "met" : "unknown",
      lower,
      // Where the figure is not shown, neither is its place: the middle of its bounds stands for it.
      estimate: isShown ? estimate : (lower + upper) / 2,
      upper,
      min: -end,
      max: end,
    },
    value: isShown ? pointsText(language, estimate, beside) : "–",
    bounds: boundsText(language, "fairness", [lower, upper], { beside }),
  };
}

/** The limit binds either way: the one on the side of the figure. */
const sided = (estimate: number, limit: number | undefined): number | undefined =>
  limit === undefined ? undefined : Math.sign(estimate) * limit;

/** The people behind a group's base rate and its share of the binding measure are enough to be shown. */
function areShown({ measure }: FairnessFinding, { n, share, baseRate }: FairnessFinding["reference"]): boolean {
  const counted = { selection: n, ppv: n, tpr: n * baseRate, fpr: n * (1 - baseRate) }[measure];
  return mayShow(baseRate, n) && mayShow(share, Math.round(counted));
}

function tableOf(
  { language }: EvidencePage,
  caption: string,
  finding: FairnessFinding,
  limit: number | undefined,
): TableModel {
  const { measure, reference, groups } = finding;
  const { t, format } = language;
  const num = (content: string) => ({ content, num: true });
  const row = (group: FairnessFinding["reference"], difference: string, bounds: string) => ({
    cells: [
      { content: groupName(language, group.group), header: true },
      num(format.number(group.n)),
      num(areShown(finding, group) ? shareText(language, group.baseRate) : "–"),
      num(areShown(finding, group) ? shareText(language, group.share) : "–"),
      num(difference),
      num(bounds),
    ],
  });
  return {
    caption,
    columns: [
      { label: t("evidence:group") },
      { label: "n", num: true },
      { label: t("evidence:fairness.baseRate"), num: true },
      { label: t(`evidence:fairness.measure.${measure}`), num: true },
      { label: t("evidence:fairness.difference"), num: true },
      { label: t("charts:interval.bounds"), num: true },
    ],
    rows: [
      row(reference, t("evidence:fairness.reference"), "–"),
      ...groups.map((compared) =>
        row(
          compared,
          areShown(finding, compared) && areShown(finding, reference)
            ? pointsText(language, compared.difference.estimate, sided(compared.difference.estimate, limit))
            : "–",
          boundsText(language, "fairness", [compared.difference.lower, compared.difference.upper], {
            beside: sided(compared.difference.estimate, limit),
          }),
        ),
      ),
    ],
  };
}

/** Before anything can be compared: who is in the data, and nothing of how they fared. */
function headcountTable(
  { language }: EvidencePage,
  caption: string,
  groups: readonly PooledGroup<unknown>[],
): TableModel {
  const { t, format } = language;
  return {
    caption,
    columns: [{ label: t("evidence:group") }, { label: "n", num: true }],
    rows: groups.map(({ name, people }) => ({
      cells: [
        { content: name, header: true },
        { content: format.number(people), num: true },
      ],
    })),
  };
}
