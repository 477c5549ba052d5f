import { textKey } from "../../domain/words/plain-text.ts";
import type { Findings, ReadOptions } from "../format.ts";
import { statements } from "../layouts/sus-statements.ts";
import { susLong, susWide } from "../layouts/usability.ts";
import { LeftOut } from "../people/left-out.ts";
import { groupOf, idIn } from "../people/persons.ts";
import { answersChange, peopleChange, personsChange } from "../people/contact.ts";
import { QuestionnaireRows } from "../people/questionnaire-rows.ts";
import { Answering } from "../questionnaire/answering.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { susFigures, susItself } from "./respondents.ts";

const susChanges = [
  { version: 2, change: "further encodings and wordings of answers; a heading that stands twice refuses the file" },
  {
    version: 3,
    change:
      "the answers' scale is told by them, a heading or a person; numbers that contradict their words are asked about; further words, statements and headings of ids; sums, trials of the survey and forms sent twice are left out",
  },
  { version: 4, change: peopleChange },
  { version: 5, change: personsChange },
  { version: 6, change: answersChange },
];

/** SUS answers, a respondent a row (layout "sus-wide"). A respondent named twice counts by the first row. */
export const susWideCsv = tableFormat({
  layout: susWide,
  version: 6,
  changes: susChanges,
  streamed: false,
  reading: (options, findings) => new WideReading(options, findings),
});

/** SUS answers, an answer a row (layout "sus-long"). */
export const susLongCsv = tableFormat({
  layout: susLong,
  version: 6,
  changes: susChanges,
  streamed: false,
  reading: (options, findings) => new LongReading(options, findings),
});

const items = Array.from({ length: 10 }, (_, i) => i + 1);
const wideColumns = ["q1", ...items.slice(1).map((item) => `q${item}`)] as const;

class WideReading implements TableReading {
  readonly #findings: Findings;
  readonly #rows: QuestionnaireRows;

  constructor(options: ReadOptions, findings: Findings) {
    this.#findings = findings;
    this.#rows = new QuestionnaireRows({ ...susItself, columns: ["q1", ...wideColumns.slice(1)] }, options, findings);
  }

  look(row: Row): void {
    this.#rows.look(row);
  }

  row(row: Row): Unreadable | null {
    return this.#rows.row(row);
  }

  figures() {
    this.#rows.tell();
    return susFigures(this.#rows.respondents, this.#rows.scale, this.#findings);
  }
}

class LongReading implements TableReading {
  readonly #findings: Findings;
  readonly #answering: Answering;
  readonly #leftOut: LeftOut;
  readonly #answered = new Map<string, { group?: string; steps: (number | null | undefined)[] }>();

  constructor(options: ReadOptions, findings: Findings) {
    this.#findings = findings;
    this.#answering = new Answering({ ...susItself, columns: ["answer"] }, options, findings);
    this.#leftOut = new LeftOut(findings, ["respondent"], true);
  }

  look(row: Row): void {
    if (!this.#leftOut.has(row)) this.#answering.look(row);
  }

  row(row: Row): Unreadable | null {
    if (this.#leftOut.has(row)) return noData;
    const id = idIn(row, "respondent");
    if (id === "") return new Unreadable("missing", { name: "respondent" });
    const item = itemIn(row.cell("item"));
    if (item === null) return new Unreadable("item-is-not-1-to-10", { text: shorten(row.cell("item")) });
    const step = this.#answering.step(row, "answer");
    if (isUnreadable(step)) return step;
    let respondent = this.#answered.get(id);
    if (respondent === undefined) this.#answered.set(id, (respondent = { ...groupOf(row), steps: [] }));
    const before = respondent.steps[item - 1];
    if (before !== undefined && before === step) {
      this.#leftOut.add(row, "repeated");
      return noData;
    }
    if (before !== undefined) return new Unreadable("item-of-is-answered-twice", { item, id: shorten(id) });
    respondent.steps[item - 1] = step;
    return null;
  }

  figures() {
    this.#leftOut.tell();
    const answered = [...this.#answered].map(([id, { steps, ...group }]) => {
      const all = items.map((item) => steps[item - 1] ?? null);
      return { id, identified: true, ...group, answers: JSON.stringify(all), steps: all };
    });
    return answered.length === 0 ? null : susFigures(answered, this.#answering.scale, this.#findings);
  }
}

/** The number of an item, from its number or from its statement. */
function itemIn(text: string): number | null {
  const number = /^(?:q|item|sus|第|question|题)?[\s._-]*0?(10|[1-9])(?:题)?$/i.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  if (text.length > 500) return null;
  const at = statements.findIndex((statement) => statement.test(inSimplified(textKey(text))));
  return at < 0 ? null : at + 1;
}
