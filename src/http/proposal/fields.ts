import { technologyKinds } from "../../domain/technology/state/kind.ts";
import type { Choices } from "../choices/choices.ts";
import { choiceField } from "../choices/fields.ts";
import type { Choice, Option } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";

type Options = {
  readonly departments: Choices;
  readonly sponsors: Choices;
  readonly tiers: readonly Choice[];
};

/** The models of the proposal's fields, in the order of the form. */
export async function proposalFields(fields: Fields, { t }: Language, { departments, sponsors, tiers }: Options) {
  const label = (name: string): string => t(`proposal:field.${name}`);
  const hint = (name: string): string => t(`proposal:hint.${name}`);
  const words = (room: string, keys: readonly string[]): readonly Option[] =>
    keys.map((value) => ({ value, label: t(`words:${room}.${value}`) }));
  return {
    name: fields.text("name", { label: label("name"), hint: hint("name"), width: "full", maxlength: 120 }),
    summary: fields.textarea("summary", { label: label("summary"), hint: hint("summary"), rows: 3 }),
    need: fields.textarea("need", { label: label("need"), hint: hint("need"), rows: 5 }),
    needOf: fields.textarea("needOf", { label: label("needOf"), hint: hint("needOf"), rows: 2 }),
    kind: fields.select("kind", {
      label: label("kind"),
      hint: hint("kind"),
      optional: true,
      options: [{ value: "", label: t("proposal:kindUnsaid") }, ...words("technologyKind", technologyKinds)],
    }),
    department: await choiceField(fields, "department", { label: label("department") }, departments),
    sponsor: await choiceField(fields, "sponsor", { label: label("sponsor"), hint: hint("sponsor") }, sponsors),
    demand: ["users", "requestsPerSecond", "recordsPerHour"].map((name) =>
      fields.number(`demand.${name}`, { label: label(name), optional: true }),
    ),
    cost: ["pilot", "annual"].map((name) => fields.number(`cost.${name}`, { label: label(name), optional: true })),
    currency: fields.text("cost.currency", { label: label("currency"), width: "xs", maxlength: 3 }),
    tier: fields.radios("tier", { legend: label("tier"), hint: hint("tier"), options: tiers }),
    standards: fields.textarea("standards", {
      label: label("standards"),
      hint: hint("standards"),
      rows: 3,
      optional: true,
    }),
    dataClass: fields.radios("dataClass", {
      legend: label("dataClass"),
      hint: hint("unstated"),
      options: words("dataClass", ["general", "important", "core", "unstated"]),
    }),
    personalInformation: fields.radios("personalInformation", {
      legend: label("personalInformation"),
      hint: hint("unstated"),
      options: words("personalInformation", ["none", "general", "sensitive", "unstated"]),
    }),
    risks: fields.textarea("risks", { label: label("risks"), hint: hint("risks"), rows: 4, optional: true }),
  };
}
