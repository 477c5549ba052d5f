import type { Request, Response } from "express";
import type { Policy } from "../domain/policy/policy.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day } from "../domain/words/text.ts";
import { streamOfSlug } from "../application/propose.ts";
import type { Services } from "../application/services.ts";
import { technologyOf } from "../domain/technology/streams.ts";
import type { PortfolioRow } from "../projections/portfolio/types.ts";
import { notFound } from "./faults.ts";
import { render } from "./page.ts";
import type { PageOptions } from "./page.ts";
import { assertedText } from "./say/asserted.ts";
import { departmentName } from "./say/department.ts";
import { tierTerm } from "./say/term.ts";
import type { Crumb } from "./view/chrome.ts";
import type { Content } from "./view/html.ts";
import type { Language } from "./view/languages.ts";
import type { Person } from "./visitor.ts";
import { pathValue } from "./request-values.ts";

import { languageOf, personOf, visitorOf } from "./visitor.ts";

/** What every page under /technologies/:slug begins with. */
export type TechnologyPage = {
  readonly row: PortfolioRow;
  readonly technology: Technology;
  /** The one its plan pins, for its tier. */
  readonly policy: Policy;
  readonly language: Language;
  readonly person: Person;
  readonly today: Day;
  /** An address behind the technology's own: at("rollout/plan"). */
  readonly at: (place?: string) => string;
};

/**
 * @throws Fault 404 where there is no such technology
 * @throws what keeps the views from catching up: a page on which one's own act is missing would be wrong
 */
export async function technologyPage(services: Services, req: Request, res: Response): Promise<TechnologyPage> {
  const { behind } = visitorOf(res);
  if (behind !== null) throw behind.cause;
  return technologyPageOf(services, pathValue(req, "slug"), { language: languageOf(res), person: personOf(res) });
}

/** The same without a request, for what is made outside of one. @throws Fault 404 */
export async function technologyPageOf(
  services: Services,
  slug: string,
  reader: Pick<TechnologyPage, "language" | "person">,
): Promise<TechnologyPage> {
  const row = await theTechnology(services, slug);
  const technology = (await services.views.technologyState(row.id)) ?? notFound();
  return {
    row,
    technology,
    policy: services.views.policies.pinnedBy(technology.plan, technology.tier),
    ...reader,
    today: services.today(),
    at: placesOf(row),
  };
}

/**
 * The technology that a page under /technologies/:slug is about; 404 where there is none. Which one an address stands
 * for is the ledger's claim: what is signed here must not land elsewhere because a row of the views was edited.
 */
async function theTechnology(services: Services, slug: string): Promise<PortfolioRow> {
  const stream = await streamOfSlug(services, slug);
  const id = stream === null ? null : technologyOf(stream);
  return (id === null ? null : services.views.portfolio.byId(id)) ?? notFound();
}

export const placesOf =
  ({ slug }: Pick<PortfolioRow, "slug">) =>
  (place = ""): string =>
    place === "" ? `/technologies/${slug}` : `/technologies/${slug}/${place}`;

/** The head of such a page; `trail` are the crumbs beyond the technology itself. */
export type TechnologyHead = Omit<PageOptions, "crumbs"> & { readonly trail?: readonly Crumb[] };

export const renderTechnology = (
  res: Response,
  { row, language }: Pick<TechnologyPage, "row" | "language">,
  view: string,
  { trail = [], ...head }: TechnologyHead,
  model: object,
): Promise<void> =>
  render(res, view, { section: "portfolio", ...head, crumbs: [...crumbsTo(language, row), ...trail] }, model);

/** From the portfolio to the technology. */
export const crumbsTo = ({ t }: Pick<Language, "t">, row: Pick<PortfolioRow, "name" | "slug">): readonly Crumb[] => [
  { text: t("portfolio:title"), href: "/technologies" },
  { text: row.name, href: placesOf(row)() },
];

/** To a page behind the technology's own: crumbAt(page, "evidence:crumb", "evidence"). */
export const crumbAt = (
  { language: { t }, at }: Pick<TechnologyPage, "language" | "at">,
  key: string,
  place: string,
): Crumb => ({
  text: t(key),
  href: at(place),
});

/** Whose it is and how far it reaches: the line above a title. */
export const departmentAndTier = ({ views }: Services, { row, language }: TechnologyPage): readonly Content[] => [
  departmentName(language, views.departments.all(), row.department),
  tierTerm(language, row.tier),
  ...assertedText(language, row.asserted),
];
