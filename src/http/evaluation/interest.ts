import { z } from "zod";
import type { Deps } from "../deps.ts";
import { choice, optionalText } from "../forms/fields.ts";
import { technologyForm } from "../technology-form.ts";
import { evaluationCrumb } from "./crumb.ts";

export const interestSchema = z.object({
  conflict: choice(["no", "yes"], { missing: "evaluation:declare.missing" }),
  text: optionalText(4000),
});

/** Before the first score: whether there is an interest. A conflict recuses. */
export const interestPages = ({ services }: Deps) =>
  technologyForm(services, {
    schema: interestSchema,
    roles: ["evaluator"],
    action: ({ at }) => at("evaluation/interest"),
    command: ({ conflict, text }) => ({
      type: "DeclareInterest",
      conflict: conflict === "yes",
      text: text === "" ? null : { text },
    }),
    done: ({ conflict }) =>
      conflict === "yes"
        ? { to: "evaluation", key: "evaluation:declare.recused" }
        : { to: "evaluation/scores", key: "evaluation:declare.done" },
    show: (page, fields) => {
      const { t } = page.language;
      return {
        view: "pages/evaluation/interest",
        head: {
          title: t("evaluation:declare.title", { name: page.row.name }),
          trail: [evaluationCrumb(page)],
          lead: t("evaluation:declare.lead"),
        },
        model: {
          conflict: fields.radios("conflict", {
            legend: t("evaluation:declare.question"),
            options: [
              { value: "no", label: t("evaluation:declare.no"), hint: t("evaluation:declare.noHint") },
              { value: "yes", label: t("evaluation:declare.yes"), hint: t("evaluation:declare.yesHint") },
            ],
          }),
          text: fields.textarea("text", {
            label: t("evaluation:declare.text"),
            hint: t("evaluation:declare.textHint"),
            rows: 3,
            optional: true,
          }),
        },
      };
    },
  });
