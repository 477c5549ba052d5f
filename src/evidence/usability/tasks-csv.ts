import type { Findings, ReadOptions } from "../format.ts";
import { plainHeading } from "../heading-rows.ts";
import { asksSuccess, tasks } from "../layouts/usability.ts";
import { answersChange, peopleChange, personsChange } from "../people/contact.ts";
import { LeftOut } from "../people/left-out.ts";
import { idIn } from "../people/persons.ts";
import { unknownWord } from "../questions.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { taskFigures, type Attempt, type Outcome } from "./attempts.ts";
import { outcome as outcomes } from "../vocabulary.ts";
import { truthOf } from "../truth.ts";
import { parseOutcome } from "./outcome.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/** Attempts at tasks (layout "tasks-csv"). The row's limit goes before the one of the options. */
export const tasksCsv = tableFormat({
  layout: tasks,
  version: 6,
  changes: [
    { version: 2, change: "further encodings; a heading that stands twice refuses the file" },
    {
      version: 3,
      change:
        "decimal commas; participants under further headings; sums are left out, empty cells that a spreadsheet left out at the end of a row are empty, and groups that differ in case or width alone are one",
    },
    { version: 4, change: `${peopleChange}; tasks that differ in case or width alone are one` },
    { version: 5, change: personsChange },
    { version: 6, change: `${answersChange}; yes and no under a heading that asks for success` },
  ],
  streamed: false,
  reading: (options, findings) => new TasksReading(options, findings),
});

class TasksReading implements TableReading {
  readonly #options: ReadOptions;
  readonly #findings: Findings;
  readonly #leftOut: LeftOut;
  readonly #attempts: Attempt[] = [];

  constructor(options: ReadOptions, findings: Findings) {
    this.#options = options;
    this.#findings = findings;
    this.#leftOut = new LeftOut(findings, ["participant", "task"], false);
  }

  row(row: Row): Unreadable | null {
    if (this.#leftOut.has(row)) return noData;
    const participant = idIn(row, "participant");
    if (participant === "") return new Unreadable("missing", { name: "participant" });
    const task = row.cell("task");
    if (task === "") return new Unreadable("missing", { name: "task" });
    const outcome = outcomeIn(row);
    if (isUnreadable(outcome)) return unknownWord(this.#findings.questions, row, "outcome", outcomes);
    const seconds = optional(row, "seconds");
    if (isUnreadable(seconds)) return seconds;
    const limit = optional(row, "limit");
    if (isUnreadable(limit)) return limit;
    const limitSeconds = limit ?? this.#options.taskLimitSeconds;
    const group = row.cell("group");
    this.#attempts.push({
      participant,
      identified: true,
      task,
      outcome,
      ...(group === "" ? {} : { group }),
      ...(seconds === undefined ? {} : { seconds }),
      ...(limitSeconds === undefined ? {} : { limitSeconds }),
    });
    return null;
  }

  figures() {
    this.#leftOut.tell();
    return taskFigures(this.#attempts);
  }
}

const successHeadings = new Set(asksSuccess.map(plainHeading));

/** "Yes" is a success where the heading asks for one, and nothing elsewhere. */
function outcomeIn(row: Row): Outcome | Unreadable {
  const text = row.cell("outcome");
  const outcome = parseOutcome(text);
  if (!isUnreadable(outcome) || !successHeadings.has(plainHeading(row.heading("outcome")))) return outcome;
  const succeeded = ticks.get(text) ?? truthOf(text);
  return succeeded === null ? outcome : succeeded ? "success" : "failure";
}

const ticks = new Map([
  ...["✓", "✔", "✔\u{FE0E}", "√", "☑", "✅"].map((tick) => [tick, true] as const),
  ...["✗", "✘", "×", "☒", "❌", "x", "X"].map((tick) => [tick, false] as const),
]);

function optional(row: Row, column: string): number | Unreadable | undefined {
  if (row.cell(column) === "") return undefined;
  const value = row.number(column);
  return value === 0 ? new Unreadable("not-above-0", { name: column }) : value;
}
