import { rates } from "../../domain/evidence/rates.ts";
import type { Findings, ReadOptions } from "../format.ts";
import { seqLayout } from "../layouts/usability.ts";
import { answersChange, peopleChange, personsChange } from "../people/contact.ts";
import { LeftOut } from "../people/left-out.ts";
import { groupOf, idIn } from "../people/persons.ts";
import { Answering } from "../questionnaire/answering.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { scaleFigures } from "./scale.ts";

/** Single Ease Question, a rating a row (layout "seq-csv"). A task that a participant rates twice counts by the first row. */
export const seqCsv = tableFormat({
  layout: seqLayout,
  version: 6,
  changes: [
    {
      version: 2,
      change:
        "the length of the scale is told by the ratings, the heading or a person instead of taken for seven; further words; sums and rows that stand twice are left out",
    },
    { version: 3, change: peopleChange },
    { version: 4, change: personsChange },
    { version: 5, change: "trials of the survey, as tools mark them, are left out" },
    { version: 6, change: answersChange },
  ],
  streamed: false,
  reading: (options, findings) => new SeqReading(options, findings),
});

interface Rater {
  readonly group?: string;
  /** By task, null where the participant gave no answer. */
  readonly ratings: Map<string, number | null>;
}

class SeqReading implements TableReading {
  readonly #findings: Findings;
  readonly #answering: Answering;
  readonly #leftOut: LeftOut;
  readonly #raters = new Map<string, Rater>();

  constructor(options: ReadOptions, findings: Findings) {
    this.#findings = findings;
    const of = { subject: "ease", before: { min: 1, max: 7 }, columns: ["rating"] } as const;
    this.#answering = new Answering(of, options, findings);
    this.#leftOut = new LeftOut(findings, ["participant", "task"], true);
  }

  look(row: Row): void {
    if (!this.#leftOut.has(row)) this.#answering.look(row);
  }

  row(row: Row): Unreadable | null {
    if (this.#leftOut.has(row)) return noData;
    const id = idIn(row, "participant");
    if (id === "") return new Unreadable("missing", { name: "participant" });
    const task = row.cell("task");
    if (task === "") return new Unreadable("missing", { name: "task" });
    const step = this.#answering.step(row, "rating");
    if (isUnreadable(step)) return step;
    let rater = this.#raters.get(id);
    if (rater === undefined) this.#raters.set(id, (rater = { ...groupOf(row), ratings: new Map() }));
    if (rater.ratings.get(task) === step) {
      this.#leftOut.add(row, "repeated");
      return noData;
    }
    if (rater.ratings.has(task)) return new Unreadable("has-rated-before", { id: shorten(id), task: shorten(task) });
    rater.ratings.set(task, step);
    return null;
  }

  figures() {
    this.#leftOut.tell();
    const people = [...this.#raters].map(([id, { ratings, ...group }]) => {
      const given = [...ratings.values()].filter((rating) => rating !== null).map((rating) => this.#ofSeven(rating));
      const answers = JSON.stringify([...ratings].sort());
      return { id, identified: true, ...group, answers, given };
    });
    const silent = people.filter((person) => person.given.length === 0);
    if (silent.length > 0) {
      this.#findings.warn("item-missing", `${silent.length} participants rated no task and are not counted`);
    }
    const respondents = people.flatMap(({ given, ...person }) =>
      given.length === 0 ? [] : { ...person, score: rates(given).mean },
    );
    const dropped = silent.map(({ id }) => ({ id, reason: "no task is rated" }));
    const figures = scaleFigures(respondents, dropped);
    if (figures === null) return null;
    this.#stretched();
    return { kind: "seq" as const, scale: this.#answering.scale, ...figures, tasks: this.#tasks() };
  }

  /** A rating as one of the seven steps that the question has by itself. */
  #ofSeven(rating: number): number {
    const { min, max } = this.#answering.scale;
    return 1 + ((rating - min) * 6) / (max - min);
  }

  #stretched(): void {
    const { min, max } = this.#answering.scale;
    if (max - min === 6) return;
    const message = `The ratings were given on ${min} to ${max} and are stretched to the seven steps of the question`;
    this.#findings.warn("scale-stretched", message);
  }

  /** In alphabetical order; each over the participants who rated it. */
  #tasks() {
    const byTask = new Map<string, number[]>();
    for (const { ratings } of this.#raters.values()) {
      for (const [task, rating] of ratings) {
        if (rating === null) continue;
        const given = byTask.get(task);
        if (given === undefined) byTask.set(task, [this.#ofSeven(rating)]);
        else given.push(this.#ofSeven(rating));
      }
    }
    return [...byTask].sort(([a], [b]) => (a < b ? -1 : 1)).map(([task, ratings]) => ({ task, ...rates(ratings) }));
  }
}
