import { rm } from "node:fs/promises";
import type { Request, Response } from "express";
import multer from "multer";
import { Fault } from "../faults.ts";
import { invalid } from "./form.ts";
import type { Form } from "./form.ts";
import type { Problem } from "./problems.ts";
import { isTooLong } from "./typed.ts";

export type UploadRules = {
  /** Name of the `<input type="file">`. */
  readonly field: string;
  readonly mostFiles: number;
  /** Bytes of one file. */
  readonly mostBytes: number;
  /** A form without a file is invalid. */
  readonly required?: boolean;
};

export type UploadedFile = {
  /** Where it lies until the request ends, under a name of our own; move or copy it. */
  readonly path: string;
  /** The person's name for it: for messages only, never a path. */
  readonly name: string;
  readonly bytes: number;
};

type Uploads = { readonly files: readonly UploadedFile[]; check<T>(form: Form<T>): Form<T> };

/** Streams the files to disk under generated names; a broken limit becomes a message at the field, not a broken page. */
export async function takeUploads(req: Request, res: Response, rules: UploadRules, dir: string): Promise<Uploads> {
  const read = multer({
    dest: dir,
    defParamCharset: "utf8",
    limits: {
      files: rules.mostFiles,
      fileSize: rules.mostBytes,
      fields: 500,
      fieldSize: 256 * 1024,
      fieldNameSize: 200,
      parts: 600,
    },
  }).array(rules.field, rules.mostFiles);
  const problem = await new Promise<Problem | null>((resolve, reject) => {
    read(req, res, (error: unknown) => {
      if (error === undefined || error === null) resolve(null);
      else if (error instanceof multer.MulterError) resolve(problemOf(error, rules));
      else reject(isSystem(error) ? error : new Fault(400, "multipart"));
    });
  });
  // After a broken limit multer takes away what had come in.
  const files = problem === null ? filesOf(req) : [];
  if (isTooLong(req.body)) {
    await removeUploads(files);
    throw new Fault(413, "fields too long");
  }
  const missing = rules.required === true && problem === null && files.length === 0;
  const fault = missing ? { field: rules.field, key: "errors:file.missing", params: {} } : problem;
  return { files, check: (form) => withProblem(form, fault) };
}

/** The disk's own errors are ours to answer for; what else goes wrong while a body is read, its sender can mend. */
const isSystem = (error: unknown): error is Error => error instanceof Error && "syscall" in error;

/** The files are there for as long as the work on them takes. */
export async function withUploads(
  req: Request,
  res: Response,
  rules: UploadRules,
  dir: string,
  work: (taken: Uploads) => Promise<void>,
): Promise<void> {
  const taken = await takeUploads(req, res, rules, dir);
  try {
    await work(taken);
  } finally {
    await removeUploads(taken.files);
  }
}

export async function removeUploads(files: readonly UploadedFile[]): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true })));
}

function withProblem<T>(form: Form<T>, problem: Problem | null): Form<T> {
  if (problem === null || (!form.valid && form.resumed === true)) return form;
  return form.valid ? invalid(form, problem) : { ...form, problems: [...form.problems, problem] };
}

function filesOf(req: Request): readonly UploadedFile[] {
  const files = Array.isArray(req.files) ? req.files : [];
  return files.map(({ path, originalname, size }) => ({ path, name: originalname, bytes: size }));
}

function problemOf({ code }: multer.MulterError, { field, mostBytes, mostFiles }: UploadRules): Problem {
  if (code === "LIMIT_FILE_SIZE")
    return { field, key: "errors:file.tooLarge", params: { megabytes: Math.floor(mostBytes / 1e6) } };
  if (code === "LIMIT_FILE_COUNT" || code === "LIMIT_UNEXPECTED_FILE")
    return { field, key: "errors:file.tooMany", params: { maximum: mostFiles } };
  return { field, key: "errors:file.unreadable", params: {} };
}
