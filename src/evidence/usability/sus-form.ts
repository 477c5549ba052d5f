import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { parseAnswer } from "./likert.ts";
import { susFigures, type Answered } from "./respondents.ts";

/**
 * A SUS form in Markdown, a respondent a file: each numbered item is followed by its "Your rating" line. A rating
 * line before the first item belongs to the example of the instructions. Respondents are known by the digest of
 * their form, so that the same form counts once however it is named.
 */
export const susForm = wholeFormat({
  name: "sus-form",
  title: "SUS form",
  version: 2,
  changes: [{ version: 2, change: "further encodings and wordings of answers" }],
  kind: "sus",
  recognises: ({ text }) => {
    const lines = linesOf(text);
    return lines.some((line) => ratingLine.test(line)) && lines.some((line) => itemLine.test(line));
  },
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const figures = susFigures(
      files.flatMap((file) => answered(file, findings) ?? []),
      findings,
    );
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

/** Null where the form is rejected; the finding tells the line. */
function answered(file: WholeFile, findings: Findings): Answered | null {
  const answers: (number | null)[] = Array.from({ length: 10 }, () => null);
  const rated = new Set<number>();
  let item = 0;
  for (const [i, line] of linesOf(file.text).entries()) {
    const rating = ratingLine.exec(line);
    if (rating === null) {
      item = Number(itemLine.exec(line)?.[1] ?? item);
      continue;
    }
    if (item === 0) continue;
    const answer = rated.has(item) ? new Unreadable(`item ${item} has a second rating`) : parseAnswer(rating[1] ?? "");
    if (isUnreadable(answer)) {
      findings.reject(i + 1, answer, file.name);
      return null;
    }
    rated.add(item);
    answers[item - 1] = answer;
  }
  if (rated.size === 0) {
    findings.reject(1, new Unreadable("no rating follows a numbered item"), file.name);
    return null;
  }
  findings.rowCount += 1;
  return { id: `form-${file.digest.slice(0, 16)}`, identified: true, answers };
}
