import type { Reason } from "../../domain/words/decision.ts";
import type { Json } from "../../domain/words/json.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { eventSentence } from "../say/event.ts";
import type { Tellings } from "../say/telling.ts";
import type { PageModel } from "../view/chrome.ts";
import { createForm, idOf } from "../view/form.ts";
import type { FieldError, Form as Fields } from "../view/form.ts";
import { html } from "../view/html.ts";
import type { Content, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { Value } from "../view/translate.ts";
import type { FormState } from "./form.ts";
import type { Problem } from "./problems.ts";

/** The models of the form's fields: what was typed, and the message at the field it speaks of. */
export function fieldsOf(form: FormState, language: Language): Fields {
  return createForm(language.t, { values: form.typed, errors: errorsOf(form, language) });
}

/** What components/hidden prints in every form. */
export function hiddenOf({
  commandId,
  version,
  typed,
}: FormState): readonly { readonly name: string; readonly value: string }[] {
  const { draft } = typed;
  return [
    { name: "commandId", value: commandId },
    ...(version === null ? [] : [{ name: "version", value: String(version) }]),
    ...(typeof draft === "string" && draft !== "" ? [{ name: "draft", value: draft }] : []),
  ];
}

/**
 * What the frame of a page says about its form: the summary, the reasons, or that it was kept.
 *
 * @param placeOf what a field is called, whose message alone does not say which it means
 */
export function outcomeOfForm(
  form: FormState,
  language: Language,
  tellings: Tellings,
  placeOf: (field: string) => string | undefined = () => undefined,
): Pick<PageModel, "errors" | "refusal" | "notice"> {
  const { t } = language;
  const refusal = (title: string, reasons: readonly Content[]): Pick<PageModel, "refusal"> => ({
    refusal: { title: t(title), reasons, kept: t("errors:form.kept") },
  });
  if (form.since !== undefined)
    return refusal(
      "errors:form.since",
      form.since.map((event) => changeLine(event, language, tellings)),
    );
  if (form.resumed === true) return { notice: t("errors:form.resumed") };
  if (form.changes !== undefined)
    return refusal(
      "errors:form.stale",
      form.changes.map((event) => changeLine(event, language, tellings)),
    );
  if (form.reasons.length > 0)
    return refusal(
      "errors:form.refused",
      form.reasons.map((reason) => placedText(reason, form, language)),
    );
  if (form.problems.length === 0) return {};
  const errors = form.problems.map((problem) => {
    const text = problemText(problem, language);
    return {
      text: placed(placeOf(problem.field), text, language),
      href: problem.field === "" ? "#main" : `#${idOf(problem.field)}`,
    };
  });
  return { errors: { title: t("common:form.errorTitle", { count: errors.length }), errors } };
}

/** Where the page says that the reason's input is on it, the reason leads there. */
function placedText(reason: Reason, { places }: FormState, language: Language): Content {
  const { field = "" } = reason;
  const [place, text] = [places?.[field], reasonText(reason, language)];
  if (place === undefined) return withNamesake(reason, text, language);
  return html`<a href="#${idOf(field)}">${placed(place, text, language)}</a>`;
}

/** A question stands in quotation marks: its own mark and a colon are one too many. */
function placed(place: string | undefined, text: string, { t }: Language): string {
  if (place === undefined || place === "") return text;
  return t(/[?？.。]$/.test(place) ? "errors:form.atQuestion" : "errors:form.at", { place, text });
}

/** A refusal for the sake of another technology leads to it. */
function withNamesake({ params }: Reason, text: string, { t }: Language): Content {
  const { name, namesake } = params ?? {};
  if (typeof name !== "string" || typeof namesake !== "string") return text;
  return html`${text} <a href="/technologies/${namesake}">${t("errors:form.namesake", { name })}</a>`;
}

/** Messages of the schema, and reasons of a rule that names the field. */
function errorsOf(form: FormState, language: Language): FieldError[] {
  const problems = form.problems.map((problem) => ({ field: problem.field, message: problemText(problem, language) }));
  const reasons = form.reasons.flatMap((reason) =>
    reason.field === undefined ? [] : [{ field: reason.field, message: reasonText(reason, language) }],
  );
  return [...problems, ...reasons];
}

function problemText({ key, params }: Problem, language: Language): string {
  return key.startsWith("reasons:")
    ? reasonText({ code: key.slice("reasons:".length), params }, language)
    : language.t(key, params);
}

/**
 * The sentence of a reason code, under `reasons:` in the texts of the room that has it. A value that is a word of ours (a role, a
 * gate) has its own text under `reasons:value.<param>.<value>`, `words:<param>.<value>` or, for a condition, `conditions:<value>.title`;
 * days and instants are set as the language sets them.
 */
export function reasonText({ code, params = {} }: Reason, language: Language): string {
  const values = Object.entries(params).map(([name, value]) => [name, valueText(name, value, language)] as const);
  const key = `reasons:${code}`;
  // A code without its sentence yet is still a refusal that has to reach its reader.
  return language.t.has(key)
    ? language.t(key, Object.fromEntries(values))
    : language.t("errors:form.unnamedReason", { code });
}

function valueText(name: string, value: Json, language: Language): Value {
  const { t, format } = language;
  if (typeof value === "number") return value;
  // A way over several, each step a sentence of its own.
  if (name === "path" && Array.isArray(value))
    return value.map((step) => reasonText(step as unknown as Reason, language)).join(t("common:between"));
  if (Array.isArray(value)) return format.list(value.map((item: Json) => String(valueText(name, item, language))));
  if (typeof value !== "string") return JSON.stringify(value);
  const keys = [`reasons:value.${name}.${value}`, `words:${name}.${value}`, `${name}s:${value}.title`];
  const key = keys.find((candidate) => t.has(candidate));
  if (key !== undefined) return t(key);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? format.dateTime(value) : value;
}

/** One line on something that happened since the form was filled: when, and what, in the words of the timeline. */
function changeLine(event: LedgerEvent, language: Language, tellings: Tellings): Html {
  return html`${language.format.dateTime(event.time)}${language.t("common:colon")}${eventSentence(tellings, language, event)}`;
}
