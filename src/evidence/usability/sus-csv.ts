import type { Findings } from "../format.ts";
import { susLong, susWide } from "../layouts/usability.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { shorten } from "../time.ts";
import { parseAnswer } from "./likert.ts";
import { susFigures, type Answered } from "./respondents.ts";
import { groupOf } from "./scale.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

const susChanges = [
  { version: 2, change: "further encodings and wordings of answers; a heading that stands twice refuses the file" },
];

/** SUS answers, a respondent a row (layout "sus-wide"). A respondent named twice counts by the first row. */
export const susWideCsv = tableFormat({
  layout: susWide,
  version: 2,
  changes: susChanges,
  streamed: false,
  reading: (_options, findings) => new WideReading(findings),
});

/** SUS answers, an answer a row (layout "sus-long"). */
export const susLongCsv = tableFormat({
  layout: susLong,
  version: 2,
  changes: susChanges,
  streamed: false,
  reading: (_options, findings) => new LongReading(findings),
});

const items = Array.from({ length: 10 }, (_, i) => i + 1);

class WideReading implements TableReading {
  readonly #findings: Findings;
  readonly #answered: Answered[] = [];
  readonly #ids = new Set<string>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const named = row.cell("respondent");
    if (named !== "" && this.#ids.has(named))
      return new Unreadable(`respondent “${shorten(named)}” has answered before`);
    const answers: (number | null)[] = [];
    for (const item of items) {
      const answer = parseAnswer(row.cell(`q${item}`));
      if (isUnreadable(answer)) return answer.at(`q${item}`);
      answers.push(answer);
    }
    this.#ids.add(named);
    const id = named === "" ? `row ${String(this.#answered.length + 1).padStart(6, "0")}` : named;
    this.#answered.push({ id, identified: named !== "", ...groupOf(row), answers });
    return null;
  }

  figures() {
    return susFigures(this.#answered, this.#findings);
  }
}

class LongReading implements TableReading {
  readonly #findings: Findings;
  readonly #answered = new Map<string, { group?: string; answers: (number | null | undefined)[] }>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const id = row.cell("respondent");
    if (id === "") return new Unreadable("respondent is missing");
    const item = /^(?:q|item|sus|第)?\s*(10|[1-9])(?:题)?$/i.exec(row.cell("item"))?.[1];
    if (item === undefined) return new Unreadable(`item “${shorten(row.cell("item"))}” is not 1 to 10`);
    const answer = parseAnswer(row.cell("answer"));
    if (isUnreadable(answer)) return answer;
    let respondent = this.#answered.get(id);
    if (respondent === undefined) this.#answered.set(id, (respondent = { ...groupOf(row), answers: [] }));
    if (respondent.answers[Number(item) - 1] !== undefined)
      return new Unreadable(`item ${item} of “${shorten(id)}” is answered twice`);
    respondent.answers[Number(item) - 1] = answer;
    return null;
  }

  figures() {
    const answered = [...this.#answered].map(([id, { answers, ...group }]) => ({
      id,
      identified: true,
      ...group,
      answers: items.map((item) => answers[item - 1] ?? null),
    }));
    return susFigures(answered, this.#findings);
  }
}
