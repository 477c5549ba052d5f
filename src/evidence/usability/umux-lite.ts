import type { ScaleRespondent } from "../../domain/evidence/measurement.ts";
import { umuxLite } from "../../domain/statistics/sus.ts";
import type { Findings } from "../format.ts";
import { umuxLiteLayout } from "../layouts/usability.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { parseSevenStepAnswer } from "./likert.ts";
import { personOf, scaleFigures } from "./scale.ts";
import { isUnreadable, type Unreadable } from "../unreadable.ts";

/** UMUX-Lite answers, a respondent a row (layout "umux-lite-csv"). A respondent named twice counts by the first row. */
export const umuxLiteCsv = tableFormat({
  layout: umuxLiteLayout,
  version: 1,
  streamed: false,
  reading: (_options, findings) => new UmuxLiteReading(findings),
});

class UmuxLiteReading implements TableReading {
  readonly #findings: Findings;
  readonly #respondents: ScaleRespondent[] = [];
  readonly #dropped: { readonly id: string; readonly reason: string }[] = [];
  readonly #ids = new Set<string>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const person = personOf(row, this.#ids);
    if (isUnreadable(person)) return person;
    const capabilities = parseSevenStepAnswer(row.cell("capabilities"));
    if (isUnreadable(capabilities)) return capabilities.at("capabilities");
    const ease = parseSevenStepAnswer(row.cell("ease"));
    if (isUnreadable(ease)) return ease.at("ease");
    this.#ids.add(person.id);
    if (capabilities !== null && ease !== null) {
      this.#respondents.push({ ...person, score: umuxLite([capabilities, ease], 7) });
    } else {
      this.#dropped.push({ id: person.id, reason: "an item is not answered" });
    }
    return null;
  }

  figures() {
    const dropped = this.#dropped;
    if (dropped.length > 0) {
      const message = `${dropped.length} respondents left an item unanswered and are not counted`;
      this.#findings.warn("item-missing", message);
    }
    const figures = scaleFigures(this.#respondents, dropped);
    return figures === null ? null : { kind: "umux-lite" as const, ...figures };
  }
}
