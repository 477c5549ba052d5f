import type { Firmness, Hinges } from "../../application/sensitivity/firmness.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { WeightRange } from "../../domain/scoring/sensitivity-weights.ts";
import type { Outcome } from "../../domain/scoring/verdict-types.ts";
import { withDownloads } from "../charts/downloads.ts";
import { weightLegend, weightList, weightTable } from "../charts/weight-list.ts";
import { nameOf } from "../say/names-of-results.ts";
import { spaceText, turnText, weightText } from "../say/weight.ts";
import type { FigureModel, LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { hingeSentences, hingeFigure } from "./sensitivity-hinges.ts";
import type { HingeTable, PieceKinds } from "./sensitivity-hinges.ts";

/** How firmly a recorded verdict stands: the finding, what it means in sentences, the weights, what it hangs on. */
export type FirmModel = {
  readonly title: string;
  readonly text: readonly string[];
  readonly figure: FigureModel | null;
  readonly hinges: HingeTable | null;
  readonly more: LinkModel | null;
};

type Parts = {
  readonly language: Language;
  readonly policy: Policy;
  /** Null: it could not be worked out. */
  readonly firmness: Firmness | null;
  /** Null: still being worked out, or nothing to work it out from. */
  readonly hinges: Hinges | null;
  readonly kinds: PieceKinds;
};

export function firmModel({ language, policy, firmness, hinges, kinds }: Parts): FirmModel {
  const { t } = language;
  if (firmness?.reproduced !== true) {
    return {
      title: t("verdict:firm.title.unknown"),
      text: [t(firmness === null ? "verdict:firm.failed" : "verdict:firm.notReproduced")],
      figure: null,
      hinges: null,
      more: null,
    };
  }
  return {
    title: firmTitle(language, policy, firmness),
    text: [...spaceSentences(language, policy, firmness), ...hingeSentences(language, hinges, kinds)],
    figure: figureOf(language, policy, firmness),
    hinges: hingeFigure(language, hinges, kinds),
    more: null,
  };
}

/** The nearest weight that turns the outcome is the news; without one, that none does, and why. */
export function firmTitle(language: Language, policy: Policy, { sensitivity }: Firmness): string {
  const { t } = language;
  const { vetoes, weights, outcome } = sensitivity;
  const kind = outcome === "pass" ? "pass" : "open";
  const nearest = nearestTurn(weights);
  if (nearest !== null) {
    return t(`verdict:firm.title.${kind}Turns`, {
      name: weightName(language, policy, nearest.range),
      weight: turnText(language, nearest.to, nearest.range.weight),
      present: weightText(language, nearest.range.weight),
    });
  }
  return vetoes.length > 0
    ? t("verdict:firm.title.veto", { count: vetoes.length })
    : t(`verdict:firm.title.${kind}Firm`);
}

export function nearestTurn(weights: readonly WeightRange[]): { range: WeightRange; to: number } | null {
  const turns = weights.flatMap((range) =>
    [range.turnsBelow, range.turnsAbove].flatMap((to) => (to === null ? [] : [{ range, to }])),
  );
  const distance = ({ range, to }: (typeof turns)[number]): number => Math.abs(to - range.weight);
  return turns.reduce<(typeof turns)[number] | null>(
    (best, next) => (best === null || distance(next) < distance(best) ? next : best),
    null,
  );
}

function weightName(language: Language, policy: Policy, { kind, id, criterion }: WeightRange): string {
  const { t } = language;
  if (kind === "criterion") return t(`words:criterion.${criterion}`);
  return t("verdict:firm.within", { name: nameOf(language, policy, id), criterion: t(`words:criterion.${criterion}`) });
}

const mostNamed = 4;

function spaceSentences(language: Language, policy: Policy, { sensitivity }: Firmness): string[] {
  const { t, format } = language;
  const { space, vetoes } = sensitivity;
  const shares = {
    samples: space.samples,
    any: spaceText(language, space.any),
    ordered: spaceText(language, space.ordered),
  };
  if (vetoes.length === 0) return [t("verdict:firm.space", shares)];
  const named = vetoes.slice(0, mostNamed).map(({ kind, id, state }) =>
    t(`verdict:firm.veto.${state}`, {
      name: kind === "criterion" ? t(`words:criterion.${id}`) : nameOf(language, policy, id),
    }),
  );
  const rest = vetoes.length - named.length;
  return [
    t("verdict:firm.barred", {
      list: format.list([...named, ...(rest > 0 ? [t("verdict:firm.veto.more", { count: rest })] : [])]),
    }),
    t("verdict:firm.scoreAlone", shares),
  ];
}

const states = { pass: "met", fail: "unmet", "not-enough-evidence": "unknown" } as const satisfies {
  readonly [O in Outcome]: string;
};

/** Where no weight matters there is nothing to draw: the sentence says so. */
function figureOf(language: Language, policy: Policy, { sensitivity }: Firmness): FigureModel | null {
  const { t } = language;
  const { weights, outcome } = sensitivity;
  if (weights.every(({ passes }) => passes.length === 0)) return null;
  const model = {
    state: states[outcome],
    rows: weights.map((range) => ({
      name: range.kind === "criterion" ? t(`words:criterion.${range.id}`) : nameOf(language, policy, range.id),
      level: range.kind,
      weight: range.weight,
      passes: range.passes,
      turns: turnsText(language, range),
    })),
  };
  return withDownloads("weights", {
    title: t("verdict:firm.figure"),
    chart: weightList(language, model),
    legend: weightLegend(language),
    notes: [t("verdict:firm.note")],
    table: weightTable(language, t("verdict:firm.caption"), model),
  });
}

/** “< 12 %”, “> 61 %”: the nearest weights on either side at which the outcome turns. */
function turnsText(language: Language, range: WeightRange): string[] {
  const { t } = language;
  const { turnsBelow, turnsAbove, alone, passes, vetoes, weight } = range;
  if (alone) return [t("verdict:firm.alone")];
  if (passes.length === 0 && vetoes.length > 0) return [t("verdict:firm.floorBars")];
  const sentences = [
    ...(turnsBelow === null ? [] : [`< ${turnText(language, turnsBelow, weight)}`]),
    ...(turnsAbove === null ? [] : [`> ${turnText(language, turnsAbove, weight)}`]),
  ];
  return sentences.length === 0 ? [t("verdict:firm.none")] : sentences;
}
