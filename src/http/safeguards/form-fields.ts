import { asked, askedInRow } from "../../domain/safeguards/answers.ts";
import type { SafeguardQuestion } from "../../domain/safeguards/question.ts";
import type { SafeguardAnswers, SafeguardRow } from "../../domain/technology/state/safeguards.ts";
import { nest } from "../forms/typed.ts";
import { kindText, questionHint, questionLabel } from "../stated/words.ts";
import { questionModel } from "./question-fields.ts";
import type { FieldGround, QuestionModel } from "./question-fields.ts";
import { readAnswers } from "./typed-answers.ts";
import type { RawRow } from "./typed-answers.ts";

/** Questions of a form under one heading; null: under none. */
export type SectionModel = {
  readonly title: string | null;
  readonly part: string;
  readonly questions: readonly QuestionModel[];
  /** "2 of 7 answered"; null where the form is short. */
  readonly count: string | null;
  /** Whether a long form shows the section unfolded: where something is wrong or begun, and where one goes on. */
  readonly open: boolean;
  /** The section behind it; null behind the last one. */
  readonly next: { readonly part: string; readonly title: string } | null;
};

/** The questions that what was typed so far asks for, section by section. */
export async function sectionsOf(ground: FieldGround): Promise<readonly SectionModel[]> {
  const { page, kind, typed } = ground;
  const questions = kind.questions(page.policy);
  const raw = answersTyped(typed);
  const { answers } = readAnswers(questions, raw);
  const following = asked(questions, comparable(answers), page.technology.tier).filter(
    ({ stamped }) => stamped !== true,
  );
  const models = await Promise.all(
    following.map(async (question) => ({
      section: question.section ?? null,
      answered: isAnswered(answers[question.key]),
      optional: question.optional === true,
      model: { ...(await modelOf(ground, question, raw[question.key])), part: question.key },
    })),
  );
  const keys = [...new Set(models.map(({ section }) => section))];
  const isLong = keys.length >= severalSections && following.length >= manyQuestions;
  const titleOf = (key: string | null): string | null =>
    key === null ? null : page.language.t(kindText(kind, `section.${key}`));
  const sections = keys.map((key): Section => {
    const own = models.filter(({ section }) => section === key);
    const answered = own.filter((asked) => asked.answered).length;
    return {
      title: titleOf(key),
      part: key ?? "first",
      questions: own.map(({ model }) => model),
      count: isLong ? page.language.t("safeguards:form.answered", { answered, asked: own.length }) : null,
      begun: answered > 0,
      lacks: own.some((asked) => !asked.answered && !asked.optional),
    };
  });
  const goesOn = sections.findIndex(({ lacks }) => lacks);
  return sections.map(({ begun, lacks, ...section }, index) => ({
    ...section,
    open: index === goesOn || (begun && lacks) || section.questions.some(isWrong),
    next: linkTo(sections[index + 1]),
  }));
}

type Section = Omit<SectionModel, "open" | "next"> & {
  readonly begun: boolean;
  /** A question without answer that is not optional. */
  readonly lacks: boolean;
};

const linkTo = (section: Section | undefined): SectionModel["next"] =>
  section === undefined ? null : { part: section.part, title: section.title ?? "" };

const isWrong = ({ field, radios, checkboxes, rows }: QuestionModel): boolean =>
  [field, radios, checkboxes].some((input) => input?.error !== undefined) ||
  (rows?.rows.some(({ questions }) => questions.some(isWrong)) ?? false);

/** From here on a form leads to its sections, counts what is answered in each, and saves at the end of each. */
const [severalSections, manyQuestions] = [3, 15];

const isAnswered = (answer: RawRow[string] | undefined): boolean =>
  answer !== undefined && (!Array.isArray(answer) || answer.length > 0);

/** What was typed at the answers, as it is nested. */
export function answersTyped(typed: FieldGround["typed"]): { readonly [question: string]: unknown } {
  const { answers } = nest(typed) as { readonly answers?: unknown };
  return typeof answers === "object" && answers !== null && !Array.isArray(answers)
    ? (answers as { readonly [question: string]: unknown })
    : {};
}

/** Which questions are asked rests on choices alone: words that are not sealed yet do for texts. */
export const comparable = (answers: RawRow): SafeguardAnswers => answers as unknown as SafeguardAnswers;

async function modelOf(ground: FieldGround, question: SafeguardQuestion, raw: unknown): Promise<QuestionModel> {
  const name = `answers.${question.key}`;
  if (question.type !== "rows") return questionModel(ground, question, name);
  const { kind, page } = ground;
  const { language, technology } = page;
  const { t } = language;
  const typedRows: readonly unknown[] = Array.isArray(raw) && raw.length > 0 ? raw : [{}];
  const rows = await Promise.all(
    typedRows.map(async (row, index) => {
      const { answers } = readAnswers(question.of, row);
      const cells = askedInRow(question, comparable(answers) as SafeguardRow, technology.tier);
      return {
        title: t(kindText(kind, `question.${question.key}.row`), { number: index + 1 }),
        questions: await Promise.all(
          cells.map(async (cell) => ({
            ...(await questionModel(ground, cell, `${name}.${index}.${cell.key}`)),
            part: cell.key,
          })),
        ),
      };
    }),
  );
  return {
    rows: {
      legend: questionLabel(language, kind, question),
      hint: questionHint(language, kind, question),
      rows,
      add:
        typedRows.length < question.most
          ? { value: `add:${question.key}`, text: t(kindText(kind, `question.${question.key}.add`)) }
          : null,
    },
  };
}
