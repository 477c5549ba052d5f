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
    const said = withoutName(message, file);
    const what = locale !== "en" && t.has(key) ? t(key, { message: said }) : said;
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
function withoutName(message: string, file: string | undefined): string {
  const before = [`${file ?? ""}: `, `${file ?? ""} was not read: `].find((words) => message.startsWith(words));
  return file === undefined || before === undefined ? message : message.slice(before.length);
}
