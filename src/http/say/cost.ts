import { isKnown } from "../../domain/costs/figure.ts";
import type { Figure } from "../../domain/costs/figure.ts";
import { costStanding, costWarnings } from "../../domain/technology/state/cost-standing.ts";
import type { CostStanding } from "../../domain/technology/state/cost-standing.ts";
import type { CostsSlice } from "../../domain/technology/state/costs.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";

/** A figure, or that it is unknown and why. */
export const costFigure = ({ t }: Language, figure: Figure, say: (value: number) => string): string =>
  isKnown(figure) ? say(figure.value) : t(`costs:unsaid.${figure.unknown}`);

/** Whole units of money: hundredths say nothing about a plan. */
export const money = ({ format }: Language, value: number): string => format.number(Math.round(value));

/** "9 days late", "on its plan", "3 days ahead". */
export function latenessText({ t }: Language, days: number): string {
  if (days === 0) return t("costs:lateness.none");
  return t(`costs:lateness.${days > 0 ? "late" : "ahead"}`, { count: Math.abs(days) });
}

/** How cost and schedule stand by the newest report, in one line; null where there is none. */
export function costLine(language: Language, t: CostsSlice, policy: Pick<Policy, "safeguards">): string | null {
  const standing = costStanding(t);
  return standing === null ? null : standingText(language, standing, policy);
}

export function standingText(language: Language, standing: CostStanding, policy: Pick<Policy, "safeguards">): string {
  const { t, format } = language;
  const index = (figure: Figure): string => costFigure(language, figure, (value) => format.number(value, 2));
  const warns = costWarnings(standing, policy);
  return t(warns.length === 0 ? "costs:line.plain" : "costs:line.warns", {
    day: format.date(standing.asOf),
    cpi: index(standing.costIndex),
    spi: index(standing.scheduleIndex),
    late: latenessText(language, standing.daysLate),
    which: format.list(warns.map((which) => t(`costs:line.${which}`))),
  });
}
