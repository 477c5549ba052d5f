import type { Policy } from "../../domain/policy/policy.ts";
import type { IndicatorResult, Mark } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";
import { fullName } from "./indicator.ts";

/** What a bound rests on or leaves out, a sentence for each indicator and mark. */
export function markNotes(language: Language, policy: Policy, indicators: readonly IndicatorResult[]): string[] {
  return indicators.flatMap((found) =>
    found.marks.map((mark) =>
      language.t("indicators:needed.of", {
        name: fullName(language, policy, found),
        sentence: markText(language, found, mark),
      }),
    ),
  );
}

function markText({ t, format }: Language, { eValue }: IndicatorResult, mark: Mark): string {
  if (mark !== "anytime" || eValue === undefined) return t(`indicators:mark.${mark}`);
  const digits = eValue.value < 100 ? 1 : 0;
  return t("indicators:mark.anytime", {
    value: format.number(eValue.value, digits),
    needed: format.number(eValue.needed, 0),
  });
}
