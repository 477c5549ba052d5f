import type { Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";
import type { Stage } from "./stage.ts";

export type ImportsEvent = Event<"TechnologyImported", ImportedRow>;

export interface ImportsCommand {
  readonly type: "RecordImport";
  readonly imported: ImportedRow;
}

/** A row of a file that a technology came from, as a plan said it would. */
export interface ImportedRow {
  /** The import, and the digest of the plan that was carried out. */
  readonly import: string;
  readonly plan: string;
  /** As the file counts: the headings are row 1. */
  readonly row: number;
  /** How far the file says it is, which no decision here supports; null: it says nothing, or no more than a proposal. */
  readonly stage: AssertedStage | null;
  /** The file's own word for it. */
  readonly label: TextRef | null;
  /** The import was taken back: stage and label are again those of the file before, or none. */
  readonly takenBack?: true;
}

/** What a file can say of a technology beyond that it was proposed. */
export const assertedStages = [
  "piloting",
  "evaluating",
  "rolling-out",
  "adopted",
  "retired",
] as const satisfies readonly Stage[];
export type AssertedStage = (typeof assertedStages)[number];

export interface ImportsSlice {
  /** The newest import that had a row for it; null where none had. */
  readonly imported: (ImportedRow & { readonly at: Instant; readonly by: PersonId; readonly position: number }) | null;
}

export const noImports: ImportsSlice = { imported: null };
