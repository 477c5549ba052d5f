import type { Services } from "../../application/services.ts";
import { asText } from "../../domain/safeguards/answers.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { SafeguardQuestion } from "../../domain/safeguards/question.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import type { SafeguardAnswer } from "../../domain/technology/state/safeguards.ts";
import type { Words } from "../private-words.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { Names } from "../say/names.ts";
import { versionSaid } from "../say/standard.ts";
import { textInFile } from "../say/text.ts";
import type { Language } from "../view/languages.ts";
import { optionLabel } from "./words.ts";

/** What answers are said with. */
export type AnswerWords = {
  readonly names: Names;
  readonly departments: readonly NamedDepartment[];
  /** A standard by its short name. */
  readonly standards: (standard: string) => Standard | null;
  /** What a technology is called, by its address. */
  readonly technologies: (slug: string) => string | null;
};

export const answerWords = ({ views }: Services, names: ReadonlyMap<string, string>): AnswerWords => ({
  names,
  departments: views.departments.all(),
  standards: (key) => views.standards.of(key),
  technologies: (slug) => views.portfolio.bySlug(slug)?.name ?? null,
});

/** Of which kind the answer is, and with whose words it is said. */
type AnswerPage = { readonly language: Language; readonly kind: SafeguardKind; readonly words: Words };

/** An answer as characters alone; texts of their people are looked up by the page. */
export function answerText(
  { language, kind, words }: AnswerPage,
  { names, departments, standards, technologies }: AnswerWords,
  question: SafeguardQuestion,
  answer: SafeguardAnswer,
): string {
  const { t, format } = language;
  switch (question.type) {
    case "text":
      return textInFile(language, words.get(asText(answer)));
    case "choice":
      return optionLabel(language, kind, question, asText(answer));
    case "choices":
      return format.list((answer as readonly string[]).map((value) => optionLabel(language, kind, question, value)));
    case "evidence":
      return (answer as readonly string[]).join(" ");
    case "number":
      return format.number(Number(asText(answer)));
    case "day":
      return format.date(asText(answer));
    case "person":
      return names.get(asText(answer)) ?? t("safeguards:answer.person");
    case "department":
      return departmentName(language, departments, asText(answer));
    case "standard":
      return versionSaid(language, standards, asText(answer));
    case "technology":
      return technologies(asText(answer)) ?? asText(answer);
    case "rows":
      return format.number(Array.isArray(answer) ? answer.length : 0);
    default:
      return asText(answer);
  }
}
