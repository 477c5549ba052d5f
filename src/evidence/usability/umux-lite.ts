import { umuxLite } from "../../domain/statistics/sus.ts";
import type { Findings, ReadOptions } from "../format.ts";
import { umuxLiteLayout } from "../layouts/usability.ts";
import { answersChange, peopleChange, personsChange } from "../people/contact.ts";
import { QuestionnaireRows } from "../people/questionnaire-rows.ts";
import { tableFormat } from "../table.ts";
import type { Row, TableReading } from "../table-reading.ts";
import type { Unreadable } from "../unreadable.ts";
import { scaleFigures } from "./scale.ts";

/** UMUX-Lite answers, a respondent a row (layout "umux-lite-csv"). A respondent named twice counts by the first row. */
export const umuxLiteCsv = tableFormat({
  layout: umuxLiteLayout,
  version: 5,
  changes: [
    {
      version: 2,
      change:
        "the length of the scale is told by the answers, a heading or a person instead of taken for seven; further words; ids under further headings; sums and trials of the survey are left out",
    },
    { version: 3, change: peopleChange },
    { version: 4, change: personsChange },
    { version: 5, change: answersChange },
  ],
  streamed: false,
  reading: (options, findings) => new UmuxLiteReading(options, findings),
});

class UmuxLiteReading implements TableReading {
  readonly #findings: Findings;
  readonly #rows: QuestionnaireRows;

  constructor(options: ReadOptions, findings: Findings) {
    this.#findings = findings;
    const of = { subject: "agreement", before: { min: 1, max: 7 }, columns: ["capabilities", "ease"] } as const;
    this.#rows = new QuestionnaireRows(of, options, findings);
  }

  look(row: Row): void {
    this.#rows.look(row);
  }

  row(row: Row): Unreadable | null {
    return this.#rows.row(row);
  }

  figures() {
    this.#rows.tell();
    const scored = this.#rows.respondents.map(({ steps: [capabilities = null, ease = null], ...person }) => ({
      ...person,
      score: capabilities === null || ease === null ? null : this.#score(capabilities, ease),
    }));
    const dropped = scored.flatMap(({ id, score }) =>
      score === null ? { id, reason: "an item is not answered" } : [],
    );
    if (dropped.length > 0) {
      const message = `${dropped.length} respondents left an item unanswered and are not counted`;
      this.#findings.warn("item-missing", message);
    }
    const respondents = scored.flatMap(({ score, ...person }) => (score === null ? [] : { ...person, score }));
    const figures = scaleFigures(respondents, dropped);
    return figures === null ? null : { kind: "umux-lite" as const, scale: this.#rows.scale, ...figures };
  }

  #score(capabilities: number, ease: number): number {
    const { min, max } = this.#rows.scale;
    return umuxLite([capabilities - min + 1, ease - min + 1], max - min + 1);
  }
}
