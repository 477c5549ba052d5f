import { z } from "zod";
import { mostMeasures } from "../../domain/technology/incidents/incident-review.ts";
import type { Choices } from "../choices/choices.ts";
import { choiceField } from "../choices/fields.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { day, optionalText, reference, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { addRow, rowsIn } from "../forms/rows.ts";
import { addDays } from "../../domain/words/days.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { reporters } from "./incidents.ts";
import { crumbsTo, oneIncident, placeOf } from "./one-page.ts";
import type { OneIncident } from "./one-page.ts";

export const reviewSchema = z.object({
  cause: requiredText(8000),
  lessons: requiredText(8000),
  measures: z
    .array(z.object({ text: requiredText(2000), owner: reference(), dueOn: day() }), "incidents:review.missing")
    .max(mostMeasures),
  intent: optionalText(40),
});

type ReviewPage = OneIncident & {
  /** Who may take a measure on. */
  readonly owners: Choices;
};

/** Why it happened, what keeps it from happening again, and what others learn from it. */
export const reviewPages = (deps: Deps) =>
  formPage<typeof reviewSchema, ReviewPage>(
    deps.services,
    {
      schema: reviewSchema,
      roles: reporters,
      action: (page) => page.at(placeOf(page, "review")),
      blank: ({ technology, today }) =>
        blankForm(
          { "measures.0.text": "", "measures.0.owner": "", "measures.0.dueOn": addDays(today, 30) },
          technology.version,
        ),
      aside: ({ typed, version }) =>
        typed["intent"] === "add" ? blankForm(addRow(typed, "measures", ["text", "owner", "dueOn"]), version) : null,
      command: ({ cause, lessons, measures }, { incident }) => ({
        type: "ReviewIncident",
        incident: incident.incident,
        cause: { text: cause },
        lessons: { text: lessons },
        measures: measures.map(({ text, ...measure }) => ({ ...measure, text: { text } })),
      }),
      done: (_, page) => ({ to: placeOf(page), key: "incidents:review.done" }),
      show: reviewShown,
    },
    async (req, res) => {
      const page = await oneIncident(deps, req, res);
      return { ...page, owners: measureOwners(deps, page.language) };
    },
  );

/** Whoever plans and runs pilots. */
const measureOwners = ({ services, people }: Deps, language: Language): Choices =>
  peopleChoices(people, language, {
    among: services.views.people.holding("planner"),
    address: "/technologies/condition-owners/choices",
  });

async function reviewShown(page: ReviewPage, fields: Fields, form: FormState): Promise<FormFace> {
  const { language, incident, row, at } = page;
  const { t } = language;
  return {
    view: "pages/incidents/review",
    head: {
      title: t("incidents:review.title", { id: incident.incident, technology: row.name }),
      trail: crumbsTo(page),
      lead: t("incidents:review.lead"),
    },
    model: {
      cause: fields.textarea("cause", {
        label: t("incidents:review.causeLabel"),
        hint: t("pilot:hint.record"),
        rows: 5,
      }),
      measures: await Promise.all(
        rowsIn(form.typed, "measures").map(async (row, index) => ({
          legend: t("incidents:review.measure", { number: index + 1 }),
          text: fields.textarea(`measures.${row}.text`, { label: t("incidents:review.what"), rows: 3 }),
          owner: await choiceField(
            fields,
            `measures.${row}.owner`,
            { label: t("incidents:review.owner") },
            page.owners,
          ),
          dueOn: fields.date(`measures.${row}.dueOn`, { label: t("incidents:review.dueOn") }),
        })),
      ),
      lessons: fields.textarea("lessons", { label: t("incidents:review.lessonsLabel"), rows: 5 }),
      back: { text: t("common:back"), href: at(placeOf(page)) },
    },
  };
}
