import type { Request, Response } from "express";
import { z } from "zod";
import { inWorker, TookTooLong } from "../../application/beside/in-worker.ts";
import type { Json } from "../../domain/words/json.ts";
import type { Method } from "../../domain/methods/method.ts";
import { methods } from "../../domain/methods/methods.ts";
import { notFound } from "../faults.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import { pathValue } from "../request-values.ts";
import { inputOf } from "./input.ts";
import { showMethodPage } from "./page.ts";
import { refusalProblem } from "./refusal.ts";
import { typedOf } from "./typed.ts";

/** Fields differ from method to method; each is read by the description beside the method. */
export const trySchema = z.record(z.string(), z.string().max(50_000, "errors:field.tooLong"));
type TryForm = Form<z.output<typeof trySchema>>;

/** What a method is for, its worked example, and the form filled with it. */
export async function showMethod(req: Request, res: Response): Promise<void> {
  const { name, method } = theMethod(req);
  await showMethodPage(res, name, method, blankForm(typedOf(method, method.example)));
}

/** One's own numbers; nothing is stored. */
export async function tryMethod(req: Request, res: Response, form: TryForm): Promise<void> {
  const { name, method } = theMethod(req);
  if (!form.valid) return showMethodPage(res, name, method, form);
  const read = inputOf(method, form.typed);
  if ("problems" in read) return showMethodPage(res, name, method, invalid(form, ...read.problems));
  const ran = await run(name, read.input, method);
  if ("problem" in ran) return showMethodPage(res, name, method, invalid(form, ran.problem));
  await showMethodPage(res, name, method, blankForm(form.typed), { input: read.input, answer: ran.answer });
}

function theMethod(req: Request): { readonly name: string; readonly method: Method } {
  const name = pathValue(req, "name");
  const method = methods.get(name);
  return method === undefined ? notFound() : { name, method };
}

/** Beside everybody's pages: numbers as large as a form takes keep a method busy for a second and more. */
async function run(
  name: string,
  input: Json,
  method: Method,
): Promise<{ readonly answer: Json } | { readonly problem: Problem }> {
  try {
    const ran = await inWorker<"method">({ kind: "method", name, input }, longestMs);
    return "refused" in ran ? { problem: refusal(ran.refused, method) } : ran;
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    return { problem: { field: method.fields[0]?.name ?? "", key: "methods:problem.tookTooLong", params: {} } };
  }
}

/** Nobody waits longer to try a method. */
const longestMs = 10_000;

/** What only the method itself can see, at the field it names where it names one. */
function refusal(message: string, { fields }: Method): Problem {
  const named = fields.find(({ name }) => new RegExp(`^${name}\\b`).test(message));
  return refusalProblem(named?.name ?? fields[0]?.name ?? "", message);
}
