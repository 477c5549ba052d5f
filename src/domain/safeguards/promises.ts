import { isBefore } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { rowsOf, textOf } from "./answers.ts";

/** A promise to share a data set with another department by a day, and what has become of it. */
export interface Promised {
  readonly index: number;
  readonly set: string;
  readonly department: string;
  readonly by: Day;
  readonly state: "kept" | "kept-late" | "open" | "overdue";
  readonly keptOn: Day | null;
}

/** The promises of a data record as of a day: a promise is overdue once its day is over, whether or not anybody looked. */
export const promisesOf = (answers: SafeguardAnswers, today: Day): readonly Promised[] =>
  rowsOf(answers, "promises").flatMap((row, index) => {
    const [set, department, by] = [textOf(row, "promisedSet"), textOf(row, "promisedTo"), textOf(row, "promisedBy")];
    if (set === null || department === null || by === null) return [];
    const keptOn = row["promiseKept"] === "yes" ? textOf(row, "keptOn") : null;
    const state =
      keptOn === null ? (isBefore(by, today) ? "overdue" : "open") : isBefore(by, keptOn) ? "kept-late" : "kept";
    return [{ index, set, department, by, state, keptOn }];
  });
