import type { TextResult } from "../../application/texts.ts";
import { html, type Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Free text as it was written; an erased or withheld one says so, and nothing else takes its place. */
export const textShown = (language: Language, text: TextResult | undefined): Content =>
  text?.kind === "text" ? text.text : html`<span class="muted">${textInFile(language, text)}</span>`;

/** The same where there is nothing but characters, as in a table for a spreadsheet. */
export function textInFile({ t, format }: Language, text: TextResult | undefined): string {
  if (text === undefined || text.kind === "missing") return t("common:text.missing");
  if (text.kind === "text") return text.text;
  return text.kind === "erased"
    ? t("common:text.erased")
    : t("common:text.withheld", { digest: format.digest(text.digest) });
}
