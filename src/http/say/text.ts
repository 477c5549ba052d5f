import type { TextResult } from "../../application/texts.ts";
import { html, type Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Free text as it was written; an erased one says so, and nothing else takes its place. */
export function textShown({ t }: Language, found: TextResult | undefined): Content {
  if (found === undefined || found.kind === "missing")
    return html`<span class="muted">${t("common:text.missing")}</span>`;
  return found.kind === "text" ? found.text : html`<span class="muted">${t("common:text.erased")}</span>`;
}
