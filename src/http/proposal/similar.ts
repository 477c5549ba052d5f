import { texts } from "../../application/texts.ts";
import type { Services } from "../../application/services.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

const mostShown = 6;

export type SimilarModel = {
  readonly name: string;
  readonly href: string;
  readonly where: string;
  readonly shared: string;
  readonly lessons: readonly Content[];
};

export type Candidate = { readonly row: PortfolioRow; readonly shared: readonly string[] };

/** Technologies that look like this one: same words in name or need. */
export function similarTo({ views }: Services, name: string, need: string, except?: string): readonly Candidate[] {
  if (name.trim() === "" && need.trim() === "") return [];
  return views.portfolio
    .similar({ name, need, ...(except !== undefined && { except }) }, mostShown)
    .map(({ technology, shared }) => ({ row: technology, shared }));
}

/** What stands in the way is shown with what was learned from it. */
export async function similarModels(
  services: Services,
  language: Language,
  candidates: readonly Candidate[],
): Promise<readonly SimilarModel[]> {
  return Promise.all(candidates.map((candidate) => modelOf(services, language, candidate)));
}

async function modelOf(services: Services, language: Language, { row, shared }: Candidate): Promise<SimilarModel> {
  const { t, format } = language;
  return {
    name: row.name,
    href: `/technologies/${row.slug}`,
    where: `${departmentName(language, services.views.departments.all(), row.department)} · ${t(`words:stage.${row.stage}`)}`,
    shared: t("proposal:similar.shared", { words: format.list(shared.slice(0, 8)) }),
    lessons: await lessonsOf(services, language, row.id),
  };
}

/** Lessons on record, oldest first; an erased one says so. */
export async function lessonsOf(services: Services, language: Language, id: string): Promise<readonly Content[]> {
  const lessons = (await services.views.technologyState(id))?.lessons ?? [];
  const words = await texts(services, lessons);
  return lessons.map((digest) => textShown(language, words.get(digest)));
}
