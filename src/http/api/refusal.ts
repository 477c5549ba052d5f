import type { AttachOutcome } from "../../application/attach-evidence.ts";
import type { Reason } from "../../domain/words/decision.ts";
import type { Problem } from "../../evidence/refused.ts";
import { reasonText } from "../forms/show.ts";
import { readingProblem } from "../say/reading-problem.ts";
import type { Language } from "../view/languages.ts";
import { ApiProblem } from "./problem.ts";
import { questionsOfDoubts, questionsOfProblems } from "./questions.ts";
import type { ApiError } from "./problem.ts";

/** Reasons that speak of who asks, not of what is asked. */
const personal = new Set(["RoleMissing", "PersonDisabled"]);

/** What an outcome that attached nothing says to a program. */
export function problemOfOutcome(outcome: AttachOutcome, language: Language): ApiProblem {
  switch (outcome.kind) {
    case "unreadable": {
      const errors = outcome.problems.map((problem) => readingError(problem, language));
      return new ApiProblem("unreadable", errors, questionsOfProblems(language, outcome.problems));
    }
    case "doubtful":
      return new ApiProblem("questions", [], questionsOfDoubts(language, outcome.doubts));
    case "rejected": {
      const code = outcome.reasons.some((reason) => personal.has(reason.code)) ? "forbidden" : "refused";
      return new ApiProblem(
        code,
        outcome.reasons.map((reason) => ruleError(reason, language)),
      );
    }
    case "stale":
      return new ApiProblem("refused", [{ code: "RecordMoved", message: language.t("api:moved") }]);
    case "command-reused":
      return new ApiProblem("key-reused");
    case "unknown":
      return new ApiProblem("not-found");
    case "read-only":
      return new ApiProblem("read-only");
    default:
      throw new Error(`An ${outcome.kind} outcome names no piece`);
  }
}

/** In the sentences of the page; of a table's headings the caller may say how they are meant, its rows stay here. */
const readingError = (problem: Problem, language: Language): ApiError => ({
  field: "files",
  ...(problem.file !== undefined && { file: problem.file }),
  ...(problem.row !== undefined && { row: problem.row }),
  code: problem.code,
  message: readingProblem(language, problem, problem.message),
  ...(problem.headings !== undefined && { headings: problem.headings }),
});

const ruleError = (reason: Reason, language: Language): ApiError => ({
  ...(reason.field !== undefined && { field: reason.field }),
  code: reason.code,
  message: reasonText(reason, language),
});
