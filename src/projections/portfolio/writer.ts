import type { Database } from "better-sqlite3";
import type { Day } from "../../domain/words/text.ts";
import type { SearchedWords, Writer } from "../read-model.ts";
import { faceOf } from "./face.ts";
import { toStored, undated } from "./row.ts";
import { indexed } from "./search-words.ts";
import { wordsChanged } from "./search-version.ts";
import { changesOnly } from "../changes-only.ts";
import { technologies } from "./table.ts";
import type { StoredRow, UnfacedRow } from "./table.ts";
import { stages } from "../../domain/technology/state/stage.ts";

type Counted = Pick<StoredRow, "stage" | "held" | "gate" | "gateWaits" | "dateSort" | "department" | "tier">;
type Searched = Pick<StoredRow, "name" | "summary" | "need" | "department">;

export function portfolioWriter(db: Database): Writer {
  const write = portfolioRows(db);
  const early = ["proposed", "piloting"] as const;
  const ranks = early.map((stage) => stages.indexOf(stage)).join(", ");
  const unplanned = db.prepare(`UPDATE technologies SET recheckOn = '' WHERE stageRank IN (${ranks})`);
  return {
    // Those without a plan go by the newest policy: their conditions may be others now.
    policy: () => void unplanned.run(),
    technology: (written) => write(toStored(written), written.words),
  };
}

/** Writes rows with their counters and the search index, always changed together. */
export function portfolioRows(db: Database): (row: UnfacedRow, words: SearchedWords) => void {
  const find = db.prepare<[number], StoredRow>("SELECT * FROM technologies WHERE key = ?");
  const put = changesOnly<StoredRow>(db, technologies);
  const count = db.prepare<[string, number]>(
    "INSERT INTO counters VALUES (?, ?) ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
  );
  const forget = db.prepare<[string]>("DELETE FROM counters WHERE name = ? AND amount = 0");
  const unindex = db.prepare<[number]>("DELETE FROM search WHERE rowid = ?");
  const index = db.prepare<[number, string, string, string, string]>(
    "INSERT INTO search (rowid, name, summary, need, department) VALUES (?, ?, ?, ?, ?)",
  );

  function recount(before: Counted | undefined, after: Counted): void {
    const gone = before === undefined ? [] : counted(before);
    const come = counted(after);
    for (const name of gone) {
      if (come.includes(name)) continue;
      count.run(name, -1);
      // Days go by: nobody is to be counted by those of years ago.
      forget.run(name);
    }
    for (const name of come) if (!gone.includes(name)) count.run(name, 1);
  }

  return (row, { summary, need }) => {
    const before = find.get(row.key);
    recount(before, row);
    put(before, { ...row, face: faceOf(row) });
    if (before !== undefined && sameWords(before, row) && summary !== null && need !== null) return;
    wordsChanged(db);
    if (before !== undefined) unindex.run(row.key);
    index.run(row.key, indexed(row.name), indexed(summary ?? ""), indexed(need ?? ""), indexed(row.department));
  };
}

/** Names of the counters a technology counts in. */
function counted({ stage, held, gate, gateWaits, dateSort, department, tier }: Counted): string[] {
  const halt: Halt | null = held === 1 ? "held" : gateWaits === 1 && gate !== null ? "waiting" : null;
  const dated = dateSort < undated;
  return [
    "total",
    ...[allDepartments, department].flatMap((of) => [
      placeOf(of, stage, tier),
      ...(dated ? [dueWithin(of, dateSort, stage)] : []),
    ]),
    ...(dated ? [dueOn("due", dateSort, stage)] : []),
    `stage:${stage}`,
    ...(held === 1 ? ["held"] : []),
    ...(gateWaits === 1 && gate !== null ? [`gate:${gate}`] : []),
    ...(halt === null ? [] : [`${halt}:${stage}`]),
    ...(halt !== null && dated ? [dueOn(`due-${halt}`, dateSort, stage)] : []),
  ];
}

/** Why a technology stands still: on a page it is one mark, and being late outranks both. */
type Halt = "held" | "waiting";

/** In place of a department: all of them together. */
export const allDepartments = "*";

/** Before "due" among the names, so that whoever reads the pipeline reads none of these. */
const placeOf = (department: string, stage = "", tier = ""): string => `at:${department}:${stage}:${tier}`;

/** By the day before which it was due. */
export const dueWithin = (department: string, day: Day, stage = ""): string => `by:${department}:${day}:${stage}`;

/** By day and stage: what is late is the sum of the days before. */
export const dueOn = (of: "due" | `due-${Halt}`, day: Day, stage = ""): string => `${of}:${day}:${stage}`;

const sameWords = (a: Searched, b: Searched): boolean =>
  a.name === b.name && a.summary === b.summary && a.need === b.need && a.department === b.department;
