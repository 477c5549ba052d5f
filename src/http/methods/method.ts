import type { Request, Response } from "express";
import { z } from "zod";
import type { Json } from "../../domain/words/json.ts";
import type { MethodGuide } from "../../domain/statistics/guide.ts";
import { methodGuides } from "../../domain/statistics/guides.ts";
import { MethodInputError } from "../../domain/statistics/method-input.ts";
import { runMethod } from "../../domain/statistics/registry.ts";
import { notFound } from "../faults.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import { pathValue } from "../visitor.ts";
import { inputOf } from "./input.ts";
import { showMethodPage } from "./page.ts";
import { refusalProblem } from "./refusal.ts";
import { typedOf } from "./typed.ts";

/** Fields differ from method to method; each is read by the description beside the method. */
export const trySchema = z.record(z.string(), z.string().max(50_000, "errors:field.tooLong"));
type TryForm = Form<z.output<typeof trySchema>>;

/** What a method is for, its worked example, and the form filled with it. */
export async function showMethod(req: Request, res: Response): Promise<void> {
  const { name, guide } = theMethod(req);
  await showMethodPage(res, name, guide, blankForm(typedOf(guide, guide.example)));
}

/** One's own numbers; nothing is stored. */
export async function tryMethod(req: Request, res: Response, form: TryForm): Promise<void> {
  const { name, guide } = theMethod(req);
  if (!form.valid) return showMethodPage(res, name, guide, form);
  const read = inputOf(guide, form.typed);
  if ("problems" in read) return showMethodPage(res, name, guide, invalid(form, ...read.problems));
  const ran = run(name, read.input, guide);
  if ("problem" in ran) return showMethodPage(res, name, guide, invalid(form, ran.problem));
  await showMethodPage(res, name, guide, blankForm(form.typed), { input: read.input, answer: ran.answer });
}

function theMethod(req: Request): { readonly name: string; readonly guide: MethodGuide } {
  const name = pathValue(req, "name");
  const guide = Object.hasOwn(methodGuides, name) ? methodGuides[name] : undefined;
  return guide === undefined ? notFound() : { name, guide };
}

function run(name: string, input: Json, guide: MethodGuide): { readonly answer: Json } | { readonly problem: Problem } {
  try {
    return { answer: runMethod(name, input) ?? null };
  } catch (error) {
    if (!(error instanceof MethodInputError || error instanceof RangeError)) throw error;
    return { problem: refusal(error.message, guide) };
  }
}

/** What only the method itself can see, at the field it names where it names one. */
function refusal(message: string, { fields }: MethodGuide): Problem {
  const named = fields.find(({ name }) => new RegExp(`^${name}\\b`).test(message));
  return refusalProblem(named?.name ?? fields[0]?.name ?? "", message);
}
