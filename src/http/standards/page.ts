import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import type { StandardVersion } from "../../domain/standards/standard.ts";
import { versionIn } from "../../domain/standards/standing.ts";
import type { Day } from "../../domain/words/text.ts";
import type { StandardRecord } from "../../projections/record-kinds.ts";
import { notFound } from "../faults.ts";
import { pathValue } from "../request-values.ts";
import { named } from "../say/named.ts";
import type { Crumb } from "../view/chrome.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";

/** What every page of one standard needs. */
export type StandardPage = {
  readonly language: Language;
  readonly today: Day;
  readonly standard: StandardRecord;
  readonly name: string;
  /** Behind the standard's address. */
  readonly at: (place: string) => string;
  /** Whether the reader keeps the register. */
  readonly keeps: boolean;
  readonly crumbs: readonly Crumb[];
};

export function standardPage({ views, today }: Pick<Services, "views" | "today">, req: Request, res: Response) {
  const language = languageOf(res);
  const standard = views.standards.of(pathValue(req, "standard")) ?? notFound();
  const name = named(language, standard.name);
  const page: StandardPage = {
    language,
    today: today(),
    standard,
    name,
    at: (place) => `${addressOfStandard(standard.standard)}/${place}`,
    keeps: keepsRegister(res),
    crumbs: [...registerCrumbs(language), { text: name, href: addressOfStandard(standard.standard) }],
  };
  return page;
}

export type VersionPage = StandardPage & { readonly version: StandardVersion };

export function versionPage(services: Pick<Services, "views" | "today">, req: Request, res: Response): VersionPage {
  const page = standardPage(services, req, res);
  return { ...page, version: versionIn(page.standard, pathValue(req, "version")) ?? notFound() };
}

export const addressOfStandard = (standard: string): string => `/standards/${standard}`;

export const registerCrumbs = ({ t }: Language): readonly Crumb[] => [
  { text: t("standards:title"), href: "/standards" },
];

export const keepsRegister = (res: Response): boolean => personOf(res).roles.includes("administrator");
