import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

export const incidentCrumb = ({ language, at }: Pick<TechnologyPage, "language" | "at">): Crumb => ({
  text: language.t("incidents:crumb"),
  href: at("incidents"),
});
