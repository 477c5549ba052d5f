import type { Policy } from "../../domain/policy/policy.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { NoteModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { costLine } from "./cost.ts";

interface CostsAt {
  readonly language: Language;
  readonly technology: Technology;
  readonly policy: Policy;
  readonly at: (place?: string) => string;
}

/** How cost and schedule stand, with a way to their figures; null before the first report. */
export function costNote({ language, technology, policy, at }: CostsAt): NoteModel | null {
  const line = costLine(language, technology, policy);
  if (line === null) return null;
  return {
    title: language.t("costs:crumb"),
    items: [
      { content: line },
      { content: html`<a href="${at("costs")}">${language.t("gate:see.costs")}</a>`, onward: true },
    ],
  };
}
