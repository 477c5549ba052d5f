import type { Problem as ReadingProblem } from "../../evidence/format.ts";
import type { Problem } from "../forms/problems.ts";
import type { Language } from "../view/languages.ts";

/** Every problem of a refused upload: which file, which row, what is wrong. */
export function problemLines(
  { t, locale }: Language,
  problems: readonly ReadingProblem[],
  files: readonly { readonly name: string }[],
): Problem[] {
  return problems.map(({ file, row, code, message }) => {
    const key = `evidence:problem.${code}`;
    // The reader's own words are English and say more, such as the columns it looked for.
    const what = locale === "en" ? withoutName(message, file) : t.has(key) ? t(key, { message }) : message;
    const number = files.findIndex(({ name }) => name === file) + 1;
    const line = (variant: string, params: Problem["params"]): Problem => ({
      field: "files",
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

/** Number and name stand before the message already. */
const withoutName = (message: string, file: string | undefined): string =>
  file !== undefined && message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
