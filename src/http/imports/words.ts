import type { ImportPlan } from "../../authority/imports.ts";
import { dispositions } from "../../domain/imports/plan.ts";
import type { RowTally } from "../../domain/imports/plan.ts";
import type { Language } from "../view/languages.ts";

/** "412 new, 3 changed, 20 as they are, 5 left out": what there is none of is not said. */
export const tallyText = ({ t, format }: Language, tally: RowTally): string =>
  format.list(
    dispositions.filter((does) => tally[does] > 0).map((does) => t(`imports:tally.${does}`, { count: tally[does] })),
  );

/** How far it is: planned, under way, broken off, done, stopped, taken back. */
export function planState({ t }: Language, { startedAt, outcome }: ImportPlan, isUnderWay: boolean): string {
  if (outcome !== null) return t(`imports:state.${outcome}`);
  if (startedAt === null) return t("imports:state.planned");
  return t(isUnderWay ? "imports:state.running" : "imports:state.broken");
}
