import type { Request, Response } from "express";
import type { z } from "zod";
import type { Config } from "../../config.ts";
import { blankForm } from "../forms/form.ts";
import { problemsOf } from "../forms/problems.ts";
import type { Problem } from "../forms/problems.ts";
import { typedFrom } from "../forms/typed.ts";
import { takeUploads } from "../forms/upload.ts";
import type { UploadedFile } from "../forms/upload.ts";
import type { Language } from "../view/languages.ts";
import { ApiProblem } from "./problem.ts";
import type { ApiError } from "./problem.ts";

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
  const problems = [
    ...unknown.map((field): Problem => ({ field, key: "api:field.unknown", params: {} })),
    ...(parsed.success ? [] : problemsOf(parsed.error)),
  ];
  if (!parsed.success || problems.length > 0) throw new ApiProblem("invalid", errorsOf(problems, language));
  return parsed.data;
}

const errorsOf = (problems: readonly Problem[], { t }: Language): ApiError[] =>
  problems.map(({ field, key, params }) => ({ field, code: codeOf(key), message: t(key, params) }));

/** "errors:field.tooLong" → "field-too-long" */
const codeOf = (key: string): string =>
  key
    .slice(key.indexOf(":") + 1)
    .replaceAll(/[.]/g, "-")
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
