import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { SafeguardQuestion } from "../../domain/safeguards/question.ts";
import type { Choices } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import { peopleChoices } from "../choices/people.ts";
import { versionChoices } from "../choices/standards.ts";
import { technologyChoices } from "../choices/technologies.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import type { Typed } from "../forms/typed.ts";
import { borrowedChoices } from "../say/borrowed.ts";
import type { CheckboxesModel, FieldModel, RadiosModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import type { SafeguardsPage } from "./page.ts";
import { optionLabel, questionHint, questionLabel } from "../stated/words.ts";

/** One question as the form shows it: exactly one of these is there. */
export type QuestionModel = {
  /** Its key: by it a question that comes or goes while one types is told from those that stay. */
  readonly part?: string;
  readonly field?: FieldModel;
  readonly radios?: RadiosModel;
  readonly checkboxes?: CheckboxesModel;
  readonly rows?: RowsModel;
};

type RowsModel = {
  readonly legend: string;
  readonly hint: string | undefined;
  readonly rows: readonly { readonly title: string; readonly questions: readonly QuestionModel[] }[];
  readonly add: { readonly value: string; readonly text: string } | null;
};

/** What the fields of a form are made from. */
export type FieldGround = {
  readonly deps: Deps;
  readonly page: SafeguardsPage;
  readonly kind: SafeguardKind;
  readonly fields: Fields;
  readonly typed: Typed;
};

export async function questionModel(
  ground: FieldGround,
  question: Exclude<SafeguardQuestion, { type: "rows" }>,
  name: string,
): Promise<QuestionModel> {
  const { fields, kind, page } = ground;
  const { language } = page;
  const { t } = language;
  const label = questionLabel(language, kind, question);
  const hint = questionHint(language, kind, question);
  const labelled = {
    label,
    ...(hint !== undefined && { hint }),
    ...(question.optional === true && { optional: true }),
  };
  const legend = question.optional === true ? `${label} ${t("common:form.optional")}` : label;
  const grouped = { legend, ...(hint !== undefined && { hint }) };
  const options = (values: readonly string[]) =>
    values.map((value) => ({ value, label: optionLabel(language, kind, question, value) }));
  switch (question.type) {
    case "person":
    case "department":
    case "standard":
    case "technology":
      return { field: await choiceField(fields, name, labelled, choicesFor(ground, question.type)) };
    case "text":
      return { field: fields.textarea(name, { ...labelled, rows: 4 }) };
    case "label":
      return { field: fields.text(name, labelled) };
    case "link":
      return { field: fields.text(name, { ...labelled, type: "url" }) };
    case "number":
      return { field: fields.number(name, labelled) };
    case "day":
      return { field: fields.date(name, labelled) };
    case "choice":
      if (question.long === true)
        return {
          field: fields.select(name, { ...labelled, choose: true, options: options(question.options) }),
        };
      return { radios: fields.radios(name, { ...grouped, ...lined(options(question.options)) }) };
    case "choices":
      return { checkboxes: fields.checkboxes(name, { ...grouped, stacked: true, options: options(question.options) }) };
    case "evidence":
      return { checkboxes: fields.checkboxes(name, { ...grouped, ...ofPieces(page, question), stacked: true }) };
    default:
      return question satisfies never;
  }

  /** A list without an entry says why, and where one comes from. */
  function ofPieces(page: SafeguardsPage, { kinds, beside }: Extract<SafeguardQuestion, { type: "evidence" }>) {
    const own = page.technology.evidence
      .filter(({ state, kind: of }) => state === "in-force" && kinds?.includes(of) !== false)
      .map(({ evidence, kind: of }) => ({ value: evidence, label: `${evidence} · ${t(`words:kind.${of}`)}` }));
    const departments = ground.deps.services.views.departments.all();
    // Nothing that is taken over stands alone: where there is nothing beside it, it is not offered.
    const taken = beside === true && own.length > 0 ? borrowedChoices({ ...page, departments }) : [];
    return { options: [...own, ...taken], ...(own.length === 0 && { hint: noneOf(language, kinds) }) };
  }
}

/** Why a list of evidence has no entry. */
function noneOf({ t, format }: Language, kinds: readonly EvidenceKind[] | undefined): string {
  return kinds === undefined
    ? t("safeguards:answer.noEvidence")
    : t("safeguards:answer.noneOfKind", { kinds: format.list(kinds.map((of) => t(`words:kind.${of}`))) });
}

const lined = <C extends readonly { readonly label: string }[]>(options: C) => ({
  options,
  inline: fitsALine(options),
});

/** Two short answers stand side by side: yes and no, mostly. */
const fitsALine = (options: readonly { readonly label: string }[]): boolean =>
  options.length === 2 && options.every(({ label }) => label.length <= shortAnswer);

const shortAnswer = 16;

/** What is chosen from a list that may be long. */
type Chosen = "person" | "department" | "standard" | "technology";

function choicesFor({ deps, page }: FieldGround, type: Chosen): Choices {
  const { language, today, at, row } = page;
  const { people, departments, standards, portfolio } = deps.services.views;
  switch (type) {
    case "person":
      return peopleChoices(deps.people, language, { among: people.all(), address: at("safeguards/people") });
    case "department":
      return departmentChoices(departments.all(), language, at("safeguards/departments"));
    case "standard":
      return versionChoices(standards.all(), language, { today, address: "/standards/choices" });
    case "technology":
      return technologyChoices(portfolio, { address: at("safeguards/technologies"), own: row.slug });
    default:
      return type satisfies never;
  }
}
