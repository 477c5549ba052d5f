import { rates } from "../../domain/evidence/rates.ts";
import type { Findings } from "../format.ts";
import { seqLayout } from "../layouts/usability.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { shorten } from "../time.ts";
import { parseEase } from "./likert.ts";
import { groupOf, scaleFigures } from "./scale.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/** Single Ease Question, a rating a row (layout "seq-csv"). A task that a participant rates twice counts by the first row. */
export const seqCsv = tableFormat({
  layout: seqLayout,
  version: 1,
  streamed: false,
  reading: (_options, findings) => new SeqReading(findings),
});

interface Rater {
  readonly group?: string;
  /** By task, null where the participant gave no answer. */
  readonly ratings: Map<string, number | null>;
}

class SeqReading implements TableReading {
  readonly #findings: Findings;
  readonly #raters = new Map<string, Rater>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const id = row.cell("participant");
    if (id === "") return new Unreadable("participant is missing");
    const task = row.cell("task");
    if (task === "") return new Unreadable("task is missing");
    const rating = parseEase(row.cell("rating"));
    if (isUnreadable(rating)) return rating;
    let rater = this.#raters.get(id);
    if (rater === undefined) this.#raters.set(id, (rater = { ...groupOf(row), ratings: new Map() }));
    if (rater.ratings.has(task)) return new Unreadable(`“${shorten(id)}” has rated “${shorten(task)}” before`);
    rater.ratings.set(task, rating);
    return null;
  }

  figures() {
    const people = [...this.#raters].map(([id, { ratings, ...group }]) => {
      const given = [...ratings.values()].filter((rating) => rating !== null);
      return { id, identified: true, ...group, given };
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
    return figures === null ? null : { kind: "seq" as const, ...figures, tasks: this.#tasks() };
  }

  /** In alphabetical order; each over the participants who rated it. */
  #tasks() {
    const byTask = new Map<string, number[]>();
    for (const { ratings } of this.#raters.values()) {
      for (const [task, rating] of ratings) {
        if (rating === null) continue;
        const given = byTask.get(task);
        if (given === undefined) byTask.set(task, [rating]);
        else given.push(rating);
      }
    }
    return [...byTask].sort(([a], [b]) => (a < b ? -1 : 1)).map(([task, ratings]) => ({ task, ...rates(ratings) }));
  }
}
