import Sqlite from "better-sqlite3";
import { decodeLeaf } from "./codec.ts";
import type { Leaf } from "./codec.ts";
import { pointerOf } from "./withheld.ts";

/** An entry that is not what its type says. */
export interface Malformed {
  readonly position: number;
  readonly message: string;
}

/** What knows the meaning of entries says of one; null where nothing is wrong with it. */
export type EntryCheck = (entry: Leaf) => string | null;

/** Entries of a database of foreign origin that a check refuses, in their order. Withheld ones have nothing to be checked. */
export function malformedIn(file: string, check: EntryCheck): readonly Malformed[] {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const rows = db.prepare<[], [number, Buffer]>("SELECT position, bytes FROM leaf ORDER BY position").raw();
    const malformed: Malformed[] = [];
    for (const [position, bytes] of rows.iterate()) {
      const message = pointerOf(bytes) === null ? troubleIn(bytes, check) : null;
      if (message !== null) malformed.push({ position, message });
    }
    return malformed;
  } finally {
    db.close();
  }
}

function troubleIn(bytes: Buffer, check: EntryCheck): string | null {
  try {
    return check(decodeLeaf(bytes));
  } catch {
    return "it is no entry";
  }
}
