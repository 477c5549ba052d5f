import type { ListedWarning } from "../../projections/warnings/types.ts";
import type { Deps } from "../deps.ts";
import { warningsAround, warningSaid } from "../say/warning.ts";
import type { SaidWarning } from "../say/warning.ts";
import type { TechnologyPage } from "../technology-page.ts";

/** Of more than these the first are said, and how many there are. */
const mostSaid = 4;

export type WarningBand = {
  readonly title: string;
  readonly items: readonly SaidWarning[];
  readonly more: string | null;
};

/** What this technology warns of, in a band above everything else; null where there is nothing. */
export async function bandOf(
  deps: Deps,
  { language }: TechnologyPage,
  warnings: readonly ListedWarning[],
): Promise<WarningBand | null> {
  if (warnings.length === 0) return null;
  const first = warnings.slice(0, mostSaid);
  const around = await warningsAround(deps, first);
  const more = warnings.length - first.length;
  return {
    title: language.t("warnings:band", { count: warnings.length }),
    items: first.map((warning) => warningSaid(language, around, warning)),
    more: more === 0 ? null : language.t("warnings:bandMore", { count: more }),
  };
}
