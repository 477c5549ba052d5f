import type { Indicator } from "../../../domain/measures/measures.ts";
import { measureOf } from "../../../domain/measures/measures.ts";
import type { SimulatedMeasure } from "../../../domain/simulation/profiles.ts";
import { limitText } from "../../say/limit.ts";
import type { Language } from "../../view/languages.ts";

/** A quality in its unit, as fine as it is worth saying and rounded to the safe side where a direction is given. */
export function qualityText(
  language: Language,
  measure: SimulatedMeasure,
  quality: number,
  better?: Indicator["better"],
): string {
  const { step } = measureOf(measure).figure;
  const count = quality / step;
  const whole =
    better === undefined ? Math.round(count) : better === "higher" ? Math.ceil(count - 1e-4) : Math.floor(count + 1e-4);
  return limitText(language, measure, Number((whole * step).toPrecision(10)));
}

/** "in 93 of 100 pilots": certainty and impossibility only where they are. */
export function ofHundred({ t }: Language, share: number): string {
  if (share >= 1) return t("simulator:always");
  if (share <= 0) return t("simulator:never");
  if (share >= 0.995) return t("simulator:nearlyAlways");
  return share < 0.005 ? t("simulator:hardlyEver") : t("simulator:ofHundred", { count: Math.round(share * 100) });
}

/** A chance in a column of figures. */
export function shareText({ format }: Language, share: number): string {
  if (share === 0 || share === 1) return format.percent(share, 0);
  if (share > 0.9995) return `> ${format.percent(0.999, 1)}`;
  return share < 0.0005 ? `< ${format.percent(0.001, 1)}` : format.percent(share, 1);
}
