import { z } from "zod";
import { questionnaires } from "../../domain/questionnaires/questionnaire.ts";
import { collectionLimits } from "../../domain/technology/collections/limits.ts";
import { namedGroups } from "../../domain/technology/state/named-groups.ts";
import {
  askedLanguages,
  asksTasks,
  doubts,
  fixedTasks,
  treatments,
  ways,
} from "../../domain/technology/state/collections.ts";
import { titleLength } from "../../domain/technology/state/title-length.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Deps } from "../deps.ts";
import { choice, choices, day, manyTexts, optionalText, optionalWholeNumber, ticked } from "../forms/fields.ts";
import { formInStage } from "../forms/stage.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { askedGroup } from "../say/collection.ts";
import type { Form as Fields } from "../view/form.ts";
import { localeNames } from "../view/locale.ts";
import { collectionsCrumb, collectionsPage } from "./page.ts";
import type { CollectionsPage } from "./page.ts";

const { answers, days, groups, tasks, places } = collectionLimits;

/** A line each; longer ones are told, not cut. */
const lines = (most: number) =>
  optionalText(most * (titleLength + 2))
    .transform((text) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .refine((all) => all.every((line) => line.length <= titleLength), {
      error: "errors:field.tooLong",
      params: { maximum: titleLength },
    });

export const openSchema = z.object({
  questionnaire: choice(questionnaires, { missing: "collections:open.questionnaireMissing" }),
  groups: manyTexts(groups),
  places: lines(places),
  languages: choices(askedLanguages),
  opensOn: day(),
  closesOn: day(),
  way: choice(ways, { missing: "collections:open.wayMissing" }),
  most: optionalWholeNumber({ least: 1, most: answers }),
  device: choice(treatments),
  second: choice(treatments),
  straight: choice(treatments),
  tasks: lines(tasks),
  ease: ticked(),
  introduction: optionalText(1000),
});

/** What a form begins with: two weeks, both languages, codes, and nothing left out but what one device sends twice. */
const begun = (today: string) => ({
  languages: [...askedLanguages],
  opensOn: today,
  closesOn: addDays(today, usualDays),
  way: "codes",
  device: "leave-out",
  second: "keep",
  straight: "keep",
});

const usualDays = 14;

/** A planner fixes what is asked, of whom and when, and what becomes of doubtful answers. */
export const openPages = ({ services }: Deps) =>
  formPage<typeof openSchema, CollectionsPage>(
    services,
    {
      schema: openSchema,
      roles: ["planner"],
      action: ({ at }) => at("collections"),
      blank: ({ row, today, technology }) => {
        const startsOn = technology.plan?.plan.startsOn ?? today;
        return formInStage(row, "OpenCollection", begun(startsOn > today ? startsOn : today));
      },
      command: ({ device, second, straight, introduction, ...values }, page) => ({
        type: "OpenCollection",
        ...values,
        // A field that is there for another way or questionnaire may have been typed into before it was chosen.
        most: values.way === "link" ? values.most : null,
        ease: values.questionnaire === "tasks" && values.ease,
        doubtful: { device, second, straight },
        places: values.places.map((text) => ({ place: { text } })),
        tasks: tasksFor(page, values).map((text) => ({ task: { text } })),
        introduction: introduction === "" ? null : { text: introduction },
      }),
      done: (_, { technology }) => ({
        to: `collections/c${technology.collections.length + 1}`,
        key: "collections:open.done",
      }),
      show: openFace,
    },
    (req, res) => collectionsPage(services, req, res),
  );

/** None where they do not belong, or where the plan's first collection fixed them. */
function tasksFor(
  { technology }: CollectionsPage,
  values: Pick<z.output<typeof openSchema>, "questionnaire" | "tasks">,
): readonly string[] {
  return asksTasks(values) && tasksFixed(technology) === null ? values.tasks : [];
}

const tasksFixed = (technology: CollectionsPage["technology"]) =>
  technology.plan === null ? null : fixedTasks(technology, technology.plan.number);

function openFace(page: CollectionsPage, fields: Fields): FormFace {
  const { t } = page.language;
  return {
    view: "pages/collections/open",
    head: {
      title: t("collections:open.title", { name: page.row.name }),
      trail: [collectionsCrumb(page)],
      lead: t("collections:open.lead"),
    },
    model: {
      ...whatIsAsked(page, fields),
      ...ofWhom(page, fields),
      ...howItIsAsked(page, fields),
      back: page.at("collections"),
    },
  };
}

const whatIsAsked = ({ language: { t }, technology }: CollectionsPage, fields: Fields) => ({
  questionnaire: fields.radios("questionnaire", {
    legend: t("collections:open.questionnaire"),
    options: questionnaires.map((value) => ({
      value,
      label: t(`collections:questionnaire.${value}`),
      hint: t(`collections:about.${value}`),
    })),
  }),
  tasks: fields.textarea("tasks", {
    label: t("collections:open.tasks"),
    hint: t(tasksFixed(technology) === null ? "collections:open.tasksHint" : "collections:open.tasksFixed", {
      most: tasks,
    }),
    rows: 5,
    optional: true,
  }),
  ease: fields.checkboxes("ease", {
    legend: t("collections:open.ease"),
    options: [{ value: "yes", label: t("collections:open.easeYes"), hint: t("collections:open.easeHint") }],
  }),
  introduction: fields.textarea("introduction", {
    label: t("collections:open.introduction"),
    hint: t("collections:open.introductionHint"),
    rows: 3,
    optional: true,
  }),
});

const ofWhom = ({ language, technology, policy }: CollectionsPage, fields: Fields) => ({
  groups: fields.checkboxes("groups", {
    legend: language.t("collections:open.groups"),
    hint: language.t("collections:open.groupsHint"),
    options: [...namedGroups(policy, technology.plan?.plan ?? null)].map((value) => ({
      value,
      label: askedGroup(language, value),
    })),
  }),
  places: fields.textarea("places", {
    label: language.t("collections:open.places"),
    hint: language.t("collections:open.placesHint", { most: places }),
    rows: 3,
    optional: true,
  }),
  languages: fields.checkboxes("languages", {
    legend: language.t("collections:open.languages"),
    hint: language.t("collections:open.languagesHint"),
    options: askedLanguages.map((value) => ({ value, label: localeNames[value] })),
  }),
  opensOn: fields.date("opensOn", {
    label: language.t("collections:open.opensOn"),
    hint: language.t("collections:open.opensHint"),
  }),
  closesOn: fields.date("closesOn", {
    label: language.t("collections:open.closesOn"),
    hint: language.t("collections:open.closesHint", { days: language.format.number(days) }),
  }),
});

const howItIsAsked = ({ language: { t, format } }: CollectionsPage, fields: Fields) => ({
  way: fields.radios("way", {
    legend: t("collections:open.way"),
    options: ways.map((value) => ({
      value,
      label: t(`collections:way.${value}`),
      hint: t(`collections:wayHint.${value}`),
    })),
  }),
  most: fields.number("most", {
    label: t("collections:open.most"),
    hint: t("collections:open.mostHint", { most: format.number(answers) }),
    optional: true,
  }),
  rule: doubts.map((doubt) =>
    fields.radios(doubt, {
      legend: t(`collections:doubt.${doubt}`),
      hint: t(`collections:doubtHint.${doubt}`),
      options: treatments.map((value) => ({ value, label: t(`collections:treatment.${value}`) })),
    }),
  ),
});
