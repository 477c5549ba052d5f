import { crumbAt } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What is erased belongs to the evidence. */
export const evidenceCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "evidence:crumb", "evidence");
