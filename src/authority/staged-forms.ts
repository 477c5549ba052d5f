import type { PersonId } from "../domain/words/text.ts";

/** A received file of a form: its name in the folder of received files, and what its person called it, for messages only. */
export interface StagedName {
  readonly stored: string;
  readonly name: string;
  readonly bytes: number;
}

/** A table whose headings no reader knew: what the form that asks about it shows. */
export interface TableSeen {
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** Which files belong to a form that was refused. The files themselves lie in a folder. */
export interface StagedForm {
  readonly id: string;
  readonly files: readonly StagedName[];
  readonly table: TableSeen | null;
}

export type StagedOwner = { readonly person: PersonId; readonly technology: string };

/** Kept for a day, so that nobody has to choose and send the files of a refused form again. */
export interface StagedForms {
  add(owner: StagedOwner, files: readonly StagedName[]): Promise<string>;
  /** Its owner's only; null where it is somebody else's or a day old. */
  find(owner: StagedOwner, id: string): Promise<StagedForm | null>;
  sawTable(id: string, table: TableSeen): Promise<void>;
  drop(id: string): Promise<void>;
  /** A day old, whoever they belong to. */
  old(): Promise<readonly StagedForm[]>;
  /** Beyond those that a person may have under way at a time, oldest last. */
  surplus(person: PersonId): Promise<readonly StagedForm[]>;
}

/** Forms a person has under way at a time; the oldest makes room. */
export const mostStaged = 5;
