import type { Findings } from "../format.ts";
import type { Row } from "../table-reading.ts";
import { isSum, mayBeSum } from "./summary-words.ts";
import { noAnswerIn, type NoAnswer } from "./survey-status.ts";

type Reason = NoAnswer | "sum" | "repeated" | "again";

const sentences: Readonly<Record<Reason, (rows: string) => string>> = {
  preview: (rows) => `${rows} left out: a trial of the survey (preview, test or spam)`,
  unfinished: (rows) => `${rows} left out: the survey was not finished`,
  sum: (rows) => `${rows} left out: sums, means or the like of the other rows`,
  repeated: (rows) => `${rows} left out: the same person with the very same answers once more`,
  again: (rows) => `${rows} left out: people who had rated before, whose first rating counts`,
};

/** The rows of a table of people that are nobody's answer: they are no data, and it is said how many there are. */
export class LeftOut {
  readonly #findings: Findings;
  readonly #labels: readonly string[];
  readonly #ofSurvey: boolean;
  readonly #rows = new Map<string, Reason>();
  /** Files in which a row is surely a sum. */
  readonly #summed = new Set<string>();

  /**
   * @param labels columns of the layout in which a sum is called so, besides the first cell of its row
   * @param ofSurvey true where a row is what a survey tool writes of one respondent
   */
  constructor(findings: Findings, labels: readonly string[], ofSurvey: boolean) {
    this.#findings = findings;
    this.#labels = labels;
    this.#ofSurvey = ofSurvey;
  }

  has(row: Row): boolean {
    if (this.#rows.has(row.place)) return true;
    const reason = (this.#ofSurvey ? noAnswerIn(row) : null) ?? (this.#isSum(row) ? "sum" : null);
    if (reason === null) return false;
    this.add(row, reason);
    return true;
  }

  add(row: Row, reason: Reason): void {
    this.#rows.set(row.place, reason);
    if (reason === "sum") this.#summed.add(row.file);
  }

  /** True where a row beside it is surely a sum, so that "n" and "max" are. */
  #isSum(row: Row): boolean {
    const labels = [...this.#labels.map((column) => row.cell(column)), row.first()];
    return labels.some((label) => isSum(label) || (this.#summed.has(row.file) && mayBeSum(label)));
  }

  /** Once all rows were used. */
  tell(): void {
    for (const reason of ["preview", "unfinished", "sum", "repeated", "again"] as const) {
      const count = [...this.#rows.values()].filter((given) => given === reason).length;
      const rows = count === 1 ? "1 row is" : `${count} rows are`;
      if (count > 0) this.#findings.warn(`rows-${reason}`, sentences[reason](rows));
    }
  }
}
