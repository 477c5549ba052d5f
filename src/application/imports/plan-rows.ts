import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ImportPlan, ImportRow } from "../../authority/imports.ts";
import type { Disposition } from "../../domain/imports/plan.ts";
import type { Services } from "../services.ts";

const inTurn = 100;

/** The rows of a plan in the order of the file, those of one disposition where it is given; others are answered in between. */
export async function* rowsOf({ imports }: Services, id: string, does?: Disposition): AsyncGenerator<ImportRow> {
  for (let after = -1; ;) {
    const rows = await imports.rows(id, { after, limit: inTurn, ...(does !== undefined && { does }) });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < inTurn) return;
    after = last.row;
    await setImmediate();
  }
}

/** What carrying a row out can enter, and what taking it back can. */
export const rowSteps = ["propose", "revise", "record", "department", "person"] as const;
export const undoSteps = ["undo", "unrevise", "unrecord"] as const;
export type RowStep = (typeof rowSteps)[number] | (typeof undoSteps)[number];

/** The same step of the same row of the same plan gives the same command. */
export const commandOf = ({ digest }: ImportPlan, row: number, step: RowStep): string =>
  createHash("sha256").update(`import ${digest} ${row} ${step}`).digest("hex");
