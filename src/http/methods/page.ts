import type { Response } from "express";
import type { Json } from "../../domain/words/json.ts";
import type { MethodField } from "../../domain/methods/method-field.ts";
import type { Method, Source } from "../../domain/methods/method.ts";
import { inWorker } from "../../application/beside/in-worker.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import type { FactModel } from "../view/components.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { factsOf } from "./answer.ts";
import { formulaLines, notationIn } from "./formula.ts";
import { holdsModel } from "./holds.ts";

type Worked = { readonly input: Json; readonly answer: Json };

/** One method: for what, formula, worked example, edge cases, source, and a form; with an answer where numbers were sent. */
export async function showMethodPage(
  res: Response,
  name: string,
  method: Method,
  form: FormState,
  tried?: Worked,
): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const text = (key: string): string => t(`methods:method.${name}.${key}`);
  const example = { input: method.example, answer: await exampleAnswer(name, method) };
  await render(
    res,
    "pages/methods/method",
    {
      title: text("title"),
      crumbs: [
        { text: t("help:title"), href: "/help" },
        { text: t("methods:title"), href: "/methods" },
        { text: text("title"), href: `/methods/${name}` },
      ],
      lead: text("for"),
      form,
    },
    {
      action: `/methods/${name}#answer`,
      hidden: hiddenOf(form),
      formula: formulaLines(formulaOf(language, name, method)),
      where: whereOf(language, name, formulaOf(language, name, method)),
      edges: text("edge"),
      holds: holdsModel(language, name, method.simulated),
      sources: method.sources.map((source) => sourceOf(language, source)),
      example: worked(language, name, method, example),
      answer: tried === undefined ? null : worked(language, name, method, tried),
      takes: method.fields.length > 0,
      fields: method.fields.map((field) => fieldModel(language, fields, name, field)),
    },
  );
}

const answers = new Map<string, Promise<Json>>();

/** Always the same: worked out once, beside everybody's pages. */
function exampleAnswer(name: string, { example }: Method): Promise<Json> {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const made = inWorker<"method">({ kind: "method", name, input: example }).then((ran) => {
    if ("refused" in ran) throw new Error(`The example of ${name} is refused: ${ran.refused}`);
    return ran.answer;
  });
  answers.set(name, made);
  made.catch(() => answers.delete(name));
  return made;
}

type WorkedModel = {
  readonly given: readonly FactModel[];
  readonly answer: readonly FactModel[];
  readonly json: string;
  readonly command: string;
};

function worked(language: Language, name: string, method: Method, { input, answer }: Worked): WorkedModel {
  const taken = method.fields.map((field) => field.name);
  const given = Object.fromEntries(Object.entries(input as object).filter(([key]) => taken.includes(key))) as Json;
  return {
    given:
      taken.length === 0 ? [] : factsOf(language, given, (key) => inputLabel(language, name, method, key), "missing"),
    answer: factsOf(language, answer, (key) => outLabel(language, name, key)),
    json: JSON.stringify(answer),
    command: `echo '${JSON.stringify(input).replaceAll("'", "'\\''")}' | npm run -s touchstone -- method ${name}`,
  };
}

function fieldModel(language: Language, fields: Fields, method: string, field: MethodField): FieldModel {
  const label = fieldLabel(language, method, field.name);
  const hint = hintOf(language, method, field);
  const options = { label, ...(hint === undefined ? {} : { hint }), ...(field.optional ? { optional: true } : {}) };
  switch (field.kind) {
    case "number":
    case "count":
    case "probability":
      return fields.number(field.name, options);
    case "word":
      return fields.text(field.name, { ...options, width: "s" });
    case "numbers":
    case "answers":
      return fields.textarea(field.name, { ...options, rows: 2 });
    default:
      return fields.textarea(field.name, { ...options, rows: 6 });
  }
}

/** A name means the same in most methods; where it does not, the method has its own word. */
function fieldLabel({ t }: Language, method: string, name: string): string {
  const own = `methods:method.${method}.field.${name}`;
  if (t.has(own)) return t(own);
  return t.has(`methods:field.${name}`) ? t(`methods:field.${name}`) : name;
}

/** Within a record it is a column's name. */
function inputLabel(language: Language, name: string, { fields }: Method, key: string): string {
  const isField = fields.some(({ name }) => name === key);
  return isField ? fieldLabel(language, name, key) : columnLabel(language, name, key);
}

function columnLabel({ t }: Language, method: string, name: string): string {
  const own = `methods:method.${method}.column.${name}`;
  if (t.has(own)) return t(own);
  return t.has(`methods:column.${name}`) ? t(`methods:column.${name}`) : name;
}

/** A formula with words in it has them in both languages. */
const formulaOf = ({ t }: Language, name: string, { formula }: Method): string =>
  t.has(`methods:method.${name}.formula`) ? t(`methods:method.${name}.formula`) : formula;

/** What the letters of the formula are: the method's own first, then the functions of distributions. */
function whereOf({ t, locale }: Language, name: string, formula: string): string {
  const own = `methods:method.${name}.where`;
  const letters = t.has(own) ? t(own) : "";
  // Where the method says itself what its c is, the general word would be wrong.
  const general = notationIn(formula).filter((key) => key !== "c" || !/(^|[;；] ?)c[:：]/.test(letters));
  const sentences = [...(letters === "" ? [] : [letters]), ...general.map((key) => t(`methods:notation.${key}`))];
  return sentences.join(locale === "en" ? "; " : "；");
}

/** Titles of papers stand as they were printed; the house's own rules are said in the reader's language. */
function sourceOf(
  { t, locale }: Language,
  { key, reference }: Source,
): { readonly text: string; readonly foreign: boolean } {
  const own = t.has(`methods:said.${key}`);
  return { text: own ? t(`methods:said.${key}`) : reference, foreign: !own && locale !== "en" };
}

/** A name that is data, of a group say, stands as it is. */
function outLabel({ t }: Language, method: string, name: string): string {
  const own = `methods:method.${method}.out.${name}`;
  if (t.has(own)) return t(own);
  if (name.startsWith("p_accept_given_")) return t("methods:out.p_accept_given_w1_ge_w2_ge_w3");
  return t.has(`methods:out.${name}`) ? t(`methods:out.${name}`) : name;
}

function hintOf(language: Language, method: string, { kind, columns }: MethodField): string | undefined {
  const { t, format } = language;
  const key = `methods:hint.${kind}`;
  const named = columns?.map(({ name }) => columnLabel(language, method, name));
  const order = named === undefined ? undefined : t("methods:hint.columns", { columns: format.list(named) });
  const sentences = [t.has(key) ? t(key) : undefined, order].filter((part) => part !== undefined);
  return sentences.length === 0 ? undefined : sentences.join(language.locale === "en" ? " " : "");
}
