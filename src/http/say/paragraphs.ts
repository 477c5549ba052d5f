import type { TextResult } from "../../application/texts.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { textShown } from "./text.ts";

/** Free text as it was written, a paragraph for every line that was typed. */
export function paragraphsShown(language: Language, text: TextResult | undefined): readonly Content[] {
  const content = textShown(language, text);
  return typeof content === "string" ? content.split("\n").filter((line) => line.trim() !== "") : [content];
}
