import type { Request, Response } from "express";
import { negotiateLocale } from "../view/locale.ts";
import type { Language } from "../view/languages.ts";
import type { ApiQuestion } from "./questions.ts";
import { referenceUri } from "../middleware/request-log.ts";

/** One thing that is wrong: which field, in which file and row, by a stable code and in words. */
export type ApiError = {
  readonly field?: string;
  readonly file?: string;
  readonly row?: number;
  readonly code: string;
  readonly message: string;
  /** Of a table nobody knows: what a mapping can name. */
  readonly headings?: readonly string[];
};

export type ProblemCode = keyof typeof statuses;

/** Each with the status that it is answered with. */
export const statuses = {
  "bad-request": 400,
  unauthorized: 401,
  forbidden: 403,
  "scope-missing": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  refused: 409,
  "precondition-failed": 412,
  "too-large": 413,
  "unsupported-type": 415,
  invalid: 422,
  unreadable: 422,
  questions: 422,
  "key-reused": 422,
  "precondition-required": 428,
  "too-many-requests": 429,
  internal: 500,
  "read-only": 503,
  unavailable: 503,
  "disk-full": 507,
} as const;

/** A failure on its way out of a handler; `answerProblem` writes it. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly ApiError[];
  readonly questions: readonly ApiQuestion[];
  constructor(code: ProblemCode, errors: readonly ApiError[] = [], questions: readonly ApiQuestion[] = []) {
    super(code);
    this.code = code;
    this.errors = errors;
    this.questions = questions;
  }
}

/** RFC 9457: what went wrong, in the caller's language, with every error that its fields or files have. */
export function answerProblem(
  req: Request,
  res: Response,
  { t }: Language,
  { code, errors, questions }: ApiProblem,
): void {
  const status = statuses[code];
  res
    .status(status)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: `urn:touchstone:problem:${code}`,
        title: t(`api:problem.${code}.title`),
        status,
        detail: t(`api:problem.${code}.detail`),
        instance: referenceUri(req),
        ...(errors.length > 0 && { errors }),
        ...(questions.length > 0 && { questions }),
      }),
    );
}

/** Programs that say nothing get English. */
export const languageFor = (req: Request, languages: { of(locale: "en" | "zh-CN"): Language }): Language =>
  languages.of(negotiateLocale(req.get("accept-language")));
