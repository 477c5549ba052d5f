import { plainText } from "../../domain/words/plain-text.ts";
import { type Findings } from "../format.ts";
import { Answering, type AnswerRow } from "../questionnaire/answering.ts";
import { Refused } from "../refused.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { susFigures, susItself, type Answered } from "./respondents.ts";

/**
 * A SUS form in Markdown, a respondent a file: each numbered item is followed by its "Your rating" line. A rating
 * line before the first item belongs to the example of the instructions. Respondents are known by the digest of
 * their form, so that the same form counts once however it is named.
 */
export const susForm = wholeFormat({
  name: "sus-form",
  title: "SUS form",
  version: 5,
  changes: [
    { version: 2, change: "further encodings and wordings of answers" },
    { version: 3, change: "the answers' scale is told by them or a person; further words of answers" },
    { version: 4, change: "“非常同意” at one end and “很不同意” at the other are the ends of one scale" },
    { version: 5, change: "words of Portuguese and Dutch, faces beside words" },
  ],
  kind: "sus",
  recognises: ({ text }) => {
    const lines = linesOf(text);
    return lines.some((line) => ratingLine.test(line)) && lines.some((line) => itemLine.test(line));
  },
  measure: (files, options, findings) => {
    warnOfCopies(files, findings);
    const answering = new Answering({ ...susItself, columns: ["answer"] }, options, findings);
    const forms = files.map((file) => ({ file, ratings: ratingsIn(file) }));
    for (const { ratings } of forms) for (const rating of ratings) answering.look(rating);
    const answered = forms.flatMap(({ file, ratings }) => answeredIn(file, ratings, answering, findings) ?? []);
    const figures = answered.length === 0 ? null : susFigures(answered, answering.scale, findings);
    if (figures !== null) return figures;
    const [first] = findings.rejected;
    const message =
      first === undefined ? "No form has enough answers" : `No form can be used; line ${first.row}: ${first.reason}`;
    throw new Refused({ code: "no-usable-row", message });
  },
});

const itemLine = /^[\s*]*(10|[1-9])\s*[.)、．]\**\s+\S/;
const ratingLine = /^[\s>*_`-]*(?:Your rating|您的评分|你的评分)\s*[:：]\s*([^`*]*)[`*]*$/i;

/** Longer lines are neither item nor rating; the limit keeps the patterns from going over them again and again. */
function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => (line.length > 500 ? "" : line));
}

type Rating = AnswerRow & { readonly item: number; readonly repeated: boolean };

function ratingsIn(file: WholeFile): Rating[] {
  const ratings: Rating[] = [];
  let item = 0;
  for (const [i, line] of linesOf(file.text).entries()) {
    const rating = ratingLine.exec(line);
    if (rating === null) item = Number(itemLine.exec(line)?.[1] ?? item);
    else if (item > 0) {
      const repeated = ratings.some((before) => before.item === item);
      const text = plainText(rating[1] ?? "");
      ratings.push({ ...ratingAt(text, file.name, i + 1), item, repeated });
    }
  }
  return ratings;
}

function ratingAt(text: string, file: string, line: number): AnswerRow {
  return { cell: () => text, heading: () => "", wording: () => "", cells: () => [], line, file };
}

/** Null where the form is rejected; the finding tells the line. */
function answeredIn(
  file: WholeFile,
  ratings: readonly Rating[],
  answering: Answering,
  findings: Findings,
): Answered | null {
  const steps: (number | null)[] = Array.from({ length: 10 }, () => null);
  for (const rating of ratings) {
    const { item, repeated, line } = rating;
    const step = repeated ? new Unreadable("item-has-a-second-rating", { item }) : answering.step(rating, "answer");
    if (isUnreadable(step)) {
      findings.reject(line, step, file.name);
      return null;
    }
    steps[item - 1] = step;
  }
  if (ratings.length === 0) {
    findings.reject(1, new Unreadable("no-rating-follows-a-numbered-item"), file.name);
    return null;
  }
  findings.rowCount += 1;
  return { id: `form-${file.digest.slice(0, 16)}`, identified: true, steps };
}
