import type { TextResult } from "../../application/texts.ts";
import { html, type Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Free text as it was written; an erased or withheld one says so, and nothing else takes its place. */
export function textShown({ t, format }: Language, found: TextResult | undefined): Content {
  if (found === undefined || found.kind === "missing")
    return html`<span class="muted">${t("common:text.missing")}</span>`;
  if (found.kind === "text") return found.text;
  const instead =
    found.kind === "erased"
      ? t("common:text.erased")
      : t("common:text.withheld", { digest: format.digest(found.digest) });
  return html`<span class="muted">${instead}</span>`;
}
