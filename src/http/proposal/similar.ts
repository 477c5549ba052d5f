import type { Response } from "express";
import { needsFor } from "../../application/reader.ts";
import type { Typed } from "../forms/typed.ts";
import type { Services } from "../../application/services.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import { languageOf, personOf } from "../visitor.ts";
import { wordsFor } from "../private-words.ts";

const mostShown = 6;
/** Of those that ended, beside: what was learned from them is not crowded out by what is under way. */
const mostEnded = 3;

/** Of one technology; all of them stand on its own page. */
const mostLessons = 5;

export type SimilarModel = {
  readonly name: string;
  readonly href: string;
  readonly where: string;
  readonly shared: string;
  readonly lessons: readonly Content[];
};

export type Candidate = { readonly row: PortfolioRow; readonly shared: readonly string[] };

type Likened = { readonly name: string; readonly summary: string; readonly need: string };

/** Technologies that look like this one: same words in name, summary or need, whoever may read that need. */
function similarTo(
  services: Services,
  res: Response,
  { name, summary, need }: Likened,
  except?: string,
): readonly Candidate[] {
  const words = `${summary} ${need}`.trim();
  if (name.trim() === "" && words === "") return [];
  const needs = needsFor(services, personOf(res));
  const { portfolio } = services.views;
  const query = { name, need: words, needs, ...(except !== undefined && { except }) };
  const first = portfolio.similar(query, mostShown);
  const ended = portfolio
    .similar({ ...query, ended: true }, mostEnded)
    .filter(({ technology: { id } }) => first.every(({ technology }) => technology.id !== id));
  return [...first, ...ended].map(({ technology, shared }) => ({ row: technology, shared }));
}

/** What stands in the way is shown with what was learned from it. */
export async function similarModels(
  services: Services,
  res: Response,
  candidates: readonly Candidate[],
): Promise<readonly SimilarModel[]> {
  return Promise.all(candidates.map((candidate) => modelOf(services, res, candidate)));
}

async function modelOf(services: Services, res: Response, { row, shared }: Candidate): Promise<SimilarModel> {
  const language = languageOf(res);
  const { t, format } = language;
  return {
    name: row.name,
    href: `/technologies/${row.slug}`,
    where: [
      departmentName(language, services.views.departments.all(), row.department),
      t(`words:stage.${row.stage}`),
      ...(row.endedWithResult ? [t("portfolio:table.withResult")] : []),
    ].join(" · "),
    shared:
      shared.length === 0
        ? t("proposal:similar.sharedNeed")
        : t("proposal:similar.shared", { words: format.list(shared.slice(0, 8)) }),
    lessons: await lessonsOf(services, res, row.id),
  };
}

/** The newest lessons on record, oldest first; an erased one says so. How many more there are stands before them. */
export async function lessonsOf(services: Services, res: Response, id: string): Promise<readonly Content[]> {
  const technology = await services.views.technologyState(id);
  if (technology === null) return [];
  const { t } = languageOf(res);
  const newest = technology.lessons.slice(-mostLessons);
  const words = await wordsFor(services, res, technology, newest);
  const earlier = technology.lessons.length - newest.length;
  return [
    ...(earlier === 0 ? [] : [t("proposal:similar.earlierLessons", { count: earlier })]),
    ...newest.map((digest) => textShown(languageOf(res), words.get(digest))),
  ];
}

/** Those like what was typed so far. */
export const candidatesFor = (services: Services, res: Response, typed: Typed, except?: string): readonly Candidate[] =>
  similarTo(
    services,
    res,
    { name: textOf(typed, "name"), summary: textOf(typed, "summary"), need: textOf(typed, "need") },
    except,
  );

export function textOf(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === "string" ? value : "";
}
