import type { CriteriaAudited } from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";
import { wcag } from "../layouts/accessibility.ts";
import { LeftOut } from "../people/left-out.ts";
import { unknownWord } from "../questions.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { Pages, type Impact } from "./pages.ts";
import { levelOf, unmentioned } from "./success-criteria.ts";
import { impactNamed, numberOf, resultOf, results, type Result } from "./wcag-words.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { criterion, impact as impacts } from "../vocabulary.ts";

/**
 * A manual audit against WCAG (layout "wcag-csv"). `criteria` counts each success criterion once over all pages, by its
 * worst result: failed, not tested, passed, not applicable.
 */
export const wcagCsv = tableFormat({
  layout: wcag,
  version: 3,
  changes: [
    { version: 2, change: "further ways of writing a time; a day begins with its first minute" },
    { version: 3, change: "further words of results and impacts; any other is asked about; sums are left out" },
  ],
  streamed: false,
  reading: (_options, findings) => new ChecklistReading(findings),
});

interface Answer {
  readonly page: string;
  readonly number: string;
  result: Result;
  impact: Impact;
}

class ChecklistReading implements TableReading {
  readonly #findings: Findings;
  readonly #pages: Pages;
  readonly #leftOut: LeftOut;
  readonly #answers = new Map<string, Answer>();
  #contradictions = 0;
  #from = Infinity;
  #to = -Infinity;

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#pages = new Pages(findings.limits);
    this.#leftOut = new LeftOut(findings, ["page"], false);
  }

  row(row: Row): Unreadable | null {
    if (this.#leftOut.has(row)) return noData;
    const page = row.cell("page");
    if (page === "") return new Unreadable("missing", { name: "page" });
    const number = numberOf(row.cell("criterion"));
    const level = number === null ? undefined : levelOf(number);
    if (number === null || level === undefined) {
      return new Unreadable("criterion-is-no-success-criterion-of-wcag", { text: shorten(row.cell("criterion")) });
    }
    const writtenLevel = row.cell("level").toUpperCase();
    if (writtenLevel !== "" && writtenLevel !== level)
      return new Unreadable("is-of-level-not", { number, level, writtenLevel: shorten(writtenLevel) });
    const { questions } = this.#findings;
    const result = resultOf(row.cell("result"));
    if (result === null) return unknownWord(questions, row, "result", criterion);
    const impact = impactNamed(row.cell("impact"));
    if (impact === null) return unknownWord(questions, row, "impact", impacts);
    const date = row.cell("date") === "" ? null : row.time("date");
    if (isUnreadable(date)) return date.at("date");
    if (date !== null) this.#span(date);
    this.#answer({ page, number, result, impact });
    return null;
  }

  figures() {
    if (this.#answers.size === 0) return null;
    this.#leftOut.tell();
    for (const { page, number, result, impact } of this.#answers.values()) {
      this.#pages.page(page);
      if (result === "failed") this.#pages.failed(page, number, impact);
      if (result === "notTested") this.#pages.toReview(page, number);
    }
    this.#warn();
    const period =
      this.#to < this.#from ? {} : { from: new Date(this.#from).toISOString(), to: new Date(this.#to).toISOString() };
    return { ...this.#pages.figures(), ...period, criteria: this.#criteria() };
  }

  #answer(answer: Answer): void {
    const key = JSON.stringify([answer.page, answer.number]);
    const known = this.#answers.get(key);
    if (known !== undefined && known.result !== answer.result) this.#contradictions += 1;
    if (known === undefined || worse(answer.result, known.result)) this.#answers.set(key, answer);
    else if (answer.result === "failed") this.#answers.set(key, { ...known, impact: this.#worst(known, answer) });
  }

  #worst(a: Answer, b: Answer): Impact {
    const order: readonly Impact[] = ["critical", "serious", "moderate", "minor"];
    return order.find((impact) => impact === a.impact || impact === b.impact) ?? "serious";
  }

  #criteria(): CriteriaAudited {
    const byNumber = new Map<string, Result>();
    for (const { number, result } of this.#answers.values()) {
      const known = byNumber.get(number);
      if (known === undefined || worse(result, known)) byNumber.set(number, result);
    }
    const counts = { passed: 0, failed: 0, notApplicable: 0, notTested: 0 };
    for (const result of byNumber.values()) counts[result] += 1;
    return counts;
  }

  #warn(): void {
    if (this.#contradictions > 0) {
      const message = `${this.#contradictions} rows contradict another on the same page and criterion: the worst result counts`;
      this.#findings.warn("contradicting-rows", message);
    }
    const { wcag, missing } = unmentioned(new Set([...this.#answers.values()].map(({ number }) => number)));
    if (missing.length === 0) return;
    const message = `The checklist says nothing of ${missing.length} criteria of WCAG ${wcag} at levels A and AA: ${missing.join(", ")}`;
    this.#findings.warn("criteria-unmentioned", message);
  }

  #span(date: number): void {
    this.#from = Math.min(this.#from, date);
    this.#to = Math.max(this.#to, date);
  }
}

function worse(a: Result, b: Result): boolean {
  return results.indexOf(a) > results.indexOf(b);
}
