import type { Response } from "express";
import { lessonsReader } from "../../application/reader.ts";
import type { Services } from "../../application/services.ts";
import { texts } from "../../application/texts.ts";
import type { TextResult } from "../../application/texts.ts";
import { isResult } from "../../domain/technology/record/endings.ts";
import type { EndedTechnology } from "../../projections/lessons/types.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import { textInFile, textShown } from "../say/text.ts";
import type { TagModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { personOf } from "../visitor.ts";

/** Of one technology; all of them stand on its own page. */
const mostLessons = 5;

export type EndedModel = {
  readonly name: string;
  readonly href: string;
  readonly department: string;
  readonly ended: string;
  readonly tag: TagModel;
  readonly lessons: readonly Content[];
  /** Said where nothing was written down, or where there is more than is shown. */
  readonly note: string;
};

type Words = ReadonlyMap<string, TextResult>;

/** The words of these lessons, for whoever asks. */
export const lessonWords = (services: Services, res: Response, ended: readonly EndedTechnology[]): Promise<Words> =>
  texts(
    services,
    lessonsReader(services, personOf(res)),
    ended.flatMap(({ digests }) => digests),
  );

export function endedModel(
  language: Language,
  departments: readonly NamedDepartment[],
  words: Words,
  ended: EndedTechnology,
): EndedModel {
  const { t, format } = language;
  const { slug, name, department, ending, endedAt, digests } = ended;
  const more = digests.length - mostLessons;
  return {
    name,
    href: `/technologies/${slug}`,
    department: departmentName(language, departments, department),
    ended: t(`lessons:ended.${ending}`, { day: format.date(endedAt) }),
    tag: tagOf(language, ended),
    lessons: digests.slice(-mostLessons).map((digest) => textShown(language, words.get(digest))),
    note: digests.length === 0 ? t("lessons:none") : more > 0 ? t("lessons:earlier", { count: more }) : "",
  };
}

/** Of the file: a line a lesson, and one where there is none. */
export function endedLines(
  language: Language,
  departments: readonly NamedDepartment[],
  words: Words,
  ended: EndedTechnology,
): readonly (readonly string[])[] {
  const { t } = language;
  const line = (lesson: string) => [
    ended.name,
    departmentName(language, departments, ended.department),
    t(`lessons:ending.${ended.ending}`),
    ended.endedAt,
    tagOf(language, ended).text,
    lesson,
  ];
  return ended.digests.length === 0
    ? [line("")]
    : ended.digests.map((digest) => line(textInFile(language, words.get(digest))));
}

/** A withdrawn proposal is neither a result nor in debt: no trial began. */
function tagOf({ t }: Language, { ending, learned }: EndedTechnology): TagModel {
  if (isResult({ of: ending, learned })) return { kind: "met", glyph: "met", text: t("lessons:tag.result") };
  return ending === "withdrawn"
    ? { kind: "withdrawn", glyph: "withdrawn", text: t("lessons:tag.withdrawn") }
    : { kind: "unknown", glyph: "unknown", text: t("lessons:tag.owed") };
}
