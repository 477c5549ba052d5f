import type { Policy } from "../../domain/policy/policy.ts";
import { scoringVersion } from "../../domain/scoring/method-version.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import type { Mark } from "../../domain/measures/finding-parts.ts";
import { perSecond } from "../charts/load.ts";
import type { Language } from "../view/languages.ts";
import { hasLevels, levelsText } from "./headroom.ts";
import { fullName } from "./indicator.ts";

/** What recorded figures need to be read: the method that made them, and what the pieces are called, by digest. */
export type Recorded = { readonly method?: string; readonly pieces?: ReadonlyMap<string, string> };

/** Names of pieces for `Recorded`. */
export const piecesByDigest = (
  pieces: readonly { readonly evidence: string; readonly digest: string }[],
): ReadonlyMap<string, string> => new Map(pieces.map(({ digest, evidence }) => [digest, evidence]));

/** What a bound rests on, leaves out or was judged by, a sentence for each. */
export function markNotes(
  language: Language,
  policy: Policy,
  indicators: readonly IndicatorResult[],
  recorded: Recorded = {},
): string[] {
  return indicators.flatMap((indicator) =>
    [
      ...levelNotes(language, indicator, recorded),
      ...ownMarks(indicator, recorded).map((mark) => markText(language, indicator, mark, recorded)),
    ].map((sentence) => language.t("indicators:needed.of", { name: fullName(language, policy, indicator), sentence })),
  );
}

/** Which load levels keep the service level, and up to which one shares were judged. */
function levelNotes(language: Language, indicator: IndicatorResult, { method = scoringVersion }: Recorded): string[] {
  const { throughput, beyondLevels } = indicator;
  const { t, format } = language;
  return [
    ...(hasLevels(indicator, method) && throughput !== undefined ? [levelsText(language, throughput)] : []),
    ...(beyondLevels === undefined
      ? []
      : [
          t("indicators:beyondLevels", {
            judged: perSecond(format, beyondLevels.judgedTo),
            tested: perSecond(format, beyondLevels.tested),
          }),
        ]),
  ];
}

/** The note on levels says already that none was missed. */
function ownMarks(indicator: IndicatorResult, { method = scoringVersion }: Recorded): readonly Mark[] {
  return hasLevels(indicator, method) ? indicator.marks.filter((mark) => mark !== "no-upper-bound") : indicator.marks;
}

function markText(language: Language, indicator: IndicatorResult, mark: Mark, { pieces }: Recorded): string {
  const { t, format } = language;
  const { eValue, restore, decidedBy } = indicator;
  switch (mark) {
    case "anytime":
      return t("indicators:mark.anytime", {
        value: eValue === undefined ? "–" : format.number(eValue.value, eValue.value < 100 ? 1 : 0),
        needed: eValue === undefined ? "–" : format.number(eValue.needed, 0),
      });
    case "restore-shown":
    case "restore-unshown": {
      if (restore === undefined) return t(`indicators:mark.${mark}`);
      const by = `indicators:restore.by.${restore.by}`;
      return t(mark === "restore-shown" ? "indicators:restore.shown" : "indicators:restore.unshown", {
        time: format.duration(restore.seconds),
        by: t(t.has(by) ? by : "indicators:restore.by.other"),
      });
    }
    case "piece-differs":
      return decidedBy === undefined
        ? t("indicators:mark.piece-differs")
        : t("indicators:pieceDiffers", { piece: pieces?.get(decidedBy) ?? format.digest(decidedBy) });
    default:
      return t(`indicators:mark.${mark}`);
  }
}
