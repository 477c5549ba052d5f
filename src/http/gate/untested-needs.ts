import { standingJudgement } from "../../domain/technology/state/needs.ts";
import { textShown } from "../say/text.ts";
import type { TagModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import type { GateParts } from "./gate-parts.ts";

export type UntestedModel = {
  readonly title: string;
  readonly href: string;
  readonly items: readonly { readonly tag: TagModel; readonly need: string; readonly text: Content }[];
};

/**
 * What the verdict says nothing about: needs that the pilot did not test, or that nobody has judged. A verdict that
 * passes is no word on these. Null where no needs are listed or all are judged on evidence.
 */
export function untestedNeeds({ view, language, words, at }: GateParts): UntestedModel | null {
  if (view.gate !== "rollout") return null;
  const { t } = language;
  const { state } = view;
  const items = state.needs.flatMap((need) => {
    const coverage = standingJudgement(state, need)?.coverage ?? null;
    if (coverage !== null && coverage !== "not-tested") return [];
    return [
      {
        tag:
          coverage === null ? tag(t, "waits", t("needs:unjudged")) : tag(t, "unknown", t("needs:coverage.not-tested")),
        need: need.need,
        text: textShown(language, words.get(need.text)),
      },
    ];
  });
  if (items.length === 0) return null;
  return { title: t("gate:untested", { untested: items.length, count: state.needs.length }), href: at("needs"), items };
}
