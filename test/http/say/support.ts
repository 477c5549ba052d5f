import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { measureOf } from "../../../src/domain/measures/measures.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";

const languages = createLanguages({
  localesDir: new URL("../../../views/locales", import.meta.url).pathname,
  timeZone: "UTC",
});
export const [inEnglish, inChinese] = [languages.of("en"), languages.of("zh-CN")];

/** Thin and fixed spaces read as spaces. */
export const plainly = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

/** One indicator of the default policy as a verdict records it: cleared, with nothing else said of it. */
export function aResult(key: string, over: Partial<IndicatorResult> = {}): IndicatorResult {
  const criterion = plainPolicy.criteria.find(({ indicators }) => indicators.some((one) => one.key === key));
  const indicator = criterion?.indicators.find((one) => one.key === key);
  if (criterion === undefined || indicator === undefined) throw new Error(`No indicator ${key}`);
  const { measure, better, weight, value, floor } = indicator;
  return {
    id: key,
    indicator: key,
    criterion: criterion.key,
    measure,
    unit: measureOf(measure).unit,
    better,
    weight,
    value,
    state: "cleared",
    ...(floor === undefined ? {} : { floor }),
    marks: [],
    evidence: [],
    ...over,
  };
}
