import type { RowReason } from "../domain/evidence/measurement.ts";
import type { Question } from "./question.ts";

export interface Problem {
  /** Absent where the problem is the piece's as a whole. */
  readonly file?: string;
  /** 1 = first line of the file. */
  readonly row?: number;
  /** Stable key, kebab-case. */
  readonly code: string;
  readonly message: string;
  /** The numbers and names of the message, for sentences in other languages. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Why the row that it names cannot be used. */
  readonly why?: RowReason;
  /** A table's headings, where a mapping of them would let it be read. */
  readonly headings?: readonly string[];
  /** The first rows below these headings, to help the person who maps them: possibly personal, for that page only, never for a log. */
  readonly sample?: readonly (readonly string[])[];
  /** What a person may answer in the mapping, so that the file is read. */
  readonly questions?: readonly Question[];
}

/** A refusal on its way out of a reader; readEvidence turns it into an outcome, nobody else sees it. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
