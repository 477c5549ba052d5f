import type { MemberStanding } from "../../domain/technology/state/panel-tally.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

const glyphs: { readonly [S in MemberStanding]: Glyph } = {
  for: "met",
  "for-with-conditions": "met",
  against: "unmet",
  abstain: "withdrawn",
  older: "drifted",
  awaited: "waits",
  recused: "closed",
};

/** How an expert stands to the question they were asked. */
export const standingTag = ({ t }: Pick<Language, "t">, standing: MemberStanding): TagModel =>
  tag(t, glyphs[standing], t(`committee:standing.${standing}`));

/** What became of a condition that the committee set; an answer that declines it leaves open whether it should have been met. */
export function conditionTag({ t }: Pick<Language, "t">, answer: { readonly done: boolean } | null): TagModel {
  if (answer === null) return tag(t, "unmet", t("committee:condition.open"));
  return answer.done
    ? tag(t, "met", t("committee:condition.done"))
    : tag(t, "unknown", t("committee:condition.declined"));
}
