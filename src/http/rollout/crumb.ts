import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

export const rolloutCrumb = ({ language, at }: Pick<TechnologyPage, "language" | "at">): Crumb => ({
  text: language.t("rollout:crumb"),
  href: at("rollout"),
});
