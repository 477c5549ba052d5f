import type { Database } from "better-sqlite3";
import { stages } from "../../domain/technology/state/stage.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { cursorOf, readCursor } from "./cursor.ts";
import type { StoredRow } from "./table.ts";
import { allDepartments, dueWithin } from "./writer.ts";

/** How many technologies stand where, of a department or of all. */
export interface Whereabouts {
  readonly places: readonly { readonly stage: Stage; readonly tier: Tier; readonly amount: number }[];
  /** Of those, whose next date is past. */
  readonly late: readonly { readonly stage: Stage; readonly amount: number }[];
}

/** Read from the counters: nothing is walked. @returns a function of a department, null for all, and the day it is */
export function whereaboutsReader(db: Database): (department: string | null, today: Day) => Whereabouts {
  const counted = db.prepare<[string, string], { name: string; amount: number }>(
    "SELECT name, amount FROM counters WHERE name >= ? AND name < ? AND amount > 0",
  );
  const due = db.prepare<[number, string, string], { stage: Stage; amount: number }>(
    `SELECT substr(name, ?) AS stage, sum(amount) AS amount FROM counters
     WHERE name >= ? AND name < ? GROUP BY 1 HAVING sum(amount) > 0`,
  );
  return (department, today) => {
    const of = department ?? allDepartments;
    const start = `at:${of}:`;
    const first = dueWithin(of, "0000-00-00");
    return {
      places: counted.all(start, `at:${of};`).map(({ name, amount }) => {
        const [stage, tier] = name.slice(start.length).split(":");
        return { stage: stage as Stage, tier: tier as Tier, amount };
      }),
      late: due.all(first.length + 1, first, dueWithin(of, today)),
    };
  };
}

/** A page of technologies of a tier, by stage and by when they were proposed. */
export interface TierQuery {
  readonly department: string | null;
  readonly tier: Tier;
  /** Null: in all of them. */
  readonly stage: Stage | null;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface TierPage {
  readonly rows: readonly (Pick<StoredRow, "slug" | "name" | "department" | "proposedAt"> & {
    readonly stage: Stage;
  })[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export function tierReader(db: Database): (query: TierQuery) => TierPage {
  type Row = TierPage["rows"][number] & { readonly key: number; readonly stageRank: number };
  const select = (index: string, within: string) =>
    db.prepare<[object], Row>(
      `SELECT key, slug, name, department, stage, stageRank, proposedAt FROM technologies INDEXED BY ${index}
       WHERE ${within} tier = @tier AND stageRank >= @first AND stageRank <= @last AND (stageRank, key) > (@rank, @key)
       ORDER BY stageRank, key LIMIT @most`,
    );
  const ofAll = select("technologies_tier", "");
  const ofDepartment = select("technologies_department_tier", "department = @department AND");
  return ({ department, tier, stage, after, limit }) => {
    const [first, last] = stage === null ? [0, stages.length] : [stages.indexOf(stage), stages.indexOf(stage)];
    const [rank, key] = readCursor(after) ?? [-1, 0];
    const statement = department === null ? ofAll : ofDepartment;
    const read = statement.all({ department, tier, first, last, rank, key, most: limit + 1 });
    const rows = read.slice(0, limit);
    const end = read.length > limit ? rows.at(-1) : undefined;
    return { rows, next: end === undefined ? null : cursorOf([end.stageRank, end.key]) };
  };
}
