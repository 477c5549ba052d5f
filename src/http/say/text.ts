import type { TextResult } from "../../application/texts.ts";
import { html, type Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Free text as it was written; an erased or withheld one says so, and nothing else takes its place. */
export function textShown({ t, format }: Language, text: TextResult | undefined): Content {
  if (text === undefined || text.kind === "missing")
    return html`<span class="muted">${t("common:text.missing")}</span>`;
  if (text.kind === "text") return text.text;
  const instead =
    text.kind === "erased"
      ? t("common:text.erased")
      : t("common:text.withheld", { digest: format.digest(text.digest) });
  return html`<span class="muted">${instead}</span>`;
}
