import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Language } from "../view/languages.ts";

export const decisions = ["waits", "ready"] as const;
export const outcomes = ["pass", "not-enough-evidence", "fail"] as const;
/** Of a year, in the currency that is stated: a house has one. */
export const costs = [100_000, 1_000_000, 10_000_000] as const;

export type SelectModel = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
};

/** Which decisions a leader wants to see next. Each but the first chooses among those that wait. */
export function decisionSelects({ t, format }: Language, query: PortfolioQuery): readonly SelectModel[] {
  const select = (
    name: string,
    chosen: string,
    values: readonly (readonly [value: string, text: string])[],
  ): SelectModel => ({
    id: `f-${name}`,
    name,
    label: t(`portfolio:decision.${name}`),
    options: [["", t("portfolio:decision.any")] as const, ...values].map(([value, text]) => ({
      value,
      text,
      selected: value === chosen,
    })),
  });
  return [
    select(
      "decision",
      query.decision ?? "",
      decisions.map((value) => [value, t(`portfolio:decision.${value}`)]),
    ),
    select(
      "verdict",
      query.outcome ?? "",
      outcomes.map((value) => [value, t(`words:outcome.${value}`)]),
    ),
    select(
      "tier",
      query.tier ?? "",
      tiers.map((value) => [value, t(`words:tier.${value}`)]),
    ),
    select(
      "cost",
      query.annualUpTo === undefined ? "" : String(query.annualUpTo),
      costs.map((value) => [String(value), t("portfolio:decision.upTo", { amount: format.number(value) })]),
    ),
  ];
}
