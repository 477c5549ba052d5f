import type { Reason } from "../../domain/words/decision.ts";
import type { z } from "zod";

/** One thing wrong with one field: a key of views/locales and the values for its blanks. */
export type Problem = {
  /** The field's name and id, "waves.0.reach"; "" for the form as a whole. */
  readonly field: string;
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
};

type Issue = z.core.$ZodIssue;

const ourKey = /^[a-z][a-zA-Z-]*:[a-zA-Z0-9._-]+$/;

/** The first problem of each field, in the order of the schema. */
export function problemsOf(error: z.ZodError): readonly Problem[] {
  const first = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    if (!first.has(field)) first.set(field, { field, key: keyOf(issue), params: paramsOf(issue) });
  }
  return [...first.values()];
}

function keyOf(issue: Issue): string {
  if (ourKey.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "too_small":
      return "errors:field.required";
    case "too_big":
      return "errors:field.tooLong";
    case "invalid_value":
      return "errors:field.choose";
    default:
      return "errors:field.invalid";
  }
}

function paramsOf(issue: Issue): Problem["params"] {
  const given: object = issue.code === "custom" ? (issue.params ?? {}) : issue;
  return Object.fromEntries(
    ["minimum", "maximum", "most", "least", "sum", "typed", "example"].flatMap((name) => {
      const value: unknown = Reflect.get(given, name);
      return typeof value === "number" || typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

/** A rule of the domain as a message at the field it speaks of, for rules that are checked before anything is asked. */
export function problemOfReason({ code, params = {}, field = "" }: Reason): Problem {
  const plainParams = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return { field, key: `reasons:${code}`, params: Object.fromEntries(plainParams) as Problem["params"] };
}
