import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What is erased belongs to the evidence. */
export const evidenceCrumb = ({ language, at }: Pick<TechnologyPage, "language" | "at">): Crumb => ({
  text: language.t("evidence:crumb"),
  href: at("evidence"),
});
