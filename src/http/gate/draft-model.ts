import { optionReasons } from "../../domain/technology/gate/options.ts";
import { conditionTitle } from "../say/condition.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import type { GateParts } from "./gate-parts.ts";

export type DraftModel = {
  readonly items: readonly { readonly title: string; readonly text: Content; readonly who: string }[];
  readonly edit: string | null;
};

/** The one list that "approve with conditions" is voted on; null where there is nothing to show or do. */
export function draftModel({ view, row, language, words, names, open }: GateParts): DraftModel | null {
  const { t, format } = language;
  const draft = view.state.ballots[view.gate]?.draft ?? [];
  const edit =
    view.open && open.includes("DraftConditions") && worthDrafting(view)
      ? `/technologies/${row.slug}/gates/${view.gate}/conditions`
      : null;
  if (draft.length === 0 && edit === null) return null;
  return {
    items: draft.map((condition) => ({
      title: condition.condition.startsWith("extra-")
        ? t("gate:draft.extra")
        : conditionTitle(language, condition.condition),
      text: textShown(language, words.get(condition.text)),
      who: `${names.get(condition.owner) ?? t("technology:unknownPerson")} · ${format.date(condition.dueOn)}`,
    })),
    edit,
  };
}

/** An approval with conditions is possible but for the list: no pass is missing, nothing open must be met first. */
export function worthDrafting({ gate, conditions, facts }: GateParts["view"]): boolean {
  const reasons = optionReasons("approve-with-conditions", { gate, conditions, draft: [], today: facts.today });
  return reasons.every(({ code }) => code === "ConditionsNotDrafted");
}
