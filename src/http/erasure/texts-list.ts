import type { TextResult } from "../../application/texts.ts";
import { eventSentence } from "../say/event.ts";
import type { Tellings } from "../say/telling.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { isSealed } from "./named-texts.ts";
import type { NamedText } from "./named-texts.ts";

export const textsAPage = 50;

export type TextRow = {
  readonly position: number;
  readonly sentence: Content;
  readonly field: string;
  readonly words: Content;
  readonly erase: string | null;
};

/** A line a text: the entry that names it, the field, its words, and the way to erase it. */
export function erasureRows(
  tellings: Tellings,
  language: Language,
  here: string,
  named: readonly NamedText[],
  words: ReadonlyMap<string, TextResult>,
  erased: readonly string[],
): TextRow[] {
  return named.map((text) => ({
    position: text.event.position,
    sentence: eventSentence(tellings, language, text.event),
    field: fieldName(language, text.field),
    words: isSealed(text) ? language.t("erasure:sealed") : textShown(language, shortened(words.get(text.digest))),
    erase: erased.includes(text.digest) || words.get(text.digest)?.kind === "erased" ? null : `${here}/${text.digest}`,
  }));
}

/** The last word of the path, in the words of the timeline where it has one. */
export function fieldName({ t }: Language, path: string): string {
  const last = path.split(".").at(-1) ?? path;
  return t.has(`erasure:textField.${last}`)
    ? t(`erasure:textField.${last}`)
    : t.has(`events:field.${last}`)
      ? t(`events:field.${last}`)
      : path;
}

function shortened(text: TextResult | undefined): TextResult | undefined {
  if (text?.kind !== "text" || text.text.length <= 160) return text;
  return { kind: "text", text: `${text.text.slice(0, 160).toWellFormed()}…` };
}
