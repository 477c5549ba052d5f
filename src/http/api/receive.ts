import express from "express";
import type { Request, RequestHandler, Response } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import { blankForm } from "../forms/form.ts";
import { problemsOf } from "../forms/problems.ts";
import type { Problem } from "../forms/problems.ts";
import { mostTyped, typedFrom } from "../forms/typed.ts";
import { takeUploads } from "../forms/upload.ts";
import type { UploadedFile } from "../forms/upload.ts";
import type { Language } from "../view/languages.ts";
import { ApiProblem } from "./problem.ts";
import type { ApiError, ProblemCode } from "./problem.ts";
import { shorten } from "../../evidence/time.ts";

/** The files of a multipart body, on disk; whoever asks removes them. @throws ApiProblem */
export async function receiveFiles(
  req: Request,
  res: Response,
  { uploadFiles, uploadBytes }: Pick<Config, "uploadFiles" | "uploadBytes">,
  language: Language,
  folder: string,
): Promise<readonly UploadedFile[]> {
  if (req.is("multipart/form-data") !== "multipart/form-data") throw new ApiProblem("unsupported-type");
  const rules = { field: "files", mostFiles: uploadFiles, mostBytes: uploadBytes, required: true };
  const taken = await takeUploads(req, res, rules, folder);
  const form = taken.check({ ...blankForm(), valid: true, values: null });
  if (form.valid) return taken.files;
  const large = form.problems.some(({ key }) => key === "errors:file.tooLarge" || key === "errors:file.tooMany");
  throw new ApiProblem(large ? "too-large" : "invalid", errorsOf(form.problems, language));
}

/** The text fields by their schema; a name we do not know is an error, for it may be a slip. @throws ApiProblem */
export function receiveFields<S extends z.ZodObject>(req: Request, schema: S, language: Language): z.output<S> {
  const typed = typedFrom(req.body);
  const unknown = Object.keys(typed).filter((name) => !Object.hasOwn(schema.shape, name));
  const parsed = schema.safeParse(typed);
  const problems = [...unknown.map(strange), ...(parsed.success ? [] : problemsOf(parsed.error))];
  if (!parsed.success || problems.length > 0) throw new ApiProblem("invalid", errorsOf(problems, language));
  return parsed.data;
}

/** What the address asks for; a name we do not know is an error here too. @throws ApiProblem */
export const receiveQuery = <S extends z.ZodObject>(req: Request, schema: S, language: Language): z.output<S> =>
  checked({ ...(req.query as object) }, schema, language);

const json: RequestHandler = express.json({ limit: mostTyped, strict: true });

/** A body of JSON by its schema. @throws ApiProblem */
export async function receiveJson<S extends z.ZodObject>(
  req: Request,
  res: Response,
  schema: S,
  language: Language,
): Promise<z.output<S>> {
  if (req.is("application/json") !== "application/json") throw new ApiProblem("unsupported-type");
  await new Promise<void>((resolve, reject) => {
    json(req, res, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(new ApiProblem(codeOfBody(error)));
    });
  });
  return checked(req.body, schema, language);
}

/** Of what the parser of bodies throws. */
function codeOfBody(error: unknown): ProblemCode {
  const status: unknown = error instanceof Error && "status" in error ? error.status : undefined;
  return status === 413 ? "too-large" : status === 415 ? "unsupported-type" : "bad-request";
}

function checked<S extends z.ZodObject>(given: unknown, schema: S, language: Language): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [...issue.path, shorten(key)].map(String).join("."))
      : [],
  );
  const known = problemsOf(new z.ZodError(parsed.error.issues.filter(({ code }) => code !== "unrecognized_keys")));
  throw new ApiProblem("invalid", errorsOf([...unknown.map(strange), ...known], language));
}

const strange = (field: string): Problem => ({ field, key: "api:field.unknown", params: {} });

const errorsOf = (problems: readonly Problem[], { t }: Language): ApiError[] =>
  problems.map(({ field, key, params }) => ({ field, code: codeOf(key), message: t(key, params) }));

/** "errors:field.tooLong" → "field-too-long" */
const codeOf = (key: string): string =>
  key
    .slice(key.indexOf(":") + 1)
    .replaceAll(/[.]/g, "-")
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
