import type { Problem as ReadingProblem } from "../../evidence/refused.ts";
import type { Problem } from "../forms/problems.ts";
import type { Language } from "../view/languages.ts";
import { readingProblem } from "../say/reading-problem.ts";

/** Every problem of a refused upload: which file, which row, what is wrong. */
export function problemLines(
  language: Language,
  problems: readonly ReadingProblem[],
  files: readonly { readonly name: string }[],
): Problem[] {
  return problems.map((problem) => {
    const { file, row, code, message, headings } = problem;
    const what = readingProblem(language, problem, withoutName(message, file));
    const number = files.findIndex(({ name }) => name === file) + 1;
    const line = (variant: string, params: Problem["params"]): Problem => ({
      // A table that can be mapped and a time nobody watched are asked about; anything else is wrong with the files.
      field: headings !== undefined ? "mapping.format" : code === "period-unknown" ? "from" : "files",
      key: `evidence:problemAt.${variant}`,
      params,
    });
    if (file === undefined && row === undefined) return line("piece", { what });
    const name = file ?? files[0]?.name ?? "";
    return row === undefined
      ? line("file", { number: Math.max(1, number), name, what })
      : line("row", { number: Math.max(1, number), name, row, what });
  });
}

/** The readers' own words, which are English and may say more, where the page's sentences are not and do not say why. */
export function saidOf(
  { t, locale }: Language,
  problems: readonly ReadingProblem[],
  files: readonly { readonly name: string }[],
): string[] {
  if (locale === "en") return [];
  return problems
    .filter(({ code, why }) => why === undefined && t.has(`evidence:problem.${code}`))
    .map(({ file, message }) => withoutName(message, file ?? files[0]?.name));
}

/** Number and name stand before the message already. */
function withoutName(message: string, file: string | undefined): string {
  if (file === undefined) return message;
  const before = [`${file}: `, `${file} was not read: `].find((words) => message.startsWith(words));
  if (before !== undefined) return message.slice(before.length);
  return message.startsWith(`${file} is `) ? message.replace(file, "it") : message;
}
