import { textKey } from "../domain/words/plain-text.ts";
import { inSimplified } from "../domain/words/simplified.ts";

/** Below its headings a survey tool may write the questions, and below these their ids (Qualtrics). */
const most = 2;
/** What SurveyMonkey writes below a question that is no matrix. */
const answerKinds = new Set(["response", "open-ended response", "other (please specify)"]);

/**
 * How many of the records below the headings are headings too.
 *
 * @param records the first three of the file, trimmed, the headings first
 * @param isQuestion whether a text is a question that a layout knows
 */
export function furtherHeadings(
  records: readonly (readonly string[])[],
  isQuestion: (text: string) => boolean,
): number {
  const [headings = [], ...below] = records;
  const data = below
    .slice(0, most)
    .findIndex(
      (cells, i) =>
        !isHeadingRow(i === 0 ? headings : under(headings, below[0]), cells, below[i + 1] ?? [], isQuestion),
    );
  return data < 0 ? Math.min(below.length, most) : data;
}

/** Headings with what stands below those that are empty: what fills these places once more is an answer. */
const under = (headings: readonly string[], below: readonly string[] = []): string[] =>
  below.map((cell, i) => headings[i] || cell);

function isHeadingRow(
  headings: readonly string[],
  cells: readonly string[],
  next: readonly string[],
  isQuestion: (text: string) => boolean,
): boolean {
  if (cells.some((cell) => cell.startsWith('{"ImportId"'))) return true;
  const same = cells.filter((cell, i) => /\p{L}/u.test(cell) && plainHeading(cell) === plainHeading(headings[i] ?? ""));
  if (same.length > 1 || standsOverNumbers(cells, next, same.length > 0 ? 2 : 15)) return true;
  if (cells.filter(isQuestion).length > 1) return true;
  // SurveyMonkey: a question stands over the first of its columns, its parts below it, and below what is no question nothing.
  const silent = headings.some((heading, i) => heading !== "" && cells[i] === "");
  return silent && (cells.some((cell) => answerKinds.has(textKey(cell))) || overNothing(headings, cells));
}

/** No answers: a scale of words has fewer steps than so many columns have different words. */
const differentWords = 8;

/**
 * Words throughout where the row below has numbers: questions, where they are long, many and all different, or one of the
 * cells is its heading once more.
 */
function standsOverNumbers(cells: readonly string[], next: readonly string[], long: number): boolean {
  const over = cells.filter((cell, i) => cell !== "" && /^-?\d+(?:[.,]\d+)?$/.test(next[i] ?? ""));
  const letters = over.filter((cell) => /\p{L}/u.test(cell) && !/^\d+$/.test(cell));
  const mean = letters.reduce((sum, cell) => sum + cell.length, 0) / letters.length;
  const different = letters.length === over.length && new Set(letters).size === letters.length;
  return over.length > 2 && different && (mean >= long || letters.length >= differentWords);
}

function overNothing(headings: readonly string[], cells: readonly string[]): boolean {
  const bare = cells.filter((cell, i) => headings[i] === "" && cell !== "");
  return bare.length > 2 && bare.every((cell) => /\p{L}/u.test(cell));
}

/** What the further headings say of each column; "" where they say nothing but its id or the kind of its answers. */
export function wordingsOf(further: readonly (readonly string[])[], columns: number): string[] {
  const says = (cell: string | undefined): boolean =>
    cell !== undefined && cell !== "" && !cell.startsWith('{"ImportId"') && !answerKinds.has(textKey(cell));
  return Array.from({ length: columns }, (_, i) => further.map((cells) => cells[i]).find(says) ?? "");
}

/** Headings remembered at once. */
const mostKnown = 4096;

/** A heading without what makes no difference: width, case, spaces, hyphens, underscores, a stop or colon at its end. */
export const plainHeading = onceEach((heading) =>
  inSimplified(textKey(heading))
    .replaceAll(/[\s_-]/g, "")
    .replace(/(?<=[^.:])[.:]{1,3}$/, ""),
);

/** What a form adds to a question: its number, that it must be answered, how, and on which scale. */
const numbering = /^(?:q|问题|第)?\s*\d{1,3}\s*(?:[.、．:)]|题[.、:：]?)\s*(?=\p{L})/u;
const asking =
  /^(?:请(?:您)?(?:输入|填写|留下|提供|选择)?(?:您|你)?的?|(?:您|你)的|(?:please )?(?:enter |provide |state |give )?(?:your|the) |what is your )(?=.)/;
const remark =
  /\s*(?:[([【]\s*(?:必填|选填|必答|选答|可选|单选题?|多选题?|填空题?|打分题?|评分题?|量表题?|矩阵题?|自动|required|optional|mandatory|auto(?:matic)?|[^)\]】]*\d[^)\]】]*)\s*[)\]】]|\*|[?:])$/;

/** A heading in simplified characters and lower case, without what a form adds to it. */
export const undecorated = onceEach(withoutDecoration);

function withoutDecoration(heading: string): string {
  let text = inSimplified(textKey(heading)).replace(numbering, "");
  for (let more = 0; more < 3 && remark.test(text); more += 1) text = text.replace(remark, "");
  return text.replace(asking, "").trim();
}

/** Each format asks the same of the same headings, of which a strange file has a hundred thousand. */
function onceEach(made: (heading: string) => string): (heading: string) => string {
  const known = new Map<string, string>();
  return (heading) => {
    const before = known.get(heading);
    if (before !== undefined) return before;
    if (known.size >= mostKnown) known.clear();
    const plain = made(heading);
    known.set(heading, plain);
    return plain;
  };
}
