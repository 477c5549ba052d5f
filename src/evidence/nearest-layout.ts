import type { FormatName } from "../domain/evidence/format-name.ts";
import { textKey } from "../domain/words/plain-text.ts";
import { plainHeading } from "./heading-rows.ts";
import { layouts } from "./layouts.ts";
import type { Column, Layout } from "./layouts/layout.ts";
import { parseOutcome } from "./usability/outcome.ts";
import { answerIn } from "./questionnaire/answer.ts";
import { leanOf } from "./questionnaire/leaning.ts";
import { inSimplified } from "../domain/words/simplified.ts";
import { isUnreadable } from "./unreadable.ts";

/** A table's headings and its first rows. */
type TableBeginning = { readonly headings: readonly string[]; readonly sample: readonly (readonly string[])[] };

/** The layout that the headings and first rows of a table speak for most; undefined where nothing speaks for one. */
export function nearestLayout({ headings, sample }: TableBeginning): Layout | undefined {
  const likely = likelyFormat({ headings, sample });
  const share = ({ name, columns }: Layout): number => {
    const known = columns.filter((column) => headings.some((heading) => spelledAs(column, heading))).length;
    // What stands in the cells counts as much as half of the headings, one small number alone for less.
    return known / columns.length + (name !== likely ? 0 : name === "satisfaction-csv" ? 0.2 : 0.5);
  };
  return layouts.filter((layout) => share(layout) > 0).toSorted((a, b) => share(b) - share(a))[0];
}

/** What the cells look like, whatever their headings say; null where they look like nothing in particular. */
function likelyFormat({ headings, sample }: TableBeginning): FormatName | null {
  const columns = headings.map((_, at) => sample.map((row) => row[at] ?? "").filter((cell) => cell !== ""));
  const count = (is: (cell: string) => boolean): number =>
    columns.filter((cells) => cells.length > 0 && cells.every(is)).length;
  const times = count(isMoment);
  if (times >= 2) return "incidents-csv";
  if (times === 1 && count(isUpOrDown) > 0) return "probes-csv";
  const answers = count(isAnswer);
  if (answers >= 10) return "sus-wide";
  if (count(isOutcome) > 0) return "tasks-csv";
  if (answers === 2) return "umux-lite-csv";
  if (count(isSmallNumber) === 1) return "satisfaction-csv";
  return count((cell) => /^[\d.,]+$/.test(cell)) >= 4 ? "load-table" : null;
}

const isMoment = (cell: string): boolean => /\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}|^1\d{9}(\d{3})?$/.test(cell);
const isUpOrDown = (cell: string): boolean => /^([01]|[1-5]\d\d|up|down|ok|true|false|是|否|正常|故障)$/i.test(cell);
const agreement = leanOf("agreement");

/** A step of five, or words that agree or disagree. */
function isAnswer(cell: string): boolean {
  const answer = answerIn(cell, agreement);
  return answer.kind === "word" || ("number" in answer && answer.number >= 1 && answer.number <= 5);
}

const isOutcome = (cell: string): boolean => /^[是否]$/.test(cell) || !isUnreadable(parseOutcome(cell));
const isSmallNumber = (cell: string): boolean => /^(10|\d)$/.test(cell);

/** As readers take headings: width, case, spaces, hyphens and underscores do not matter. */
export function spelledAs({ name, aliases, asks }: Column, heading: string): boolean {
  const same = [name, ...aliases].map(plainHeading).includes(plainHeading(heading));
  return same || (asks !== undefined && heading.length <= 500 && asks.test(inSimplified(textKey(heading))));
}
