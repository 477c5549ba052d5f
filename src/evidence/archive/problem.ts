import type { Question } from "../question.ts";
import type { Problem } from "../refused.ts";
import type { Unreadable } from "../unreadable.ts";

/** An archive or a workbook that is not read, with what a person may answer so that it is. */
export const archiveProblem = (file: string, reason: Unreadable, questions: readonly Question[] = []): Problem => ({
  file,
  code: "archive",
  message: `${file} is ${reason.reason}`,
  why: reason.why,
  ...(questions.length > 0 && { questions }),
});
