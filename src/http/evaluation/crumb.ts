import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

export const evaluationCrumb = ({ language, at }: Pick<TechnologyPage, "language" | "at">): Crumb => ({
  text: language.t("evaluation:crumb"),
  href: at("evaluation"),
});
