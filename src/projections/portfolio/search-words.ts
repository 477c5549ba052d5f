/**
 * Text as the index holds it: runs of Chinese (and kana, hangul) become overlapping pairs and a last single
 * character, everything else stays words. "智能审批 AI" → "智能 能审 审批 批 AI".
 */
export function indexed(text: string): string {
  return text.replace(ideographs, (run) => ` ${[...pairs(run), lastCharacter(run)].join(" ")} `);
}

/**
 * What a person typed as an FTS5 query: every word must occur, Latin ones as the beginning of a word, Chinese runs
 * as they stand. Null where nothing is left to search for.
 */
export function searchQuery(typed: string): string | null {
  const terms = [...typed.normalize("NFKC").slice(0, mostCharacters).matchAll(word)].map(([run]) => term(run));
  return terms.length === 0 ? null : terms.slice(0, mostTerms).join(" AND ");
}

/** Any of the words instead of all: for "similar" rather than "matching". */
export function anyOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map(term).join(" OR ");
}

/** Words a text is compared by: Latin words of four letters and more that tell something, Chinese pairs; at most `most`, first come. */
export function keyWords(text: string, most: number): string[] {
  const words = [...text.normalize("NFKC").matchAll(word)].flatMap(([run]) =>
    isIdeographic(run) ? pairs(run).filter(isTelling) : tellsSomething(run.toLowerCase()) ? [run.toLowerCase()] : [],
  );
  return [...new Set(words)].slice(0, most);
}

/** Words of four letters and more that stand in any text: sharing them makes nothing similar. */
const everywhere = new Set(
  (
    "about after also already because been before between both cannot could does done each every from have here into " +
    "just less made make many more most much must need needs none only other over people same should some still such " +
    "take takes than that their them then there these they this those through time times under until very were what " +
    "when where which while will with within without would your"
  ).split(" "),
);

/** Characters that join words rather than name anything: a pair with one of them says nothing. */
const joining = /[的了一个有就在和与为不每及从到把被是这那也都而或其各将须由以]/u;
const isTelling = (pair: string): boolean => !joining.test(pair);

const tellsSomething = (lower: string): boolean => lower.length >= 4 && !everywhere.has(lower);

const ideograph = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
const ideographs = new RegExp(`[${ideograph}]+`, "gu");
const word = new RegExp(`[${ideograph}]+|[[\\p{L}\\p{N}\\p{M}]--[${ideograph}]]+`, "gv");
const mostCharacters = 200;
const mostTerms = 12;

const isIdeographic = (run: string): boolean => new RegExp(`^[${ideograph}]`, "u").test(run);

/** One character is the beginning of a pair; several are their pairs side by side. */
function term(run: string): string {
  if (!isIdeographic(run)) return `"${run}"*`;
  const sideBySide = pairs(run);
  return sideBySide.length === 0 ? `"${run}"*` : `"${sideBySide.join(" ")}"`;
}

function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

const lastCharacter = (run: string): string => Array.from(run).at(-1) ?? "";
