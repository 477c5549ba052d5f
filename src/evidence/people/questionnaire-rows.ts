import type { Findings, ReadOptions } from "../format.ts";
import { Answering, type Questionnaire } from "../questionnaire/answering.ts";
import { noData, type Row } from "../table-reading.ts";
import { isUnreadable, type Unreadable } from "../unreadable.ts";
import { LeftOut } from "./left-out.ts";
import { Persons, type Person } from "./persons.ts";
import { TrailingSums } from "./trailing-sums.ts";

export interface Respondent extends Person {
  readonly steps: readonly (number | null)[];
}

/** The respondents of a questionnaire, one a row: who they are, and their answers on the scale that all of them tell. */
export class QuestionnaireRows {
  readonly respondents: Respondent[] = [];
  readonly #columns: readonly string[];
  readonly #answering: Answering;
  readonly #leftOut: LeftOut;
  readonly #persons: Persons;
  readonly #sums: TrailingSums;
  #allSeen = false;

  constructor(of: Questionnaire, options: ReadOptions, findings: Findings) {
    this.#columns = of.columns;
    this.#answering = new Answering(of, options, findings);
    this.#leftOut = new LeftOut(findings, ["respondent", "group"], true);
    this.#persons = new Persons(this.#leftOut);
    this.#sums = new TrailingSums(of.columns, this.#leftOut);
  }

  get scale() {
    return this.#answering.scale;
  }

  look(row: Row): void {
    if (this.#leftOut.has(row)) return;
    this.#sums.hold(row, (held) => {
      this.#answering.look(held);
    });
  }

  row(row: Row): Unreadable | null {
    if (!this.#allSeen) {
      this.#sums.release((held) => {
        this.#answering.look(held);
      });
      this.#allSeen = true;
    }
    if (this.#leftOut.has(row)) return noData;
    const steps: (number | null)[] = [];
    for (const column of this.#columns) {
      const step = this.#answering.step(row, column);
      if (isUnreadable(step)) return step.at(column);
      steps.push(step);
    }
    const person = this.#persons.take(row, "respondent", JSON.stringify(steps));
    if (isUnreadable(person)) return person;
    this.respondents.push({ ...person, steps });
    return null;
  }

  /** Once all rows were used. */
  tell(): void {
    this.#leftOut.tell();
  }
}
