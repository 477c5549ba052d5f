import { rates } from "../../domain/evidence/rates.ts";
import { oneSpelling } from "../../domain/words/plain-text.ts";
import { type Findings, type ReadOptions } from "../format.ts";
import { Refused } from "../refused.ts";
import { satisfaction } from "../layouts/satisfaction.ts";
import { answersChange, peopleChange, personsChange } from "../people/contact.ts";
import { LeftOut } from "../people/left-out.ts";
import { idIn } from "../people/persons.ts";
import { refuseCounts } from "../people/rows-of-counts.ts";
import { isCodeOfNone } from "../questionnaire/answer.ts";
import { Answering } from "../questionnaire/answering.ts";
import { answersIn, asked } from "../questions.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { scaleOf, type Scale } from "./scale.ts";
import { TrailingMean } from "./trailing-mean.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/** Ratings of people served (layout "satisfaction-csv"), all on one scale. */
export const satisfactionCsv = tableFormat({
  layout: satisfaction,
  version: 5,
  changes: [
    {
      version: 2,
      change:
        "further ways of writing a time; a day begins with its first minute; further words of ratings, also beside numbers; a scale that a person states; sums, trials of the survey and people who rated before are left out; groups that differ in case or width alone are one",
    },
    { version: 3, change: peopleChange },
    { version: 4, change: personsChange },
    {
      version: 5,
      change: `${answersChange}; the mean below the ratings is left out, rows that count several ratings are refused`,
    },
  ],
  streamed: false,
  reading: (options, findings) => new SatisfactionReading(options, findings),
});

interface Rating {
  readonly value: number;
  readonly group: string;
}

const fiveSteps = { min: 1, max: 5 } as const;

class SatisfactionReading implements TableReading {
  readonly #findings: Findings;
  readonly #options: ReadOptions;
  readonly #answering: Answering;
  readonly #leftOut: LeftOut;
  readonly #trailing = new TrailingMean();
  readonly #ratings: Rating[] = [];
  readonly #people = new Map<string, string>();
  #scale: Scale | undefined;
  #unanswered = 0;
  #wordsOnly = false;
  #from = Infinity;
  #to = -Infinity;

  constructor(options: ReadOptions, findings: Findings) {
    this.#findings = findings;
    this.#options = options;
    const of = { subject: "content", standard: fiveSteps, before: fiveSteps, columns: ["rating"] } as const;
    this.#answering = new Answering(of, options, findings);
    this.#leftOut = new LeftOut(findings, ["respondent", "group"], true);
  }

  look(row: Row): void {
    if (this.#leftOut.has(row)) return;
    this.#answering.look(row);
    this.#trailing.look(row);
    const scale = scaleOf(row);
    if (scale !== null && !isUnreadable(scale)) this.#answering.statedOn(scale);
  }

  row(row: Row): Unreadable | null {
    if (this.#leftOut.has(row)) return noData;
    if (this.#options.asRecorded !== true) refuseCounts(row);
    if (this.#trailing.has(row)) {
      this.#leftOut.add(row, "sum");
      return noData;
    }
    if (!this.#answering.isAnswered(row, "rating")) {
      this.#unanswered += 1;
      return null;
    }
    const scale = this.#scaleOf(row);
    if (isUnreadable(scale)) return scale;
    const value = this.#valueOn(scale, row);
    if (isUnreadable(value)) return value;
    const given = row.cell("date") === "" ? undefined : row.time("date");
    if (isUnreadable(given)) return given.at("date");
    if (this.#ratedBefore(row)) return noData;
    if (given !== undefined) this.#span(given);
    if (value === null) this.#unanswered += 1;
    else this.#ratings.push({ value, group: row.cell("group") });
    return null;
  }

  figures() {
    this.#leftOut.tell();
    if (this.#unanswered > 0) {
      this.#findings.warn("item-missing", `${this.#unanswered} rows hold no rating and are not counted`);
    }
    if (this.#wordsOnly) this.#findings.warn("scale-in-words", "The ratings are words of five steps, read as 1 to 5");
    const scale = this.#scale;
    if (scale === undefined || this.#ratings.length === 0) return null;
    const { n, ...all } = rates(this.#ratings.map((rating) => rating.value));
    const groups = this.#groups();
    const period =
      this.#to < this.#from ? {} : { from: new Date(this.#from).toISOString(), to: new Date(this.#to).toISOString() };
    return {
      kind: "satisfaction" as const,
      ...period,
      responses: n,
      ...all,
      scaleMin: scale.min,
      scaleMax: scale.max,
      ...(groups.length === 0 ? {} : { groups }),
    };
  }

  /** The scale of a row, which is that of all rows before it. @throws Refused where a number has none, or two scales mix */
  #scaleOf(row: Row): Scale | Unreadable {
    const own = scaleOf(row) ?? answersIn(this.#options).scale ?? null;
    if (isUnreadable(own)) return own;
    const { file, line } = row;
    if (own === null && /\d/.test(row.cell("rating"))) throw this.#noScale(row);
    if (own === null) this.#wordsOnly = true;
    const meant = own ?? this.#answering.scale;
    this.#scale ??= meant;
    if (meant.min === this.#scale.min && meant.max === this.#scale.max) return meant;
    const message = `${file}: ${meant.min} to ${meant.max} here, ${this.#scale.min} to ${this.#scale.max} before: two scales are two pieces of evidence`;
    throw new Refused({ file, row: line, code: "two-scales", message });
  }

  #noScale(row: Row): Refused {
    const { file, line } = row;
    const message = `${file}: the ratings say no scale: add columns min and max, or write it in the heading, as in rating (1-5)`;
    const headings = row.cells().map(([heading]) => heading);
    return asked({ file, row: line, code: "no-scale", message, headings }, this.#answering.scaleQuestion());
  }

  /** A number may lie between two steps; a code of the survey tool says that nobody answered: null. */
  #valueOn({ min, max }: Scale, row: Row): number | Unreadable | null {
    const text = row.cell("rating");
    const number = /^-?\d{1,6}(?:[.,]\d{1,9})?$/.test(text) ? Number(text.replace(",", ".")) : null;
    if (number !== null && number >= min && number <= max)
      return this.#answering.isMirrored ? min + max - number : number;
    if (number !== null && isCodeOfNone(number) && number < 0 === min >= 0) return null;
    if (number !== null) return new Unreadable("rating-lies-outside-to", { text: shorten(text), min, max });
    const step = this.#answering.step(row, "rating");
    return isUnreadable(step)
      ? new Unreadable("rating-is-not-a-number-from-to", { text: shorten(text), min, max })
      : step;
  }

  /** A person's first rating counts; a row that stands twice is one. */
  #ratedBefore(row: Row): boolean {
    const id = idIn(row, "respondent");
    if (id === "") return false;
    const whole = JSON.stringify(row.cells());
    const before = this.#people.get(id);
    if (before === undefined) this.#people.set(id, whole);
    else this.#leftOut.add(row, before === whole ? "repeated" : "again");
    return before !== undefined;
  }

  #groups() {
    const byGroup = new Map<string, number[]>();
    const spellings = oneSpelling(this.#ratings.map(({ group }) => group));
    for (const { group: typed, value } of this.#ratings) {
      const group = spellings.get(typed) ?? typed;
      const values = byGroup.get(group);
      if (values === undefined) byGroup.set(group, [value]);
      else values.push(value);
    }
    byGroup.delete("");
    return [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, values]) => ({ group, ...rates(values) }));
  }

  #span(given: number): void {
    this.#from = Math.min(this.#from, given);
    this.#to = Math.max(this.#to, given);
  }
}
