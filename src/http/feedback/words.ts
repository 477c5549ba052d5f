import type { MessageStanding } from "../../domain/feedback/message.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import { named } from "../say/named.ts";
import { tag } from "../view/tag.ts";

const glyphs: Readonly<Record<MessageStanding, Glyph>> = {
  open: "waits",
  waiting: "unknown",
  overdue: "late",
  "very-overdue": "late",
  answered: "met",
};

export const standingTag = ({ t }: Pick<Language, "t">, standing: MessageStanding): TagModel =>
  tag(t, glyphs[standing], t(`feedback:standing.${standing}`));

/** As the newest policy calls it; a key that it no longer has stands as it is. */
export function categoryName(language: Pick<Language, "locale">, { safeguards }: Policy, key: string): string {
  const category = safeguards.feedback.categories.find((known) => known.key === key);
  return category === undefined ? key : named(language, category.name);
}
