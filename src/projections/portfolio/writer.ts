import type { Database } from "better-sqlite3";
import { putInto } from "../read-model.ts";
import type { SearchedWords, Writer } from "../read-model.ts";
import { toStored } from "./row.ts";
import { indexed } from "./search-words.ts";
import { technologies } from "./table.ts";
import type { StoredRow } from "./table.ts";

type Counted = Pick<StoredRow, "stage" | "held" | "gate" | "gateWaits">;
type Searched = Pick<StoredRow, "name" | "summary" | "need" | "department">;

export function portfolioWriter(db: Database): Writer {
  const write = portfolioRows(db);
  const unplanned = db.prepare("UPDATE technologies SET recheckOn = '' WHERE stage IN ('proposed', 'piloting')");
  return {
    // Those without a plan go by the newest policy: their conditions may be others now.
    policy: () => void unplanned.run(),
    technology: (written) => write(toStored(written), written.words),
  };
}

/** Writes rows with their counters and the search index, always changed together. */
export function portfolioRows(db: Database): (row: StoredRow, words: SearchedWords) => void {
  const find = db.prepare<[number], Counted & Searched>(
    "SELECT stage, held, gate, gateWaits, name, summary, need, department FROM technologies WHERE key = ?",
  );
  const put = db.prepare<StoredRow>(putInto(technologies));
  const count = db.prepare<[string, number]>(
    "INSERT INTO counters VALUES (?, ?) ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
  );
  const unindex = db.prepare<[number]>("DELETE FROM search WHERE rowid = ?");
  const index = db.prepare<[number, string, string, string, string]>(
    "INSERT INTO search (rowid, name, summary, need, department) VALUES (?, ?, ?, ?, ?)",
  );

  function recount(before: Counted | undefined, after: Counted): void {
    const gone = before === undefined ? [] : counted(before);
    const come = counted(after);
    for (const name of gone) if (!come.includes(name)) count.run(name, -1);
    for (const name of come) if (!gone.includes(name)) count.run(name, 1);
  }

  return (row, { summary, need }) => {
    const before = find.get(row.key);
    recount(before, row);
    put.run(row);
    if (before !== undefined && sameWords(before, row) && summary !== null && need !== null) return;
    if (before !== undefined) unindex.run(row.key);
    index.run(row.key, indexed(row.name), indexed(summary ?? ""), indexed(need ?? ""), indexed(row.department));
  };
}

/** Names of the counters a technology counts in. */
function counted({ stage, held, gate, gateWaits }: Counted): string[] {
  return [
    "total",
    `stage:${stage}`,
    ...(held === 1 ? ["held"] : []),
    ...(gateWaits === 1 && gate !== null ? [`gate:${gate}`, `waiting:${stage}`] : []),
  ];
}

const sameWords = (a: Searched, b: Searched): boolean =>
  a.name === b.name && a.summary === b.summary && a.need === b.need && a.department === b.department;
