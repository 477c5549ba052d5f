import { rounded } from "../../words/rounded.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { gwetAgreement } from "../../statistics/gwet.ts";
import { krippendorffAlpha, raterSpread } from "../../statistics/krippendorff.ts";
import type { Agreement, Revealed, ScoreSheet } from "../state/evaluation.ts";
import { standingScores } from "../state/moderation.ts";
import type { PilotPlan } from "../state/pilot.ts";

/** Under so many items α takes good agreement for chance: with four, raters who mostly agree are "unreliable" half the time. */
const ENOUGH_FOR_ALPHA = 10;
const ANCHORS = 5;

/** How far the evaluators agree, before anybody talked: Krippendorff's α on the anchors, or Gwet's AC2 where items are few. */
export function agreementOf(sheets: readonly ScoreSheet[], items: readonly Indicator[], policy: Policy): Agreement {
  const ratings = sheets.map((sheet) => items.map(({ key }) => scoreOf(sheet, key)));
  const { alpha, raw } = krippendorffAlpha(ratings, "ordinal");
  const figures = { alpha: rounded(alpha), raw: rounded(raw) };
  // By the figure that is recorded: one of exactly the limit must not be told from it by its last binary digit.
  if (items.length >= ENOUGH_FOR_ALPHA) return { ...figures, level: level(figures.alpha, policy) };
  const ac2 = rounded(gwetAgreement(ratings, ANCHORS).ac2);
  // Where nobody differed at all there is nothing to measure, whatever the figure.
  return { ...figures, ac2, level: level(alpha === null ? null : ac2, policy) };
}

/** The same over the scores that stand after the moderation; null before anybody restated one. */
export function agreementAfter(revealed: Revealed, items: readonly Indicator[], policy: Policy): Agreement | null {
  if (revealed.moderated.length === 0) return null;
  const sheets = revealed.sheets.map((sheet) => ({
    ...sheet,
    items: sheet.items.map((answer) => {
      const standing = standingScores(revealed, answer.item).find(({ evaluator }) => evaluator === sheet.evaluator);
      return standing === undefined ? answer : { ...answer, score: standing.score };
    }),
  }));
  return agreementOf(sheets, items, policy);
}

/** Far apart, or on both sides of a floor: such an item is talked over before its scores stand. */
export const itemsToModerate = (
  sheets: readonly ScoreSheet[],
  items: readonly Indicator[],
  policy: Policy,
  planned: PilotPlan["indicators"],
): readonly string[] =>
  items
    .filter((item) => {
      const scores = sheets.map((sheet) => scoreOf(sheet, item.key)).filter((score) => score !== null);
      const floor = planned[item.key]?.floor ?? item.floor;
      const split =
        floor !== undefined && scores.some((score) => score < floor) && scores.some((score) => score >= floor);
      return split || raterSpread(scores) >= policy.moderationSpread;
    })
    .map((item) => item.key);

const scoreOf = (sheet: ScoreSheet, item: string): number | null =>
  sheet.items.find((answer) => answer.item === item)?.score ?? null;

function level(figure: number | null, { agreement }: Policy): Agreement["level"] {
  if (figure === null) return "undefined";
  if (figure < agreement.unreliable) return "unreliable";
  return figure < agreement.tentative ? "tentative" : "reliable";
}
