import { isJudged, measureOf } from "../../domain/measures/measures.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import { figureOf, fullName, unknownText } from "../say/indicator.ts";
import { methodLink } from "../say/method-link.ts";
import { neededText } from "../say/needed.ts";
import { heldTo } from "../say/limit.ts";
import type { LinkModel, TagModel } from "../view/components.ts";
import { tag } from "../view/tag.ts";
import type { EvidenceFigures } from "./page.ts";

export type MissingModel = {
  readonly title: string;
  readonly items: readonly {
    readonly tag: TagModel;
    readonly name: string;
    readonly text: string;
    readonly links: readonly LinkModel[];
  }[];
};

/**
 * Indicators that are unknown, lie on both sides of their floor or beyond it, and how much more settles each.
 *
 * @param mayAttach whoever reads may attach what is missing
 */
export function missingModel(page: EvidenceFigures, mayAttach: boolean): MissingModel {
  const { t } = page.language;
  const lacking = page.indicators.filter(
    ({ state, measure }) => !isJudged(measure) && (state === "unknown" || state === "straddles" || state === "beyond"),
  );
  return {
    title:
      lacking.length === 0 ? t("evidence:missing.nothing") : t("evidence:missing.title", { count: lacking.length }),
    items: lacking.map((indicator) => itemOf(page, mayAttach, indicator)),
  };
}

function itemOf(page: EvidenceFigures, mayAttach: boolean, indicator: IndicatorResult): MissingModel["items"][number] {
  const { language, policy, row } = page;
  const { t } = language;
  const kind = measureOf(indicator.measure).kind;
  const needed = neededText(language, policy, indicator);
  const attach = { text: t("evidence:missing.attach"), href: `/technologies/${row.slug}/evidence/new` };
  const formats = { text: t("evidence:missing.formats"), href: `/help/evidence-formats#${kind ?? "document"}` };
  const unknown = indicator.state === "unknown";
  const how = methodLink(language, indicator);
  return {
    tag: tagOf(page, indicator),
    name: fullName(language, policy, indicator),
    text: [
      unknown ? t("evidence:missing.reason", { reason: unknownText(language, indicator) }) : boundText(page, indicator),
      needed ?? "",
    ]
      .filter((text) => text !== "")
      .join(" "),
    links: [...(unknown && mayAttach ? [attach] : []), ...(unknown ? [formats] : []), ...(how === null ? [] : [how])],
  };
}

function tagOf({ language: { t } }: EvidenceFigures, { state, unknown }: IndicatorResult): TagModel {
  if (state === "beyond") return tag(t, "unmet", t("evidence:missing.beyond"));
  const few = state === "straddles" || unknown?.code === "below-minimum";
  return tag(t, "unknown", few ? t("evidence:missing.few") : t("common:state.unknown"));
}

/** The bound that a gate reads and the floor it must clear. */
function boundText({ language }: EvidenceFigures, indicator: IndicatorResult): string {
  const { measured, better, floor } = indicator;
  const bound = better === "higher" ? measured?.lower : measured?.upper;
  if (bound === undefined || floor === undefined) return "";
  const { t, format } = language;
  const figure = figureOf(language, indicator, bound);
  return t("evidence:missing.bound", {
    bound: better === "higher" ? format.atLeast(figure) : format.atMost(figure),
    floor: heldTo(language, indicator, floor),
  });
}
