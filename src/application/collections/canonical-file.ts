import { csvCell } from "../../domain/words/csv-cell.ts";
import type { Content, StoredAnswer } from "../../authority/collected.ts";
import { stepsOf } from "../../domain/questionnaires/questionnaire.ts";
import type { Attempt, Steplist } from "../../domain/questionnaires/questionnaire.ts";
import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import type { FormatName } from "../../domain/evidence/format-name.ts";
import type { Collection } from "../../domain/technology/state/collections.ts";

/** The answers of a collection as a file that the ordinary reader of its questionnaire reads. */
interface CanonicalFile {
  readonly format: FormatName;
  readonly lines: Iterable<string>;
}

type Cell = string | number | null;

/**
 * One row a respondent (of tasks, an attempt), called by the collection and a number that says nothing of when they came. What the
 * rule leaves out stands in the file with its doubt and a status by which readers of questionnaires leave a row out themselves;
 * so does what is doubtful and kept, without that status.
 *
 * @param tasks their names, in the collection's order
 */
export function canonicalFile(
  kind: EvidenceKind,
  collection: Collection,
  answers: readonly StoredAnswer[],
  tasks: readonly string[],
): CanonicalFile {
  const shape = { collection, answers, tasks };
  switch (kind) {
    case "sus":
      return {
        format: "sus-wide",
        lines: table(
          susHeadings,
          perPerson(shape, (steps) => steps),
        ),
      };
    case "umux-lite":
      return {
        format: "umux-lite-csv",
        lines: table(
          umuxHeadings,
          perPerson(shape, (steps) => steps),
        ),
      };
    case "satisfaction": {
      const { min, max } = stepsOf("satisfaction");
      return {
        format: "satisfaction-csv",
        lines: table(
          ratingHeadings,
          perPerson(shape, (steps) => [...steps, min, max]),
        ),
      };
    }
    case "seq":
      return { format: "seq-csv", lines: table(easeHeadings, easeRows(shape)) };
    case "tasks":
      return { format: "tasks-csv", lines: table(taskHeadings, attemptRows(shape)) };
    default:
      throw new Error(`No questionnaire is measured as ${kind}`);
  }
}

interface Shape {
  readonly collection: Collection;
  readonly answers: readonly StoredAnswer[];
  readonly tasks: readonly string[];
}

const whose = ["respondent", "group", "place", "language", "response status", "doubt"];
const susHeadings = [...whose, ...Array.from({ length: 10 }, (_, at) => `q${at + 1}`)];
const umuxHeadings = [...whose, "capabilities (1-7)", "ease (1-7)"];
const ratingHeadings = [...whose, "rating", "min", "max"];
const easeHeadings = ["participant", ...whose.slice(1), "task", "rating (1-7)"];
const taskHeadings = ["participant", "group", "place", "language", "task", "outcome", "seconds", "helped", "corrected"];

/** How readers of questionnaires know a row that is no answer of anybody. */
const noAnswer = "spam";

function* perPerson(
  { collection, answers }: Shape,
  cells: (steps: Steplist) => readonly Cell[],
): Generator<readonly Cell[]> {
  for (const [at, answer] of answers.entries())
    if (answer.content.kind === "scale") yield [...personCells(collection, answer, at), ...cells(answer.content.steps)];
}

function* easeRows({ collection, answers, tasks }: Shape): Generator<readonly Cell[]> {
  for (const [at, answer] of answers.entries()) {
    const { content } = answer;
    const rated = ratingsOf(content);
    for (const [task, step] of rated.entries())
      if (step !== null) yield [...personCells(collection, answer, at), tasks[task] ?? taskNumber(task), step];
  }
}

/** Of a task sheet, how easy each task was. */
function ratingsOf(content: Content): Steplist {
  if (content.kind === "choice") return [];
  return content.kind === "scale" ? content.steps : content.sheet.map((attempt) => attempt?.ease ?? null);
}

function* attemptRows({ collection, answers, tasks }: Shape): Generator<readonly Cell[]> {
  for (const [at, answer] of answers.entries()) {
    const { content, earlier } = answer;
    if (content.kind !== "tasks") continue;
    const [id = null, group = null, place = null, language = null] = personCells(collection, answer, at);
    const corrected = earlier.map(({ reason }) => reason).join(" / ");
    for (const [task, attempt] of content.sheet.entries())
      if (attempt !== null)
        yield [id, group, place, language, tasks[task] ?? taskNumber(task), ...attemptCells(attempt), corrected];
  }
}

/** A success with help is partly one: the participant alone did not get there. */
const attemptCells = ({ outcome, seconds, helped }: Attempt): readonly Cell[] => [
  outcome === "success" && helped ? "partial" : outcome,
  seconds,
  helped ? "yes" : "no",
];

const personCells = (
  { collection }: Collection,
  { number, group, place, language, doubts, leftOut }: StoredAnswer,
  at: number,
): readonly Cell[] => [
  `${collection}-${String(number ?? at + 1).padStart(5, "0")}`,
  group,
  place,
  language,
  leftOut === null ? "" : noAnswer,
  doubts.join(" "),
];

const taskNumber = (at: number): string => `Task ${at + 1}`;

/** RFC 4180. */
function* table(headings: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield lineOf(headings);
  for (const row of rows) yield lineOf(row);
}

const lineOf = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (cell === null ? "" : csvCell(String(cell)))).join(",")}\r\n`;
