import type { Database } from "better-sqlite3";
import { indexed } from "./search-words.ts";
import type { StoredRow } from "./row.ts";

export interface TechnologiesTable {
  write(row: StoredRow, words: SearchedWords): void;
}

/** Free text that search finds; null where it was erased. */
export interface SearchedWords {
  readonly summary: string | null;
  readonly need: string | null;
}

const columns = [
  "key",
  "id",
  "slug",
  "name",
  "nameSort",
  "department",
  "tier",
  "stage",
  "stageRank",
  "held",
  "proposer",
  "sponsor",
  "gate",
  "gateWaits",
  "conditions",
  "dateSort",
  "detail",
  "proposedAt",
  "updatedAt",
  "version",
  "position",
  "summary",
  "need",
  "recheckOn",
] as const satisfies readonly (keyof StoredRow)[];

type Counted = Pick<StoredRow, "stage" | "held" | "gate" | "gateWaits">;
type Searched = Pick<StoredRow, "name" | "summary" | "need" | "department">;

/** The rows of the portfolio, with their counters and the search index, always changed together. */
export function technologiesTable(db: Database): TechnologiesTable {
  const find = db.prepare<[number], Counted & Searched>(
    "SELECT stage, held, gate, gateWaits, name, summary, need, department FROM technologies WHERE key = ?",
  );
  const put = db.prepare<StoredRow>(
    `INSERT INTO technologies (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})
     ON CONFLICT (key) DO UPDATE SET ${columns
       .slice(1)
       .map((name) => `${name} = excluded.${name}`)
       .join(", ")}`,
  );
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

  return {
    write: (row, { summary, need }) => {
      const before = find.get(row.key);
      recount(before, row);
      put.run(row);
      if (before !== undefined && sameWords(before, row) && summary !== null && need !== null) return;
      if (before !== undefined) unindex.run(row.key);
      index.run(row.key, indexed(row.name), indexed(summary ?? ""), indexed(need ?? ""), indexed(row.department));
    },
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
