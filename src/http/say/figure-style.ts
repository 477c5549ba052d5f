import type { FigureStyle } from "../../domain/measures/measure-record.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import { rounded } from "../../domain/words/rounded.ts";
import type { Language } from "../view/languages.ts";

/** Shares and what lies between them are typed and said as percent; the record holds 0–1. */
export const isPercent = (measure: Measure): boolean => inPercent(measureOf(measure).figure.as);

export const inPercent = (as: FigureStyle["as"]): boolean => as === "share" || as === "gap";

/** As it is read: a share of 0.995 is 99.5. */
export const scaled = (as: FigureStyle["as"], value: number): number => (inPercent(as) ? rounded(value * 100) : value);

/** A figure with its unit. @param figure as it is read, of so many decimals */
export function written({ format, t }: Language, as: FigureStyle["as"], figure: number, digits: number): string {
  switch (as) {
    case "share":
      return format.percent(figure / 100, digits);
    case "gap":
      return t("indicators:points", { figure: format.number(figure, digits) });
    case "ratio":
      return format.times(figure, digits);
    case "number":
    case "anchor":
    case "count":
      return format.number(figure, digits);
  }
}
