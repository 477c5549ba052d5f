import type { Indicator, Policy } from "../policy/policy.ts";
import { krippendorffAlpha, raterSpread } from "../statistics/krippendorff.ts";
import type { Agreement, PilotPlan, ScoreSheet } from "./events.ts";

/** How far the evaluators agree, before anybody talked: Krippendorff's α on the anchors. */
export const agreementOf = (sheets: readonly ScoreSheet[], items: readonly Indicator[], policy: Policy): Agreement => {
  const ratings = sheets.map((sheet) => items.map(({ key }) => scoreOf(sheet, key)));
  const { alpha, raw } = krippendorffAlpha(ratings, "ordinal");
  const shown = alpha === null ? null : rounded(alpha);
  // By the figure that is recorded: an α of exactly the limit must not be told from it by its last binary digit.
  return { alpha: shown, raw: raw === null ? null : rounded(raw), level: level(shown, policy) };
};

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
      const split = floor !== undefined && scores.some((one) => one < floor) && scores.some((one) => one >= floor);
      return split || raterSpread(scores) >= policy.moderationSpread;
    })
    .map((item) => item.key);

const scoreOf = (sheet: ScoreSheet, item: string): number | null =>
  sheet.items.find((one) => one.item === item)?.score ?? null;

const level = (alpha: number | null, { agreement }: Policy): Agreement["level"] => {
  if (alpha === null) return "undefined";
  if (alpha < agreement.unreliable) return "unreliable";
  return alpha < agreement.tentative ? "tentative" : "reliable";
};

/** Twelve significant digits, as every stored figure has. */
const rounded = (figure: number): number => Number(figure.toPrecision(12));
