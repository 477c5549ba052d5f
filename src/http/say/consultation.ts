import type { ConsultationStanding, PointDisposition } from "../../domain/technology/state/consultations.ts";
import type { Words } from "../private-words.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { textShown } from "./text.ts";

const glyphs: Readonly<Record<ConsultationStanding, Glyph>> = {
  ahead: "unknown",
  open: "waits",
  over: "waits",
  overdue: "late",
  answered: "met",
  withdrawn: "unmet",
};

export const consultationTag = ({ t }: Pick<Language, "t">, standing: ConsultationStanding): TagModel =>
  tag(t, glyphs[standing], t(`words:consultationStanding.${standing}`));

const became = { adopted: "met", partly: "met", "not-adopted": "unmet" } as const;

/** What became of a point, by word and shape. */
export const dispositionTag = ({ t }: Pick<Language, "t">, of: PointDisposition["disposition"]): TagModel =>
  tag(t, became[of], t(`words:disposition.${of}`));

/** What was changed: which thing on record, and in which words. */
export function changeText(
  language: Language,
  words: Words,
  { kind, ref, text }: NonNullable<PointDisposition["change"]>,
): Content {
  const { t } = language;
  const what = ref === null ? null : t("consultations:changeIs", { kind: t(`words:changeKind.${kind}`), ref });
  const inWords = text === null ? null : textShown(language, words.get(text));
  if (what === null) return inWords ?? "";
  return inWords === null ? what : html`${what}${t("common:colon")}${inWords}`;
}
