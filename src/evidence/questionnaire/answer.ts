import { textKey } from "../../domain/words/plain-text.ts";
import type { Lean, Leaning } from "./leaning.ts";
import { inSimplified } from "../../domain/words/simplified.ts";

/** What one cell of a questionnaire says, before anybody knows its scale. */
export type Answer =
  | { readonly kind: "none" }
  | { readonly kind: "number"; readonly number: number; readonly of?: number }
  | { readonly kind: "word"; readonly word: Leaning }
  /** "2 - Disagree", "同意（4）": both, which may contradict each other. */
  | { readonly kind: "both"; readonly number: number; readonly word: Leaning }
  | { readonly kind: "unknown" };

/** Longer texts are no answers, and no pattern should go over them. */
const longest = 100;

const none = new Set(
  (
    "|_|-|--|–|—|/|.|?|n/a|#n/a|n.a.|na|nan|null|none|nil|missing|skip|skipped|(skip)|(skipped)|not answered|no answer|unanswered|" +
    "not applicable|does not apply|prefer not to say|prefer not to answer|refused|refuse|skipped question|question skipped|" +
    "#null!|..|...|sysmis|system missing|system-missing|user missing|empty|blank|keine angabe|k.a.|sans réponse|sin respuesta|ns/nc|" +
    "无|空|(空)|跳过|(跳过)|未答|未作答|未回答|未填|未填写|未选|未选择|没有回答|不适用|不作答|不回答|拒答|拒绝回答|缺失|无作答|无回答|未显示|未显示题目|未出现|空值|空白|略过|未评价"
  ).split("|"),
);

/** What tools put around such a word: "(跳过)", "[skipped]", "<missing>", "【未答】". */
const enclosed = /^[([{<【〔「《](.{1,30})[)\]}>】〕」》]$/;

const step = "([-+]?\\d{1,4})(?:[.,]0{1,9})?";
const points = "\\s*(?:分|点|颗?星|stars?|points?|pts?)?\\s*";
const words = "(\\D*?\\p{L}\\D*?)";
const alone = new RegExp(`^[([]?${step}${points}[)\\]]?$`);
const outOf = /^(\d{1,2}) ?(?:\/|out of|of) ?(\d{1,2})$/;
/** "★★★★☆": the empty ones tell how many there could be. */
const stars = /^([★⭐]{1,10})(☆{0,10})$/;
const before = new RegExp(`^[([]?${step}${points}${words}[)\\]]?$`, "u");
const behind = new RegExp(`^${words}${step}${points}[)\\]]?$`, "u");
/** What stands between a number and its word. */
const joint = /^[-–—=:.、。,;)\]([\s]+|[-–—=:.、。,;([\s]+$/g;
/** The letter of an option, as form tools write it: "D.比较同意", "(b) Agree". */
const lettered = /^\(?[a-k]\s*[.、:)]\s*(.+)$/;

/** Numbers by which survey tools and statistics packages say that nobody answered: 问卷星 −3 for a question it skipped, Qualtrics −99. */
const codes: ReadonlySet<number> = new Set([-1, -2, -3, -7, -8, -9, 77, 88, 97, 98, 99]);

/** Whether a number that lies outside a scale is such a code: no scale that people answer on has these. */
export const isCodeOfNone = (number: number): boolean => codes.has(number) || number <= -20 || number >= 995;

/** Reads a cell; the words of the subject are known by `lean`. */
export function answerIn(text: string, lean: Lean): Answer {
  if (text.length > longest * 4) return { kind: "unknown" };
  const plain = withoutDecor(inSimplified(textKey(text)));
  if (none.has(plain) || none.has(enclosed.exec(plain)?.[1]?.trim() ?? "-?")) return { kind: "none" };
  if (plain.length > longest) return { kind: "unknown" };
  const only = alone.exec(plain);
  if (only !== null) return { kind: "number", number: Number(only[1]) };
  const drawn = stars.exec(plain);
  if (drawn !== null) return starsIn(drawn[1] ?? "", drawn[2] ?? "");
  const share = outOf.exec(plain);
  if (share !== null) return { kind: "number", number: Number(share[1]), of: Number(share[2]) };
  const word = lean(plain);
  if (word !== null) return { kind: "word", word };
  const option = lettered.exec(plain)?.[1];
  if (option !== undefined) return answerIn(option, lean);
  return withWord(before.exec(plain), 1, 2, lean) ?? withWord(behind.exec(plain), 2, 1, lean) ?? { kind: "unknown" };
}

/** Forms draw a face beside a word: "Strongly agree 😀". Stars are a number of their own. */
const quotes = /^["“”„‘’「『«]+|["“”‘’」』»]+$/gu;
const faces = /(?!⭐)\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*/gu;

function withoutDecor(text: string): string {
  const words = text.replaceAll(faces, "").replaceAll(quotes, "").trim();
  return /[\p{L}\d]/u.test(words) ? words : text;
}

/** A number beside words that the subject does not know counts where something parts them: "5 years" is no answer. */
function withWord(match: RegExpExecArray | null, number: number, word: number, lean: Lean): Answer | null {
  if (match === null) return null;
  const beside = match[word] ?? "";
  const value = Number(match[number]);
  const leaning = lean(beside.replaceAll(joint, ""));
  if (leaning !== null) return { kind: "both", number: value, word: leaning };
  return beside.replaceAll(joint, "").length < beside.trim().length ? { kind: "number", number: value } : null;
}

const starsIn = (full: string, empty: string): Answer => ({
  kind: "number",
  number: full.length,
  ...(empty !== "" && { of: full.length + empty.length }),
});
