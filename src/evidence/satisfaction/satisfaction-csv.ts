import { rates } from "../../domain/evidence/rates.ts";
import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { satisfaction } from "../layouts/satisfaction.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { shorten } from "../time.ts";
import { parseContent } from "../usability/likert.ts";
import { scaleOf, type Scale } from "./scale.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/** Ratings of people served (layout "satisfaction-csv"), all on one scale. */
export const satisfactionCsv = tableFormat({
  layout: satisfaction,
  version: 2,
  changes: [{ version: 2, change: "further ways of writing a time; a day begins with its first minute" }],
  streamed: false,
  reading: (_options, findings) => new SatisfactionReading(findings),
});

interface Rating {
  readonly value: number;
  readonly group: string;
}

class SatisfactionReading implements TableReading {
  readonly #findings: Findings;
  readonly #ratings: Rating[] = [];
  #scale: Scale | undefined;
  #unanswered = 0;
  #wordsOnly = false;
  #from = Infinity;
  #to = -Infinity;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const text = row.cell("rating");
    const inWords = parseContent(text);
    if (inWords === null) {
      this.#unanswered += 1;
      return null;
    }
    const scale = this.#scaleOf(row, typeof inWords === "number" && !/\d/.test(text));
    if (isUnreadable(scale)) return scale;
    const value = valueOn(scale, text, inWords);
    if (isUnreadable(value)) return value;
    const given = row.cell("date") === "" ? undefined : row.time("date");
    if (isUnreadable(given)) return given.at("date");
    if (given !== undefined) this.#span(given);
    this.#ratings.push({ value, group: row.cell("group") });
    return null;
  }

  figures() {
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
  #scaleOf(row: Row, word: boolean): Scale | Unreadable {
    const scale = scaleOf(row);
    if (isUnreadable(scale)) return scale;
    const { file, line } = row;
    if (scale === null && !word) {
      const message = `${file}: the ratings say no scale: add columns min and max, or write it in the heading, as in rating (1-5)`;
      throw new Refused({ file, row: line, code: "no-scale", message });
    }
    if (scale === null) this.#wordsOnly = true;
    const meant = scale ?? { min: 1, max: 5 };
    this.#scale ??= meant;
    if (meant.min === this.#scale.min && meant.max === this.#scale.max) return meant;
    const message = `${file}: ${meant.min} to ${meant.max} here, ${this.#scale.min} to ${this.#scale.max} before: two scales are two pieces of evidence`;
    throw new Refused({ file, row: line, code: "two-scales", message });
  }

  #groups() {
    const byGroup = new Map<string, number[]>();
    for (const { group, value } of this.#ratings) {
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

function valueOn({ min, max }: Scale, text: string, inWords: number | Unreadable): number | Unreadable {
  const number = /^-?\d{1,6}(\.\d{1,9})?$/.test(text) ? Number(text) : null;
  if (number === null && (min !== 1 || max !== 5 || isUnreadable(inWords))) {
    return new Unreadable(`rating “${shorten(text)}” is not a number from ${min} to ${max}`);
  }
  const value = number ?? Number(inWords);
  return value >= min && value <= max ? value : new Unreadable(`rating ${shorten(text)} lies outside ${min} to ${max}`);
}
