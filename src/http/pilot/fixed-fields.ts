import type { Policy } from "../../domain/policy/policy.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Base, Labelled } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { freedomOfInput } from "./fixed-inputs.ts";

/**
 * The fields of an amendment once there are data: what is fixed stands as a fact with the reason, and what may change in
 * one direction says in which. Nobody types what would be refused.
 */
export function fixedFields(fields: Fields, policy: Policy, since: Day, language: Language): Fields {
  const { t, format } = language;
  const last = (name: string): string => name.split(".").at(-1) ?? name;

  const settled = <M extends Base>(model: M, label: string, text: string, sent = [fields.value(model.name)]): M => {
    const values = sent.filter((value) => value !== "");
    return { ...model, fixed: { label, text, why: t("pilot:fixed.why", { day: format.date(since) }), values } };
  };
  const field = <O extends Labelled, M extends Base>(
    make: (name: string, options: O) => M,
    wordsOf: (value: string) => string = (value) => value,
  ) => {
    return (name: string, options: O): M => {
      const freedom = freedomOfInput(name, policy);
      const value = fields.value(name);
      const text = value === "" ? t("pilot:fixed.blank") : [wordsOf(value), options.unit ?? ""].join(" ").trim();
      if (freedom === "fixed") return settled(make(name, options), options.label, text);
      if (freedom === "free") return make(name, options);
      const only = t(`pilot:fixed.only.${last(name)}`, { day: format.date(since) });
      return make(name, { ...options, hint: options.hint === undefined ? only : html`${options.hint}<br />${only}` });
    };
  };

  return {
    ...fields,
    text: field(fields.text),
    number: field(fields.number),
    date: field(fields.date, (day) => format.date(day)),
    textarea: field(fields.textarea, (lines) => format.list(lines.split("\n"))),
    checkboxes: (name, options) => {
      const model = fields.checkboxes(name, options);
      if (freedomOfInput(name, policy) !== "fixed") return model;
      const ticked = model.options.filter(({ checked }) => checked);
      const labels = ticked.map(({ label }) => label);
      const text = labels.length > 0 ? format.list(labels) : t(`pilot:fixed.unticked.${last(name)}`);
      return settled(
        model,
        options.legend,
        text,
        ticked.map(({ value }) => value),
      );
    },
    radios: (name, options) => {
      const model = fields.radios(name, options);
      if (freedomOfInput(name, policy) !== "fixed") return model;
      const label = model.options.find(({ checked }) => checked)?.label;
      return settled(model, options.legend, label ?? t("pilot:fixed.blank"));
    },
  };
}
