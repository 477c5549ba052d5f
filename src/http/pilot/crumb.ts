import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

export const pilotCrumb = ({ language, at }: Pick<TechnologyPage, "language" | "at">): Crumb => ({
  text: language.t("pilot:crumb"),
  href: at("plan"),
});
