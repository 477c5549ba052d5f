import { z } from "zod";
import { commonGroups } from "../../domain/evidence/group-labels.ts";
import type { Deps } from "../deps.ts";
import { choice, optionalText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { feedbackCrumb, feedbackPage } from "./page.ts";
import type { FeedbackPage } from "./page.ts";

export const formSchema = z.object({
  open: choice(["yes", "no"], { missing: "feedback:form.openMissing" }),
  places: optionalText(6000),
  groups: optionalText(6000),
});

/** What the public's form offers, and whether it takes anything. */
export const formPages = ({ services }: Deps) =>
  formPage<typeof formSchema, FeedbackPage>(
    services,
    {
      schema: formSchema,
      roles: ["planner", "evaluator"],
      action: ({ at }) => at("feedback/form"),
      blank: ({ technology }) => blankForm(typedOf(technology), technology.version),
      command: ({ open, places, groups }) => ({
        type: "SetFeedbackForm",
        open: open === "yes",
        places: linesOf(places),
        groups: linesOf(groups),
      }),
      done: () => ({ to: "feedback", key: "feedback:form.done" }),
      show: formShown,
    },
    (req, res) => feedbackPage(services, req, res),
  );

const linesOf = (typed: string): readonly string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** At first, the groups that the plan looks at. */
function typedOf({ feedback: { form }, plan }: FeedbackPage["technology"]) {
  const groups = form?.groups ?? (plan?.plan.assisted ?? []).filter((group) => !commonGroups.includes(group));
  return {
    open: form === null ? "" : form.open ? "yes" : "no",
    places: (form?.places ?? []).join("\n"),
    groups: groups.join("\n"),
  };
}

function formShown(page: FeedbackPage, fields: Fields): FormFace {
  const { row, language, at } = page;
  const { t } = language;
  return {
    view: "pages/feedback/form",
    head: {
      title: t("feedback:form.title", { name: row.name }),
      trail: [feedbackCrumb(page)],
      lead: t("feedback:form.lead"),
    },
    model: {
      back: at("feedback"),
      open: fields.radios("open", {
        legend: t("feedback:form.open"),
        options: ["yes", "no"].map((value) => ({ value, label: t(`feedback:form.opens.${value}`) })),
      }),
      places: fields.textarea("places", {
        label: t("feedback:form.places"),
        hint: t("feedback:form.placesHint"),
        rows: 6,
      }),
      groups: fields.textarea("groups", {
        label: t("feedback:form.groups"),
        hint: t("feedback:form.groupsHint"),
        rows: 4,
      }),
    },
  };
}
