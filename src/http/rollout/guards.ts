import { namedTerm } from "../say/term.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { GuardAssessment } from "../../domain/technology/state/rollout.ts";
import type { GuardLimit } from "../../domain/scoring/guard.ts";
import { latestAssessment } from "../../domain/technology/state/guards-of-wave.ts";
import { guard as drawGuard } from "../charts/guard.ts";
import type { MarkState } from "../charts/svg.ts";
import { indicatorName } from "../say/condition.ts";
import { confidenceText } from "../say/chance.ts";
import { figureText, measureIn } from "../say/figure.ts";
import { limitText } from "../say/limit.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { GuardsModel, TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import type { RolloutParts } from "./rollout-parts.ts";

type Assessed = GuardAssessment & { readonly at: string };

/** One small chart a guard: the bound that is compared, assessment by assessment, and the same as a table. */
export function guardsModel(parts: RolloutParts): {
  readonly title: string;
  readonly looks: string;
  readonly guards: GuardsModel;
  readonly table: TableModel;
} | null {
  const { technology, language, policy } = parts;
  const { rollout } = technology;
  if (rollout === null || rollout.guards.length === 0) return null;
  // What an earlier wave showed says nothing about the one that runs now.
  const wave = rollout.waves.findLast(({ openedAt }) => openedAt !== null);
  const assessed = rollout.guards.map((limit) => ({
    limit,
    all: rollout.assessments.filter(({ indicator }) => indicator === limit.indicator),
    last: wave === undefined ? undefined : latestAssessment(rollout, wave, limit.indicator),
  }));
  const breached = assessed.filter(({ last }) => last?.state === "breached").length;
  const few = assessed.filter(({ last }) => (last?.state ?? "too-few") === "too-few").length;
  return {
    title: titleOf(language, { count: rollout.guards.length, breached, few }),
    looks: language.t("rollout:guards.looks", { wrong: language.format.number(100 * (1 - policy.confidence), 0) }),
    guards: { term: namedTerm(parts.language, "guard"), guards: assessed.map((guard) => guardOf(parts, guard)) },
    table: tableOf(
      parts,
      assessed.flatMap(({ all }) => all),
    ),
  };
}

/** The exception first: what is breached, then what is too thin, else that all is within. */
function titleOf({ t }: Language, counts: { readonly count: number; readonly breached: number; readonly few: number }) {
  const { count, breached, few } = counts;
  const parts = [
    ...(breached > 0 ? [t("rollout:guards.breached", { count: breached, of: count })] : []),
    ...(few > 0 ? [t("rollout:guards.few", { count: few })] : []),
  ];
  return parts.length === 0
    ? t("rollout:guards.within", { count })
    : t("rollout:guards.title", { text: parts.join(t("rollout:guards.and")) });
}

const marks: { readonly [S in GuardAssessment["state"]]: MarkState } = {
  breached: "unmet",
  within: "met",
  "too-few": "unknown",
};

/** Where the newest wave begins among the assessments, and the hold: the lines a reader looks for. */
function marksOf({ technology, language }: RolloutParts, all: readonly Assessed[]) {
  const { t, format } = language;
  const day = all.findIndex(({ wave }) => wave === all.at(-1)?.wave);
  const wave = all[day]?.wave ?? 0;
  const hold = technology.rollout?.hold ?? null;
  const held = hold === null ? -1 : all.findIndex(({ at, state }) => at >= hold.since && state === "breached");
  return {
    ...(day > 0 && { wave: { day, text: t("rollout:guards.waveAt", { wave }) } }),
    ...(hold !== null &&
      held >= 0 &&
      all.length > 1 && {
        held: { day: held, text: t("rollout:guards.heldAt", { day: format.dateShort(hold.since) }) },
      }),
  };
}

type Guard = { readonly limit: GuardLimit; readonly all: readonly Assessed[]; readonly last: Assessed | undefined };

function guardOf(parts: RolloutParts, { limit, all, last }: Guard): GuardsModel["guards"][number] {
  const { language, policy } = parts;
  const { t, format } = language;
  const newest = all.at(-1);
  const state = last?.state ?? "too-few";
  const higher = betterHigher(policy, limit.indicator);
  const name = indicatorName(language, policy, limit.indicator);
  const bound = (guard: Assessed): number | null => (higher ? guard.lower : guard.upper);
  const figure = last === undefined ? null : bound(last);
  const value = figure === null ? t("rollout:guards.none") : guardFigure(parts, limit, figure);
  return {
    name,
    tag: tag(t, marks[state], t(`rollout:guards.tag.${state}`)),
    value,
    limit: t(higher ? "rollout:guards.atLeast" : "rollout:guards.atMost", {
      limit: limitOf(parts, limit),
    }),
    ...(last?.look !== undefined && { look: t("rollout:guards.look", lookValues(language, last.look)) }),
    chart: drawGuard({
      label: t("rollout:guards.label", { name, state: t(`events:guard.${state}`), value }),
      state: marks[state],
      values: all.map(bound),
      limit: limit.limit,
      direction: higher ? "atLeast" : "atMost",
      ...marksOf(parts, all),
      from: all[0] === undefined || all.length === 1 ? "" : format.dateShort(all[0].at),
      to: newest === undefined ? "" : format.dateShort(newest.at),
    }),
  };
}

type Guarded = Pick<GuardLimit, "indicator" | "limit">;

type Look = NonNullable<GuardAssessment["look"]>;

const lookValues = (language: Language, { number, confidence }: Look) => ({
  number,
  confidence: confidenceText(language, confidence),
});

function tableOf(parts: RolloutParts, all: readonly Assessed[]): TableModel {
  const { language, policy } = parts;
  const { t, format } = language;
  const figure = (guard: Assessed, value: number | null): string =>
    value === null ? "–" : guardFigure(parts, guard, value);
  return {
    caption: t("rollout:guards.caption"),
    columns: [
      { label: t("rollout:guards.guard") },
      { label: t("rollout:guards.wave"), num: true },
      { label: t("rollout:guards.day") },
      { label: t("rollout:guards.estimate"), num: true },
      { label: t("rollout:guards.bounds"), num: true },
      { label: t("rollout:guards.limit"), num: true },
      { label: t("rollout:guards.lookColumn"), num: true },
      { label: t("rollout:guards.state") },
    ],
    rows: all.map((guard) => ({
      cells: [
        { content: indicatorName(language, policy, guard.indicator), header: true },
        { content: String(guard.wave), num: true },
        { content: format.date(guard.at) },
        { content: figure(guard, guard.estimate), num: true },
        { content: `${figure(guard, guard.lower)} – ${figure(guard, guard.upper)}`, num: true },
        { content: limitOf(parts, guard), num: true },
        {
          content: guard.look === undefined ? "–" : t("rollout:guards.lookCell", lookValues(language, guard.look)),
          num: true,
        },
        { content: t(`events:guard.${guard.state}`) },
      ],
    })),
  };
}

const betterHigher = (policy: Policy, key: string): boolean => measureOf(measureIn(policy, key)).better !== "lower";

const limitOf = ({ language, policy }: RolloutParts, { indicator, limit }: Guarded): string =>
  limitText(language, measureIn(policy, indicator), limit);

const guardFigure = ({ language, policy }: RolloutParts, { indicator, limit }: Guarded, value: number): string =>
  figureText(language, measureIn(policy, indicator), value, { beside: limit });
