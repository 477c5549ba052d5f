import { measureOf } from "../../domain/measures/measures.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import type { LinkModel, MethodLineModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

type Measured = Pick<IndicatorResult, "measure" | "comparison" | "marks">;

/** Where a number's method is explained and can be tried. */
export function methodLink({ t }: Language, indicator: Measured): LinkModel | null {
  const name = nameOf(indicator);
  return name === null ? null : { text: t(`methods:method.${name}.title`), href: `/methods/${name}` };
}

/** One line for several numbers, each method once; undefined where none has a method. */
export function methodLine(language: Language, indicators: readonly Measured[]): MethodLineModel | undefined {
  const all = indicators.flatMap((indicator) => methodLink(language, indicator) ?? []);
  const links = all.filter(({ href }, i) => all.findIndex((other) => other.href === href) === i);
  return links.length === 0 ? undefined : { label: language.t("methods:how"), links };
}

/** A comparison with a baseline and the anytime rule have methods of their own. */
function nameOf({ measure, comparison, marks }: Measured): string | null {
  const { method, compares } = measureOf(measure);
  if (comparison !== undefined) return compares === "shares" ? "non_inferiority_decision" : "non_inferiority_means";
  return marks.includes("anytime") ? "e_value_sequence" : (method ?? null);
}
