import { indicatorsOf } from "../../domain/measures/indicator.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { isPercent } from "../say/figure-style.ts";
import { readNumber } from "./number.ts";
import type { Problem } from "./problems.ts";
import type { Typed } from "./typed.ts";

/**
 * Boxes whose unit depends on their indicator take a per cent sign; where that indicator is no share, the sign is a
 * misunderstanding, and dropping it would make another figure of it.
 *
 * @param indicatorAt the indicator of a box of this name; null: not such a box
 */
export function misplacedPercents(
  typed: Typed,
  indicatorAt: (name: string) => string | null,
  isShare: (indicator: string) => boolean,
): readonly Problem[] {
  return Object.entries(typed).flatMap(([field, text]) => {
    const read = typeof text === "string" ? readNumber(text) : null;
    if (read?.kind !== "number" || !read.percent) return [];
    const indicator = indicatorAt(field);
    return indicator === null || isShare(indicator) ? [] : [{ field, key: "errors:field.noPercent", params: {} }];
  });
}

/** `indicators.failed.floor` is a box of "failed". */
export const namedIndicator = (name: string): string | null =>
  /^(?:indicators|levels)\.([^.]+)\..*(?:floor|target|margin)$/.exec(name)?.[1] ?? null;

/** Indicators that are typed in per cent, and names of none: those are somebody else's to refuse. */
export function sharesOf(policy: Policy): (indicator: string) => boolean {
  const others = new Set(
    indicatorsOf(policy)
      .filter(({ measure }) => !isPercent(measure))
      .map(({ key }) => key),
  );
  return (indicator) => !others.has(indicator);
}
